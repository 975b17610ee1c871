using System.Text;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Questions;
using Tributary.Tests.Sources.Sanctions;

namespace Tributary.Tests.Listings;

/// <summary>Versions of a list in time: who is listed on a day, and what never takes the place of a good version.</summary>
public sealed class ListVersionsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger = new();

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Entry_ThatALaterVersionLacks_IsDelistedFromItsDay()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        _ledger.Import(Version("2021-01-10", 2..20));
        Assert.Equal(20, Listed(new DateOnly(2020, 12, 31)).Count);
        Assert.Equal(19, Listed(new DateOnly(2021, 1, 10)).Count);
        Assert.Empty(Listed(new DateOnly(2020, 1, 9)));
        var gone = Assert.Single(_ledger.Ask(new ListsQuestion { Entry = "zzi.001" }).Entries);
        Assert.Equal((new DateOnly(2020, 1, 10), new DateOnly(2021, 1, 10), "PERSON 1"), (gone.KnownFrom, gone.DelistedOn, gone.Entry.Names[0].Text));
        var still = Assert.Single(_ledger.Ask(new ListsQuestion { Entry = "ZZi.002" }).Entries);
        Assert.Equal((new DateOnly(2020, 1, 10), null, new DateOnly(2021, 1, 10)), (still.KnownFrom, still.DelistedOn, still.Day));
        // As of a day before, nobody could know.
        Assert.Null(Assert.Single(_ledger.Open().Ask(new ListsQuestion { Entry = "ZZi.001" }, new DateOnly(2020, 6, 1), TestContext.Current.CancellationToken).Entries).DelistedOn);
    }

    [Fact]
    public void Entry_ThatComesBack_IsKnownFromItsReturn()
    {
        foreach (var (day, first) in (ReadOnlySpan<(string, int)>)[("2020-01-10", 1), ("2021-01-10", 2), ("2022-01-10", 1)]) _ledger.Import(Version(day, first..20));
        Assert.Equal((new DateOnly(2022, 1, 10), (DateOnly?)null), Assert.Single(_ledger.Ask(new ListsQuestion { Entry = "ZZi.001" }).Entries) is var line ? (line.KnownFrom, line.DelistedOn) : default);
    }

    [Fact]
    public void Imports_InAnyOrder_GiveTheSameFacts()
    {
        string[] versions = [Version("2020-01-10", 1..20), Version("2021-01-10", 2..21), Version("2022-01-10", 2..20, remarks: "changed"), Ofac()];
        foreach (var version in versions) _ledger.Import(version);
        using var other = new TempLedger();
        foreach (var version in versions.Reverse()) other.Import(version);
        using var together = TempLedger.Of(versions);
        Assert.Equal(_ledger.Print(), other.Print());
        Assert.Equal(_ledger.Print(), together.Print());
        var before = _ledger.Print();
        _ledger.Close();
        Tributary.Ledger.Rebuild(_ledger.Folder, TimeSpan.Zero, token: TestContext.Current.CancellationToken);
        Assert.Equal(before, _ledger.Print());
        Assert.True(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Content_ThatVersionsRepeat_IsKeptOnce()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        _ledger.Import(Version("2021-01-10", 1..20));
        using var facts = new SnapshotStore(_ledger.Paths).OpenCurrent();
        Assert.Equal((40, 20), (facts.Connection.Scalar("SELECT count(*) FROM listed_entry"), facts.Connection.Scalar("SELECT count(*) FROM listed_content")));
    }

    [Fact]
    public void Version_ThatLosesMuch_IsHeldUntilAPersonAcceptsIt()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        var before = _ledger.Listing();
        var less = Version("2021-01-10", 6..20);
        var held = _ledger.TryImport([less]);
        Assert.True(held.Refused);
        Assert.Equal(before, _ledger.Listing());
        var issue = Issue(held);
        Assert.Equal("list-loses-entries", issue.Code);
        Assert.Contains("lacks 5 of the 20 entries of 2020-01-10 (25.0 %)", issue.ToString(), StringComparison.Ordinal);
        Assert.Contains("--accept-loss", issue.ToString(), StringComparison.Ordinal);
        // Without a reason nobody accepts anything.
        Assert.True(_ledger.TryImport([less], new ImportOptions { Who = "officer", AcceptListLoss = true }).Refused);
        Assert.False(_ledger.TryImport([less], new ImportOptions { Who = "officer", Why = "a decision of the committee", AcceptListLoss = true }).Refused);
        Assert.Equal(15, Listed(null).Count);
        var row = Assert.Single(_ledger.Open().Entries(), entry => entry.Kind == ListingKinds.Loss.Name);
        Assert.Equal(("officer", "a decision of the committee"), (row.Who, row.Why));
        Assert.Contains("\"lost\":5", row.Body, StringComparison.Ordinal);
        Assert.True(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    // Whoever is left out of a list counts as delisted, and is cleared by it.
    [Fact]
    public void Version_WithEntriesThatCannotBeUsed_IsTakenOnlyByAPersonWhoSaysWhy()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        var before = _ledger.Listing();
        var broken = _folder.Write(ListSamples.Un("2021-01-10", Enumerable.Range(1, 20).Select(number => ListSamples.UnIndividual($"ZZi.{number:000}", number <= 2 ? "" : $"PERSON {number}"))), ".xml");
        foreach (var options in (ReadOnlySpan<ImportOptions>)[
            new() { Who = "officer" },
            new() { Who = "officer", LeaveOutErrors = true },
            new() { Who = "officer", LeaveOutErrors = true, AcceptListLoss = true },
            new() { Who = "officer", Why = "checked", AcceptListLoss = true }])
        {
            var refused = Assert.Single(_ledger.TryImport([broken], options).Documents);
            Assert.Equal(DocumentOutcome.Refused, refused.Outcome);
            Assert.Equal(["list-lacks-entries", "list-name-missing"], refused.Issues.Select(issue => issue.Code));
            Assert.Contains("has 2 records that cannot be used, and 18 entries without them", refused.Issues[0].First[0].ToString(), StringComparison.Ordinal);
            Assert.Contains("only with --leave-out-errors, --accept-loss and a reason in --why together", refused.Issues[0].First[0].ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("leav", refused.Issues[1].First[0].ToString(), StringComparison.Ordinal);
            Assert.Equal(before, _ledger.Listing());
        }
        var taken = Assert.Single(_ledger.TryImport([broken], new ImportOptions { Who = "officer", Why = "checked", LeaveOutErrors = true, AcceptListLoss = true }).Documents);
        Assert.Equal((DocumentOutcome.Imported, 2L, 2), (taken.Outcome, taken.RecordsLeftOut, taken.List!.Removed));
        var row = Assert.Single(_ledger.Open().Entries(), entry => entry.Kind == ListingKinds.Loss.Name);
        Assert.Equal(("officer", "checked"), (row.Who, row.Why));
        Assert.Contains("\"lost\":2,\"leftOut\":2", row.Body, StringComparison.Ordinal);
        Assert.True(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Version_OfWhichNoEntryCanBeUsed_IsNeverTaken() =>
        Assert.True(_ledger.TryImport([_folder.Write(ListSamples.Un("2021-01-10", [ListSamples.UnIndividual("ZZi.001", "")]), ".xml")], new ImportOptions { Who = "officer", Why = "x", LeaveOutErrors = true, AcceptListLoss = true }).Refused);

    [Fact]
    public void Versions_ThatLoseAFifthTimeAfterTime_AreHeldAgainstTheLargestOfTheYear()
    {
        _ledger.Import(Version("2021-01-10", 1..100));
        _ledger.Import(Version("2021-02-10", 20..100));
        var less = Version("2021-03-10", 36..100);
        Assert.Contains("lacks 35 of the 100 entries of 2021-01-10 (35.0 %)", Issue(_ledger.TryImport([less])).ToString(), StringComparison.Ordinal);
        // A year later the larger one is history.
        Assert.False(_ledger.TryImport([Version("2022-02-10", 36..100)]).Refused);
    }

    [Fact]
    public void Loss_ThatAPersonAccepted_IsNotAskedAgain()
    {
        _ledger.Import(Version("2021-01-10", 1..100));
        Assert.False(_ledger.TryImport([Version("2021-02-10", 41..100)], new ImportOptions { Who = "officer", Why = "checked", AcceptListLoss = true }).Refused);
        Assert.False(_ledger.TryImport([Version("2021-03-10", 42..100)]).Refused);
        Assert.True(_ledger.TryImport([Version("2021-04-10", 54..100)]).Refused);
    }

    [Fact]
    public void Version_ThatLosesAFifth_IsTaken()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        var change = Assert.Single(_ledger.Import(Version("2021-01-10", 5..21, remarks: "changed")).Documents).List;
        Assert.Equal(new ListChange(SanctionsList.Un, 17, new DateOnly(2020, 1, 10), 20, 1, 4, 16), change);
    }

    [Fact]
    public void Version_OfThePastThatComesLate_IsNotHeldAgainstTodays()
    {
        _ledger.Import(Version("2022-01-10", 1..20));
        _ledger.Import(Version("2019-01-10", 1..2));
        Assert.Equal(20, Listed(null).Count);
        Assert.Equal(2, Listed(new DateOnly(2020, 1, 1)).Count);
    }

    [Fact]
    public void Lists_DoNotTakeEachOthersPlace()
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        _ledger.Import(Ofac());
        _ledger.Import(_folder.Write(ListSamples.OfacXml.Replace("<program>SDGT</program>", "<program>NS-PLC</program>", StringComparison.Ordinal), ".xml"));
        Assert.Equal([(SanctionsList.Un, 20), (SanctionsList.Ofac, 2), (SanctionsList.OfacConsolidated, 2)], Listed(null).GroupBy(entry => entry.List).Select(list => (list.Key, list.Count())));
    }

    [Fact]
    public void Versions_OfOneDay_TheOneThatStatesMoreCounts()
    {
        _ledger.Import(Ofac());
        _ledger.Import(_folder.Write(ListSamples.OfacJson.Replace("2026-08-20", "2025-03-28", StringComparison.Ordinal).Replace("90003", "90002", StringComparison.Ordinal)));
        Assert.Equal(2, _ledger.Ask(new ListsQuestion()).Versions.Count);
        Assert.NotEmpty(Listed(null).Single(entry => entry.Id == "90001").Births);
    }

    public static TheoryData<string> NeverTaken() =>
    [
        ListSamples.Un("2021-01-10", []),
        ListSamples.Un("2021-01-10", [ListSamples.UnIndividual("ZZi.001", "")]),
        ListSamples.Un("2021-01-10", Enumerable.Range(1, 20).Select(number => ListSamples.UnIndividual($"ZZi.{number:000}", "PERSON")))[..2000],
        ListSamples.Un("2999-01-10", Enumerable.Range(1, 20).Select(number => ListSamples.UnIndividual($"ZZi.{number:000}", "PERSON"))),
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + ListSamples.Un("2021-01-10", [ListSamples.UnIndividual("ZZi.001", "&a;")])[38..],
    ];

    [Theory]
    [MemberData(nameof(NeverTaken))]
    public void BadVersion_NeverTakesThePlaceOfAGoodOne(string document)
    {
        _ledger.Import(Version("2020-01-10", 1..20));
        var before = _ledger.Listing();
        Assert.True(_ledger.TryImport([_folder.Write(document, ".xml")], new ImportOptions { Who = "officer", Why = "x", AcceptListLoss = true }).Refused);
        Assert.Equal(before, _ledger.Listing());
    }

    [Fact]
    public void FilesOfOneFolder_AreOneDocument_WhateverTheirNames()
    {
        using var folder = new TempFolder();
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("b.txt", ListSamples.SdnCsv), ("a.txt", ListSamples.AltCsv), ("c.txt", ListSamples.AddCsv), ("d.txt", ListSamples.CommentsCsv)]) File.WriteAllText(folder[name], text);
        var report = Assert.Single(_ledger.Import(new DateOnly(2021, 6, 1), folder.Path).Documents);
        Assert.Equal(("ofac-list-set", 3, new DateOnly(2021, 6, 1)), (report.Format, report.List!.Entries, report.Day));
        var stored = new MemoryStream();
        using (var document = _ledger.Open().OpenDocument(DocumentHash.TryParse(report.Sha256, out var hash) ? hash : default)) document.CopyTo(stored);
        Assert.Contains(ListSamples.AltCsv, Encoding.UTF8.GetString(stored.ToArray()), StringComparison.Ordinal);
        // The same files again, and the set itself as a file, are the document that is known.
        _ledger.Close();
        Assert.Equal(DocumentOutcome.AlreadyKnown, Assert.Single(_ledger.Import(folder.Path).Documents).Outcome);
        Assert.Equal(DocumentOutcome.AlreadyKnown, Assert.Single(_ledger.Import(_folder.Write(stored.ToArray(), ".tar")).Documents).Outcome);
        Assert.Equal(DocumentOutcome.AlreadyKnown, Assert.Single(_ledger.Import(folder["a.txt"], folder.Path, folder["a.txt"]).Documents).Outcome);
    }

    private string Ofac() => _folder.Write(ListSamples.OfacXml, ".xml");

    private string Version(string day, Range numbers, string remarks = "") =>
        _folder.Write(ListSamples.Un(day, Enumerable.Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value + 1).Select(number => ListSamples.UnIndividual($"ZZi.{number:000}", $"PERSON {number}", remarks))), ".xml");

    private List<ListedEntry> Listed(DateOnly? day)
    {
        using var facts = new SnapshotStore(_ledger.Paths).OpenCurrent();
        return [.. ListedEntries.Of(day is { } asOf ? facts.AsKnownOn(asOf) : facts)];
    }

    private static ReadIssue Issue(ImportReport report) => Assert.Single(Assert.Single(Assert.Single(report.Documents).Issues).First);
}
