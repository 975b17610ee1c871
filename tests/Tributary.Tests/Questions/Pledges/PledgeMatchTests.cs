using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Questions;
using Tributary.Tests.Deciding;

namespace Tributary.Tests.Questions.Pledges;

/// <summary>Which flows are proposed for a pledge, why, and what a person may say of them.</summary>
public sealed class PledgeMatchTests
{
    private static readonly Currency Euro = new("EUR");

    /// <summary>Why, the source, the destination, the decision day, the flow day, and whether it is proposed for Germany's EUR 50 million.</summary>
    private static readonly (string Why, string[] Source, string[] Destination, string? Decided, string? Day, bool Proposed)[] Proposals =
    [
        ("the government by its name", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], "2021-09-27", null, true),
        ("a donor of that very name", ["Organization:5=germany"], [PledgeDesk.Afghanistan], "2021-09-27", null, true),
        ("a government body in Germany", ["Organization:8=KfW|Government", "Location:2=Germany"], [PledgeDesk.Afghanistan], "2021-09-27", null, true),
        ("a government body elsewhere", ["Organization:6=SIDA|Government", "Location:3=Sweden"], [PledgeDesk.Afghanistan], "2021-09-27", null, false),
        ("a private body in Germany", ["Organization:7=Rotes Kreuz|NGO", "Location:2=Germany"], [PledgeDesk.Afghanistan], "2021-09-27", null, false),
        ("another government", [PledgeDesk.Norway], [PledgeDesk.Afghanistan], "2021-09-27", null, false),
        ("another government in Germany", ["Organization:2930=Norway, Government of|Government", "Location:2=Germany"], [PledgeDesk.Afghanistan], "2021-09-27", null, false),
        ("another country", [PledgeDesk.Germany], ["Location:7=Pakistan"], "2021-09-27", null, false),
        ("no country", [PledgeDesk.Germany], ["UsageYear:2021"], "2021-09-27", null, false),
        ("on the day itself", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], "2021-09-13", null, true),
        ("the day before", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], "2021-09-12", null, false),
        ("decided before, paid after: the decision counts", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], "2021-09-12", "2021-12-01", false),
        ("no decision day: its own counts", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], null, "2021-12-01", true),
        ("no day at all", [PledgeDesk.Germany], [PledgeDesk.Afghanistan], null, null, false),
    ];

    [Fact]
    public void Match_OfAFlow_ProposesItForDonorPlaceAndTime()
    {
        using var desk = new PledgeDesk([.. Proposals.Select((one, index) => PledgeDesk.Flow with { Id = index + 1, Source = one.Source, Destination = one.Destination, DecisionDate = one.Decided, Date = one.Day })]);
        var answer = desk.Desk.Ledger.Ask(new PledgeMatchQuestion { Pledge = desk.OfGermany });
        Assert.Equal(Proposals.Where(one => one.Proposed).Select(one => one.Why), answer.Candidates.OrderBy(flow => flow.Id.Value).Select(flow => Proposals[flow.Id.Value - 1].Why));
        Assert.Equal(1, answer.UndatedCount);
    }

    [Fact]
    public void Match_OfSeveralFlows_GivesTheBestFirstWithItsReasons()
    {
        using var desk = new PledgeDesk(
            PledgeDesk.Flow,
            PledgeDesk.Flow with { Id = 2, OriginalAmount = 50_000_000 },
            PledgeDesk.Flow with { Id = 3, OriginalAmount = 50_000_000, DecisionDate = "2023-09-27" },
            PledgeDesk.Flow with { Id = 4, Source = [PledgeDesk.Germany, "Organization:5=Others"] },
            PledgeDesk.Flow with { Id = 5, Destination = ["Location:1*=Afghanistan", "Location:7*=Pakistan"] });
        var candidates = desk.Candidates(desk.OfGermany);
        Assert.Equal([(2L, 85), (3L, 75), (1L, 70), (4L, 60), (5L, 60)], candidates.Select(flow => (flow.Id.Value, flow.Score)));
        Assert.Equal(
            [
                new MatchReason("the donor is DEU's government by its name, \"Germany, Government of\"", 35), new MatchReason("for AFG", 15),
                new MatchReason("14 days after the pledge (decision date)", 10), new MatchReason("just the amount, EUR 50,000,000", 25),
            ], candidates[0].Reasons);
        Assert.Contains(candidates[4].Reasons, reason => reason.Text.StartsWith("shared with places", StringComparison.Ordinal) && reason.Points == -10);
        Assert.All(candidates, flow => Assert.Equal((flow.Score, null), (Math.Max(0, flow.Reasons.Sum(reason => reason.Points)), flow.Verdict)));
    }

    [Fact]
    public void Match_OfTheEuropeanUnion_FindsItsCommission()
    {
        using var desk = new PledgeDesk(
            PledgeDesk.Flow with { Source = ["Organization:8523=European Commission's Humanitarian Aid and Civil Protection Department"], AmountUsd = 118_000_000, OriginalCurrency = null, OriginalAmount = null },
            PledgeDesk.Flow with { Id = 2, Source = ["Organization:6=European Environment Agency"] });
        var candidate = Assert.Single(desk.Candidates(desk.OfTheUnion));
        Assert.Contains(candidate.Reasons, reason => reason.Text.EndsWith("spends the European Union's money", StringComparison.Ordinal));
        // The document states the pledge in dollars too: the flow is just that.
        Assert.Contains(candidate.Reasons, reason => reason.Text == "just the amount, USD 118,000,000");
    }

    [Fact]
    public void Match_OfAPledgeWithAPlanAnOrganisationAndATime_SaysSo()
    {
        using var desk = new PledgeDesk(PledgeDesk.Flow with { Destination = ["Plan:900", "UsageYear:2021"] });
        desk.Ledger.Correct(desk.OfGermany, ConferenceEntryTests.Fields(("plan", "HP900"), ("organization", "4306"), ("period-first", "2021-01-01")), EntryDesk.By);
        var candidate = Assert.Single(desk.Candidates(desk.OfGermany));
        Assert.Equal(85, candidate.Score);
        Assert.Equal(
            ["the donor is FTS's organisation 4306, as the pledge says", "for plan 900", "14 days after the pledge (decision date)", "a part of the amount, EUR 30,000,000", "for 2021, in the time of the pledge"],
            candidate.Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void Confirm_ThenReject_CountsAndCountsNoMore()
    {
        using var desk = new PledgeDesk(PledgeDesk.Flow);
        desk.Confirm(desk.OfGermany, 1);
        Assert.Equal((30_000_000m, 20_000_000m), (desk.Line("Germany").Paid, desk.Line("Germany").Outstanding));
        Assert.Equal(("confirmed", "ann"), (desk.Candidates(desk.OfGermany)[0].Verdict, desk.Candidates(desk.OfGermany)[0].VerdictBy));
        Assert.Contains("it is confirmed for pledge", desk.Refused(desk.OfGermany, 1), StringComparison.Ordinal);
        desk.Reject(desk.OfGermany, 1);
        Assert.Equal((0m, 50_000_000m), (desk.Line("Germany").Paid, desk.Line("Germany").Outstanding));
        Assert.Equal("rejected", desk.Candidates(desk.OfGermany)[0].Verdict);
        desk.Confirm(desk.OfGermany, 1);
        Assert.Equal(30_000_000m, desk.Line("Germany").Paid);
    }

    [Fact]
    public void Confirm_OfAFlowForTwoPledges_NeedsPartsThatAddUpToNoMore()
    {
        using var desk = new PledgeDesk(PledgeDesk.Flow);
        desk.Confirm(desk.OfGermany, 1);
        Assert.Contains("all of it is confirmed for pledge", desk.Refused(desk.OfNorway, 1, why: "joint"), StringComparison.Ordinal);
        Assert.Contains("all of it is confirmed for pledge", desk.Refused(desk.OfNorway, 1, Amount.Usd(5), why: "joint"), StringComparison.Ordinal);
        // Confirmed again, with a part: that takes the place of the whole.
        desk.Confirm(desk.OfGermany, 1, new Amount(20_000_000, Euro));
        Assert.Contains("expected how much is for this one", desk.Refused(desk.OfNorway, 1, why: "joint"), StringComparison.Ordinal);
        Assert.Contains("expected parts of one flow in one currency", desk.Refused(desk.OfNorway, 1, Amount.Usd(5), why: "joint"), StringComparison.Ordinal);
        Assert.Contains("flow 1 is EUR 30,000,000 and 20,000,000 of it is for other pledges; expected no more than is left of it", desk.Refused(desk.OfNorway, 1, new Amount(10_000_001, Euro), why: "joint"), StringComparison.Ordinal);
        desk.Confirm(desk.OfNorway, 1, new Amount(10_000_000, Euro), why: "joint");
        Assert.Equal(35_000_000m, desk.Pledges().Parties.Sum(party => party.PaidUsd));
        Assert.Equal([desk.OfNorway], desk.Candidates(desk.OfGermany)[0].OtherPledges);
        // A pledge that is taken back lets go of its flows.
        desk.Ledger.Withdraw(desk.OfNorway, EntryDesk.By);
        desk.Confirm(desk.OfGermany, 1);
        Assert.Equal(30_000_000m, desk.Line("Germany").Paid);
    }

    [Fact]
    public void Confirm_OfWhatDoesNotHold_IsRefused()
    {
        using var desk = new PledgeDesk(PledgeDesk.Flow, PledgeDesk.Flow with { Id = 2, Destination = ["Location:1*=Afghanistan", "Location:7*=Pakistan"] }, PledgeDesk.Flow with { Id = 3, OriginalAmount = null, OriginalCurrency = null });
        Assert.Contains("the ledger has no such flow", desk.Refused(desk.OfGermany, 99), StringComparison.Ordinal);
        Assert.Contains("it is not proposed for pledge", desk.Refused(desk.OfNorway, 1), StringComparison.Ordinal);
        Assert.Contains("shared with places or plans", desk.Refused(desk.OfGermany, 2), StringComparison.Ordinal);
        Assert.Contains("expected an amount above 0", desk.Refused(desk.OfGermany, 1, Amount.Usd(-1)), StringComparison.Ordinal);
        Assert.Contains("expected no more than is left of it", desk.Refused(desk.OfGermany, 1, Amount.Usd(35_000_001)), StringComparison.Ordinal);
        Assert.Contains("expected a part in one of its currencies", desk.Refused(desk.OfGermany, 1, new Amount(5, new Currency("NOK"))), StringComparison.Ordinal);
        Assert.Contains("no other amount than US dollars 35,000,000", desk.Refused(desk.OfGermany, 3, new Amount(5, Euro)), StringComparison.Ordinal);
        Assert.Contains("expected one flow", Assert.Single(desk.Desk.Refused(ledger => ledger.Confirm(desk.OfGermany, [new FlowId(1), new FlowId(3)], Amount.Usd(5), EntryDesk.By))).ToString(), StringComparison.Ordinal);
        Assert.Throws<UnknownValueException>(() => desk.Ledger.Confirm(1, [new FlowId(1)], null, EntryDesk.By));
        desk.Confirm(desk.OfGermany, 2, Amount.Usd(1_000_000));
    }

    // Two people confirm one flow for two pledges at once: the second one's check is made again, and sees the first.
    [Fact]
    public void Confirm_ByTwoAtOnce_NeverCountsTwice()
    {
        using var desk = new PledgeDesk(PledgeDesk.Flow);
        using var other = Tributary.Ledger.Open(desk.Desk.Ledger.Folder, token: TestContext.Current.CancellationToken);
        var interrupted = new ConferenceEntryTests.InterruptingClock(() => other.Confirm(desk.OfGermany, [new FlowId(1)], null, EntryDesk.By));
        Assert.Throws<DecisionRefusedException>(() => desk.Ledger.Confirm(desk.OfNorway, [new FlowId(1)], null, EntryDesk.By with { Clock = interrupted }));
        Assert.Equal(35_000_000m, desk.Pledges().Parties.Sum(party => party.PaidUsd));
    }

    /// <summary>Governments as FTS names them, in a dump of April 2026 and on Afghanistan's pages of 2020.</summary>
    [Theory]
    [InlineData("Germany, Government of", "DEU")]
    [InlineData("Saudi Arabia (Kingdom of), Government of", "SAU")]
    [InlineData("Korea, Republic of, Government of", "KOR")]
    [InlineData("Republic of South Sudan, Government of", "SSD")]
    [InlineData("Republic of Guinea, Government of", "GIN")]
    [InlineData("Cote d'Ivoire, Government of", "CIV")]
    [InlineData("Bosnia & Herzegovina, Government of", "BIH")]
    [InlineData("Tanzania, Government of", "TZA")]
    [InlineData("Gambia, Government of", "GMB")]
    [InlineData("Türkiye, Government of", "TUR")]
    [InlineData("Germany", null)]
    [InlineData("Puntland, Government of", null)]
    [InlineData("World Food Programme", null)]
    public void CountryOf_AnOrganisation_IsThatOfItsGovernment(string name, string? iso3) => Assert.Equal(iso3, GovernmentNames.CountryOf(name));

    [Fact]
    public void CountryOf_EveryGovernmentThatFtsPublishes_IsKnown()
    {
        var folder = SharedData.Find("fts/global-2026-04");
        Assert.SkipWhen(folder is null, "the published files are not to hand");
        using var ledger = TempLedger.Of(folder);
        var governments = ledger.Ask(new DonorsQuestion()).Parties.Concat(ledger.Ask(new RecipientsQuestion()).Parties).Select(party => party.Name)
            .Where(name => name.EndsWith(", Government of", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(governments.Count, 50, 250);
        Assert.All(governments, name => Assert.True(GovernmentNames.CountryOf(name) is not null, name));
    }
}
