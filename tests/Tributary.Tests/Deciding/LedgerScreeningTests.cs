using CsCheck;
using Tributary.Clearing;
using Tributary.Deciding;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>Screening the parties of a ledger: who is screened, what is kept, and what need not be compared again.</summary>
public sealed class LedgerScreeningTests
{
    [Fact]
    public void Screen_OfALedger_KeepsWhatWasFoundAgainstWhat()
    {
        using var desk = new ScreeningDesk();
        var run = desk.Screen();
        Assert.Equal((7, null, null), (run.PartyCount, run.Flow, run.Since));
        var list = Assert.Single(run.Lists);
        Assert.Equal((new DateOnly(2021, 10, 1), 2, 64), (list.Day, list.Entries, list.Document.Length));
        var hit = Assert.Single(run.Hits);
        Assert.Equal((ScreeningDesk.Carrier, "ZZe.001", "KARVAN TRANSPORT COMPANY", 1d), (hit.Party, hit.Entry, hit.MatchedName, hit.Score));
        Assert.Equal(run.Hits, Assert.Single(desk.Ledger.Open().CurrentFacts().Decisions.Of(Tributary.Ledgers.ScreeningKinds.Run)).What.Hits);
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(11, 4)]
    [InlineData(12, 3)]
    [InlineData(30, 2)]
    public void Screen_OfAFlow_LooksAtItsChainAlone(long flow, int parties)
    {
        using var desk = new ScreeningDesk();
        var run = desk.Screen(flow: flow);
        Assert.Equal((flow, parties), (run.Flow, run.PartyCount));
        Assert.Equal(flow is 10 or 11 ? 1 : 0, run.Hits.Count);
    }

    [Fact]
    public void Screen_OfAFlow_LeavesWhatWasFoundElsewhere()
    {
        using var desk = new ScreeningDesk();
        desk.Screen();
        desk.Screen(flow: 30);
        Assert.Equal("ZZe.001", desk.Found().Entry);
    }

    [Fact]
    public void Screen_WithoutALedgersList_SaysSo()
    {
        using var files = new TempFolder();
        using var ledger = TempLedger.Of(files.Write(FlowBuilder.Page(ScreeningDesk.Flows)));
        Assert.Contains("no sanctions list", Assert.Throws<UnknownValueException>(() => ledger.Open().Screen(new ScreenPartiesOptions(), new DecideOptions { Who = "ann" }, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Age_IsThatOfTheFirstRunThatFoundIt()
    {
        using var desk = new ScreeningDesk();
        desk.Screen();
        desk.Clock.At = desk.Clock.At.AddDays(12);
        desk.Screen();
        Assert.Equal(12, desk.Found().AgeDays);
    }

    [Fact]
    public void Queue_AfterTheListChanged_SaysThatItIsStale()
    {
        using var desk = new ScreeningDesk();
        Assert.Contains("was not screened yet", Assert.Single(desk.Queue().Stale), StringComparison.Ordinal);
        desk.Screen();
        Assert.Empty(desk.Queue().Stale);
        desk.Relist("2021-10-20", ScreeningDesk.Karvan);
        Assert.Contains("list un was screened against as of 2021-10-01, and is here as of 2021-10-20", Assert.Single(desk.Queue().Stale), StringComparison.Ordinal);
        desk.Screen(sinceLast: true);
        Assert.Empty(desk.Queue().Stale);
    }

    [Fact]
    public void SinceLast_WhereWhatWasComparedIsLost_ComparesEverything()
    {
        using var desk = new ScreeningDesk();
        var whole = desk.Screen();
        Assert.NotNull(desk.Screen(sinceLast: true).Since);
        foreach (var spoil in (ReadOnlySpan<Func<byte[], byte[]>>)[bytes => [], bytes => bytes[..^1], bytes => [.. bytes[..30], (byte)(bytes[30] ^ 1), .. bytes[31..]], bytes => [.. bytes[..16], 255, 255, 255, 255, .. bytes[20..]]])
        {
            File.WriteAllBytes(desk.Ledger.Paths.Screened, spoil(File.ReadAllBytes(desk.Ledger.Paths.Screened)));
            var again = desk.Screen(sinceLast: true);
            Assert.Null(again.Since);
            Assert.Equal(whole.Hits, again.Hits);
        }
    }

    // Lists gain, lose and change entries, parties come and go: what is found is what comparing everything finds.
    [Fact]
    public void SinceLast_AfterAnyChanges_FindsWhatComparingEverythingFinds()
    {
        string[] names = ["KARVAN TRANSPORT COMPANY", "Karavan Transport Co", "BLUE HERON RELIEF", "Open Hand", "VILLAGE MILLS LTD", "NOBODY AT ALL", "Sunrise Clinic"];
        var entry = Gen.Select(Gen.Int[1, 5], Gen.Int[0, names.Length - 1], Gen.Int[0, names.Length - 1]);
        Gen.Select(entry.Array[1, 6], entry.Array[1, 6], Gen.Int[0, names.Length - 1]).Sample((before, after, renamed) =>
        {
            using var desk = new ScreeningDesk();
            desk.Relist("2021-10-02", before.Select(Made));
            desk.Screen();
            desk.Relist("2021-10-03", after.Select(Made));
            desk.Import(TempLedger.Day.AddDays(1), ScreeningDesk.Flows[5] with { Destination = [$"Organization:7={names[renamed]}", "Location:1", "UsageYear:2021", "Plan:901"], UpdatedAt = "2021-10-30T00:00:00Z" });
            var quick = desk.Screen(sinceLast: true);
            Assert.NotNull(quick.Since);
            Assert.Equal(desk.Screen().Hits, quick.Hits);
        }, iter: 8, threads: 1);

        string Made((int Reference, int Name, int Alias) made) => ScreeningDesk.Entry($"ZZe.00{made.Reference}", names[made.Name], alias: names[made.Alias]);
    }

    [Fact]
    public void SinceLast_OverRealLists_FindsWhatComparingEverythingFinds()
    {
        var (flows, lists) = (SharedData.Find("fts/afghanistan-2020"), SharedData.Find("sanctions/lists"));
        Assert.SkipWhen(flows is null || lists is null, "the published flows and lists are not to hand");
        using var ledger = TempLedger.Of(flows, Path.Combine(lists, "UN_consolidated_2025-11.xml"));
        var options = new DecideOptions { Who = "ann" };
        ledger.Open().Screen(new ScreenPartiesOptions { Threshold = 0.72 }, options, TestContext.Current.CancellationToken);
        ledger.Import(Path.Combine(lists, "UN_consolidated_2026-02-27.xml"), Path.Combine(lists, "uk-2026-05"));
        var quick = ledger.Open().Screen(new ScreenPartiesOptions { SinceLast = true, Threshold = 0.72 }, options, TestContext.Current.CancellationToken);
        Assert.Equal(0, quick.Compared);
        var whole = ledger.Open().Screen(new ScreenPartiesOptions { Threshold = 0.72 }, options, TestContext.Current.CancellationToken);
        Assert.NotEmpty(whole.Run.What.Hits);
        Assert.Equal(whole.Run.What.Hits, quick.Run.What.Hits);
    }
}
