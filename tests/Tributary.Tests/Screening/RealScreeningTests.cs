using Tributary.Listings;
using Tributary.Names;
using Tributary.Questions;
using Tributary.Screening;

namespace Tributary.Tests.Screening;

/// <summary>The UN's list, screened against itself.</summary>
public sealed class RealScreeningTests
{
    [Fact]
    public void Originals_OfTheTalibanList_FindTheirEntries()
    {
        var file = SharedData.Find("sanctions/lists/UN_consolidated_2026-02-27.xml");
        Assert.SkipWhen(file is null, "the list is not to hand");
        using var ledger = TempLedger.Of(file);
        var opened = ledger.Open();
        var entries = opened.Ask(new ListsQuestion { List = SanctionsList.Un, Name = "" }, TestContext.Current.CancellationToken).Entries.Where(line => line.Entry.Id.StartsWith("TAi.", StringComparison.Ordinal)).ToList();
        var originals = entries.SelectMany(line => line.Entry.Names.Where(name => name.IsOriginalScript).Select(name => (line.Entry.Id, name.Text))).ToList();
        Assert.True(originals.Count >= 130, $"{originals.Count} originals");
        Assert.All(originals, original => Assert.Contains(opened.Ask(new ScreenQuestion { Party = new ScreenedParty { Name = original.Text, Type = NameType.Person } }, TestContext.Current.CancellationToken).Candidates, line => line.Id == original.Id));
    }
}
