using Tributary.Import;
using Tributary.Listings;
using Tributary.Questions;
using Tributary.Tests.Sources.Sanctions;

namespace Tributary.Tests.Listings;

/// <summary>What lists state, and what changed in them.</summary>
public sealed class ListQuestionsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger = new();

    public ListQuestionsTests()
    {
        _ledger.Import(_folder.Write(ListSamples.Un("2020-01-10", [ListSamples.UnPerson, ListSamples.UnIndividual("ZZi.002", "SECOND"), ListSamples.UnIndividual("ZZi.003", "THIRD")], [ListSamples.UnEntity("ZZe.001", "BLUE HERON")]), ".xml"));
        var changed = ListSamples.UnPerson.Replace("<QUALITY>Low", "<QUALITY>Good", StringComparison.Ordinal).Replace("Minister of Weather", "Minister of Tides", StringComparison.Ordinal);
        _ledger.TryImport([_folder.Write(ListSamples.Un("2021-01-10", [changed, ListSamples.UnIndividual("ZZi.003", "THIRD"), ListSamples.UnIndividual("ZZi.004", "FOURTH")], [ListSamples.UnEntity("ZZe.001", "BLUE HERON")]), ".xml")], new ImportOptions { Who = "test", Why = "a test", AcceptListLoss = true });
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Diff_OfTwoVersions_SaysWhichFieldsChanged()
    {
        var diff = Diff(new DateOnly(2020, 1, 10), new DateOnly(2021, 1, 10));
        Assert.Equal(("ZZi.004", "ZZi.002", 2), (Assert.Single(diff.Added).Id, Assert.Single(diff.Removed).Id, diff.UnchangedCount));
        var changed = Assert.Single(diff.Changed);
        Assert.Equal("ZZi.001", changed.Id);
        Assert.Equal([new FieldChange("names", "Abu Sample (alias, weak, nom de guerre)", "Abu Sample (alias, strong, nom de guerre)"), new FieldChange("designations", "Minister of Weather", "Minister of Tides")], changed.Fields);
        Assert.Empty(diff.NotCompared);
    }

    [Fact]
    public void Diff_BetweenDays_ComparesWhatWasInForce()
    {
        var diff = Diff(new DateOnly(2020, 6, 1), new DateOnly(2020, 12, 31));
        Assert.Equal((0, 0, 0, 4), (diff.Added.Count, diff.Removed.Count, diff.Changed.Count, diff.UnchangedCount));
        Assert.Contains("the first is of 2020-01-10", Assert.Throws<UnknownValueException>(() => Diff(new DateOnly(2019, 1, 1), null)).Message, StringComparison.Ordinal);
        Assert.Contains("the first is after the second", Assert.Throws<UnknownValueException>(() => Diff(new DateOnly(2021, 1, 1), new DateOnly(2020, 2, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("no version of that day", Assert.Throws<UnknownValueException>(() => _ledger.Ask(new ListDiffQuestion { List = SanctionsList.Eu, From = new DateOnly(2020, 1, 1) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfTwoForms_ComparesWhatBothCanState()
    {
        _ledger.Import(_folder.Write(ListSamples.OfacXml.Replace("BLUE HERON", "HERON LTD.", StringComparison.Ordinal).Replace("90002", "90003", StringComparison.Ordinal).Replace("Vessel", "Entity", StringComparison.Ordinal), ".xml"), _folder.Write(ListSamples.OfacJson));
        var diff = _ledger.Ask(new ListDiffQuestion { List = SanctionsList.Ofac, From = new DateOnly(2025, 4, 1) });
        Assert.Contains("births", diff.NotCompared);
        Assert.DoesNotContain("programmes", diff.NotCompared);
        Assert.Equal([("90001", "names, programmes"), ("90003", "programmes")], diff.Changed.Select(entry => (entry.Id, string.Join(", ", entry.Fields.Select(field => field.Field)))));
    }

    [Fact]
    public void Show_ByPartOfAName_FindsAnyName()
    {
        Assert.Equal(["ZZi.001"], _ledger.Ask(new ListsQuestion { Name = "velmour" }).Entries.Select(line => line.Entry.Id));
        Assert.Equal(["ZZi.001"], _ledger.Ask(new ListsQuestion { Name = "طارق" }).Entries.Select(line => line.Entry.Id));
        // Who is delisted is found by reference alone.
        Assert.Empty(_ledger.Ask(new ListsQuestion { Name = "second" }).Entries);
        Assert.Equal(2, _ledger.Ask(new ListsQuestion { List = SanctionsList.Un }).Versions.Count);
    }

    [Fact]
    public void Show_WhatNobodyKnows_IsRefused()
    {
        Assert.Contains("entry 'ZZi.999'", Assert.Throws<UnknownValueException>(() => _ledger.Ask(new ListsQuestion { Entry = "ZZi.999" })).Message, StringComparison.Ordinal);
        Assert.Contains("list 'eu'", Assert.Throws<UnknownValueException>(() => _ledger.Ask(new ListsQuestion { List = SanctionsList.Eu })).Message, StringComparison.Ordinal);
        Assert.Contains("entry 'x'' OR 1=1'", Assert.Throws<UnknownValueException>(() => _ledger.Ask(new ListsQuestion { Entry = "x'' OR 1=1" })).Message, StringComparison.Ordinal);
    }

    private ListDiffAnswer Diff(DateOnly from, DateOnly? to) => _ledger.Ask(new ListDiffQuestion { List = SanctionsList.Un, From = from, To = to });
}
