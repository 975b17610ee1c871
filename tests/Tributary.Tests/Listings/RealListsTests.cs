using System.Diagnostics;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Tests.Listings;

/// <summary>The lists as their publishers gave them out. The figures were counted by another road: by reference, with an XML parser and a CSV reader of another language.</summary>
public sealed class RealListsTests
{
    private static readonly string[] UnFiles = ["UN_consolidated_2018-10-29.xml", "UN_consolidated_2025-04-19.xml", "UN_consolidated_2025-11.xml", "UN_consolidated_2026-02-27.xml"];

    [Fact]
    public void UnLists_DifferAsCounted()
    {
        using var ledger = new TempLedger();
        var report = Import(ledger, UnFiles, null);
        Assert.Equal([(1093, null, null), (877, 65, 281), (1000, 126, 3), (1003, 4, 1)], report.Documents.Select(document => (document.List!.Entries, document.List.Added, document.List.Removed)));
        Assert.All(report.Documents, document => Assert.Empty(document.Issues));
        DateOnly[] days = [new(2018, 10, 29), new(2025, 4, 19), new(2025, 11, 18), new(2026, 2, 27)];
        Assert.Equal(days, report.Documents.Select(document => document.Day!.Value));
        Assert.Equal([(65, 281, 812), (126, 3, 874), (4, 1, 999)], Enumerable.Range(0, 3).Select(index => ledger.Ask(new ListDiffQuestion { List = SanctionsList.Un, From = days[index], To = days[index + 1] }))
            .Select(diff => (diff.Added.Count, diff.Removed.Count, diff.Changed.Count + diff.UnchangedCount)));
        foreach (var day in days) AssertTaliban(ledger, day);
    }

    [Fact]
    public void UnList_OfSevenYearsLater_WantsAcceptance()
    {
        using var ledger = new TempLedger();
        ledger.Import(Find(UnFiles[0]));
        var issue = Assert.Single(ledger.TryImport([Find(UnFiles[1])]).Documents).Issues.Single().First[0];
        Assert.Equal("list-loses-entries", issue.Code);
        Assert.Contains("lacks 281 of the 1093 entries of 2018-10-29 (25.7 %)", issue.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void AllLists_AreReadQuicklyAndWhole()
    {
        using var ledger = new TempLedger();
        var report = Import(ledger, ["UN_consolidated_2026-02-27.xml", "ofac-2021", "ofac-2026", "ofac-consolidated-2025-03", "uk-2026-05", "eu-sample"], new DateOnly(2021, 6, 1));
        Assert.Equal([("un", 1003), ("ofac", 8976), ("ofac", 19249), ("ofac-consolidated", 443), ("uk", 6046), ("eu", 3)], report.Documents.Select(document => (document.List!.List.Word(), document.List.Entries)));
        // The sample of the EU's list repeats a reference; nothing else is odd.
        Assert.Equal("list-id-repeated", Assert.Single(report.Documents.SelectMany(document => document.Issues)).Code);
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        var time = Stopwatch.StartNew();
        var entries = ListedEntries.Of(facts);
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 10);
        Assert.Equal(1003 + 19249 + 443 + 6046 + 3, entries.Count);
        Assert.Equal(19249 + 20194, Names(entries, SanctionsList.Ofac));
        Assert.Equal((3, 443 + 1136), (entries.Count(entry => entry.List == SanctionsList.Eu), Names(entries, SanctionsList.OfacConsolidated)));
        var then = ListedEntries.Of(facts.AsKnownOn(new DateOnly(2021, 7, 1))).Where(entry => entry.List == SanctionsList.Ofac).ToList();
        Assert.Equal(8976, then.Count);
        Assert.Equal((4620, 406, 277), (then.Count(entry => entry.Type == ListedType.Person), then.Count(entry => entry.Type == ListedType.Vessel), then.Count(entry => entry.Type == ListedType.Aircraft)));
        // 5,125 statements, one of them twice alike.
        Assert.Equal(5124, then.Sum(entry => entry.Births.Count));
        Assert.DoesNotContain(then.SelectMany(entry => entry.Births), birth => birth.First is null);
    }

    // All 140 entries of the list of 1988 state their names in their own script.
    private static void AssertTaliban(TempLedger ledger, DateOnly day)
    {
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        var taliban = ListedEntries.Of(facts.AsKnownOn(day)).Where(entry => entry.Programmes.Contains("Taliban", StringComparer.Ordinal)).ToList();
        Assert.Equal((140, 140), (taliban.Count, taliban.Count(entry => entry.Names.Any(name => name.IsOriginalScript))));
    }

    private static int Names(IEnumerable<ListedEntry> entries, SanctionsList list) => entries.Where(entry => entry.List == list).Sum(entry => entry.Names.Count);

    private static ImportReport Import(TempLedger ledger, string[] files, DateOnly? day)
    {
        var report = ledger.TryImport([.. files.Select(Find)], new ImportOptions { Who = "test", Why = "years lie between them", AcceptListLoss = true, Day = day });
        Assert.False(report.Refused, string.Join('\n', report.Documents.SelectMany(document => document.Issues).Where(issue => issue.Severity != Severity.Warning).Select(issue => issue.First[0])));
        return report;
    }

    private static string Find(string name)
    {
        var path = SharedData.Find($"sanctions/lists/{name}");
        Assert.SkipWhen(path is null, "the lists as published are not beside the project");
        return path!;
    }
}
