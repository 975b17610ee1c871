using Tributary.Clearing;
using Tributary.Deciding;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>Decisions on findings: what holds, who must agree, and when it ends.</summary>
public sealed class ScreeningDecisionTests : IDisposable
{
    private readonly ScreeningDesk _desk = new();
    private readonly string _finding;

    public ScreeningDecisionTests()
    {
        _desk.Screen();
        _finding = _desk.Found().Id;
    }

    [Fact]
    public void Finding_ThatNobodyDecided_IsOpenAndBlocks() => Assert.Equal(FindingState.Open, Assert.Single(_desk.Queue().Findings).State);

    [Fact]
    public void FalsePositive_HoldsOnceASecondPersonAgrees()
    {
        var waiting = Decide(ScreeningOutcome.FalsePositive);
        Assert.Equal(FindingState.AwaitsConfirmation, waiting.State);
        Assert.Equal(30, _desk.Blocked().PassingUsd);
        Assert.Contains("nobody confirms what is their own", _desk.Refused(ledger => ledger.Confirm(waiting.Decision!.Position, _desk.By(" ANN "))), StringComparison.Ordinal);
        Assert.Equal(FindingState.FalsePositive, _desk.Ledger.Open().Confirm(waiting.Decision!.Position, _desk.By("ben", "")).Finding!.State);
        Assert.Empty(_desk.Queue().Findings);
        Assert.Equal(0, _desk.Blocked().PassingUsd);
        Assert.Contains("ben has confirmed it", _desk.Refused(ledger => ledger.Confirm(waiting.Decision!.Position, _desk.By("carl"))), StringComparison.Ordinal);
    }

    [Fact]
    public void FalsePositive_IsSuppressedAsLongAsNeitherSideChanges()
    {
        DecideByTwo(ScreeningOutcome.FalsePositive);
        _desk.Relist("2021-10-20", ScreeningDesk.Karvan, ScreeningDesk.Entry("ZZe.003", "A NEW ONE"));
        _desk.Screen(sinceLast: true);
        Assert.Equal(FindingState.FalsePositive, _desk.Found().State);
        _desk.Relist("2021-10-25", ScreeningDesk.Entry("ZZe.001", "KARVAN TRANSPORT COMPANY", alias: "Karvan of Kandahar"));
        _desk.Screen(sinceLast: true);
        Assert.Equal((FindingState.Open, true), (_desk.Found().State, _desk.Found().Note.EndsWith("no longer holds: the entry changed", StringComparison.Ordinal)));
    }

    [Fact]
    public void FalsePositive_OfAPartyThatGetsAnotherName_IsOpenAgain()
    {
        DecideByTwo(ScreeningOutcome.FalsePositive);
        _desk.Import(TempLedger.Day.AddDays(1), ScreeningDesk.Flows[3] with { Source = ["Organization:3=Karvan Transport Company of Herat", "Plan:900"], UpdatedAt = "2021-10-30T00:00:00Z" });
        _desk.Screen(sinceLast: true);
        Assert.Contains("the party changed", _desk.Found().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void TrueMatch_HoldsAtOnceAndBlocks_EvenWhenTheEntryChanges()
    {
        Assert.Equal(FindingState.TrueMatch, Decide(ScreeningOutcome.TrueMatch).State);
        _desk.Relist("2021-10-25", ScreeningDesk.Entry("ZZe.001", "KARVAN TRANSPORT COMPANY", alias: "Karvan"));
        _desk.Screen();
        Assert.Equal(FindingState.TrueMatch, _desk.Found().State);
        Assert.Contains("the entry changed since row", _desk.Found().Note, StringComparison.Ordinal);
        Assert.Empty(_desk.Queue().Findings);
        Assert.Equal(30, _desk.Blocked().PassingUsd);
    }

    // The party goes by another name now: it is still who it is.
    [Fact]
    public void TrueMatch_OfAPartyThatIsNoLongerFoundByName_Holds_AsLongAsTheEntryIsListed()
    {
        Decide(ScreeningOutcome.TrueMatch);
        var renamed = ScreeningDesk.Flows.Where(flow => flow.Id is 11 or 13 or 20).Select(flow => flow with
        {
            Source = [.. flow.Source.Select(Renamed)], Destination = [.. flow.Destination.Select(Renamed)], UpdatedAt = "2021-10-30T00:00:00Z",
        });
        _desk.Import(TempLedger.Day.AddDays(1), renamed);
        Assert.Empty(_desk.Screen().Hits);
        Assert.Equal((FindingState.TrueMatch, "its name is no longer found; the decision stands"), (_desk.Found().State, _desk.Found().Note));
        Assert.Equal(30, _desk.Blocked().PassingUsd);
        _desk.Relist("2021-10-25", ScreeningDesk.Other);
        _desk.Screen();
        Assert.Empty(_desk.Queue(withDecided: true).Findings);
        Assert.Equal(0, _desk.Blocked().PassingUsd);
    }

    private static string Renamed(string party) => party.Replace("Karvan Transport Company", "Zephyr Logistics", StringComparison.Ordinal);

    // Screening again with a higher score, or a chain alone, frees nothing.
    [Fact]
    public void Finding_OfACloserRun_OutlivesRunsThatLookLessClosely()
    {
        _desk.Relist("2021-10-20", ScreeningDesk.Entry("ZZe.001", "KARVEN TRANSPORT COMPANY"));
        _desk.Screen();
        Assert.InRange(_desk.Found().Score, 0.85, 0.99);
        var strict = new ScreenPartiesOptions { Threshold = 1 };
        Assert.Empty(_desk.Ledger.Open().Screen(strict, _desk.By(), TestContext.Current.CancellationToken).Run.What.Hits);
        Assert.Empty(_desk.Ledger.Open().Screen(strict with { Flow = new Tributary.Flows.FlowId(11) }, _desk.By(), TestContext.Current.CancellationToken).Run.What.Hits);
        Assert.Equal(FindingState.Open, _desk.Found().State);
        Assert.Equal(30, _desk.Blocked().PassingUsd);
        Assert.Contains("1 finding is of an earlier run that looked more closely", Assert.Single(_desk.Blocked().Stale), StringComparison.Ordinal);
    }

    [Fact]
    public void TrueMatch_IsNotUndoneByADecisionThatWaits()
    {
        Decide(ScreeningOutcome.TrueMatch);
        var later = Decide(ScreeningOutcome.FalsePositive);
        Assert.Equal(FindingState.TrueMatch, later.State);
        Assert.Contains("waits for a second person", later.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void NeedsMore_StaysInTheQueueWithWhatIsMissing()
    {
        _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.NeedsMore, new DateOnly(2021, 11, 10), null, _desk.By(why: "asked for the register"));
        Assert.Equal((FindingState.NeedsMore, "asked for the register"), (Assert.Single(_desk.Queue().Findings).State, _desk.Found().Note));
        _desk.Clock.At = _desk.Clock.At.AddDays(20);
        Assert.Equal("asked for the register; it was to be known by 2021-11-10", _desk.Found().Note);
    }

    [Fact]
    public void Decision_WithATerm_EndsWithIt()
    {
        var made = _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.FalsePositive, new DateOnly(2021, 11, 30), null, _desk.By());
        _desk.Ledger.Open().Confirm(made.Decision!.Position, _desk.By("ben"));
        _desk.Clock.At = new DateTimeOffset(2021, 11, 30, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(FindingState.FalsePositive, _desk.Found().State);
        _desk.Clock.At = new DateTimeOffset(2021, 12, 1, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal(FindingState.Open, _desk.Found().State);
        Assert.Contains("it held until 2021-11-30", _desk.Found().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawal_LetsWhatWasDecidedBeforeStandAgain()
    {
        Decide(ScreeningOutcome.TrueMatch);
        var second = DecideByTwo(ScreeningOutcome.FalsePositive);
        Assert.Equal(FindingState.FalsePositive, _desk.Found().State);
        _desk.Ledger.Open().WithdrawScreening(second, _desk.By(why: "the wrong register"));
        Assert.Equal(FindingState.TrueMatch, _desk.Found().State);
        Assert.Contains("taken back before", _desk.Refused(ledger => ledger.WithdrawScreening(second, _desk.By())), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_SaysWhoseWordNeedsASecond_FromThenOn()
    {
        _desk.Ledger.Open().SetRule(new ScreeningRule([]), _desk.By(why: "one officer"));
        Assert.Equal(FindingState.FalsePositive, Decide(ScreeningOutcome.FalsePositive).State);
        _desk.Ledger.Open().SetRule(new ScreeningRule([ScreeningOutcome.TrueMatch]), _desk.By());
        Assert.Equal(FindingState.FalsePositive, _desk.Found().State);
        Assert.Equal(FindingState.FalsePositive, Decide(ScreeningOutcome.TrueMatch).State);
    }

    // Whoever could switch the rule off alone would need nobody.
    [Fact]
    public void Rule_ThatAsksLess_TakesTwo_OnceAnythingWasDecided()
    {
        var before = Decide(ScreeningOutcome.FalsePositive);
        var rule = _desk.Ledger.Open().SetRule(new ScreeningRule([]), _desk.By(why: "one officer"));
        Assert.Contains("once a second person confirms this", rule.Says, StringComparison.Ordinal);
        Assert.Equal(FindingState.AwaitsConfirmation, Decide(ScreeningOutcome.FalsePositive).State);
        Assert.Contains("a later decision", _desk.Refused(ledger => ledger.Confirm(before.Decision!.Position, _desk.By("ben"))), StringComparison.Ordinal);
        Assert.Contains("nobody confirms what is their own", _desk.Refused(ledger => ledger.Confirm(rule.Row, _desk.By())), StringComparison.Ordinal);
        Assert.Null(_desk.Ledger.Open().Confirm(rule.Row, _desk.By("ben")).Finding);
        Assert.Equal(FindingState.AwaitsConfirmation, _desk.Found().State);
        Assert.Equal(FindingState.FalsePositive, Decide(ScreeningOutcome.FalsePositive).State);
    }

    [Fact]
    public void Withdrawal_OfWhatStopsMoney_TakesTwo()
    {
        DecideByTwo(ScreeningOutcome.FalsePositive);
        var stop = _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.TrueMatch, null, null, _desk.By("carl")).Decision!.Position;
        var withdrawal = _desk.Ledger.Open().WithdrawScreening(stop, _desk.By(why: "I prefer mine"));
        Assert.Equal((FindingState.TrueMatch, 30m), (_desk.Found().State, _desk.Blocked().PassingUsd));
        Assert.Contains("nobody confirms what is their own", _desk.Refused(ledger => ledger.Confirm(withdrawal.Row, _desk.By())), StringComparison.Ordinal);
        Assert.Equal(FindingState.FalsePositive, _desk.Ledger.Open().Confirm(withdrawal.Row, _desk.By("ben")).Finding!.State);
    }

    [Theory]
    [InlineData("ANN")]
    [InlineData("a nn")]
    [InlineData("аnn")]
    [InlineData("ann\u200b")]
    [InlineData("A.N.N.")]
    public void Confirm_ByWhoMayBeTheSamePerson_IsRefused(string who)
    {
        var row = Decide(ScreeningOutcome.FalsePositive).Decision!.Position;
        Assert.Contains("expected a second person", _desk.Refused(ledger => ledger.Confirm(row, _desk.By(who))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNSCR 2615")]
    [InlineData("S/RES/2615(2021)")]
    [InlineData("Security Council resolution 2615 (2021)")]
    public void Exemption_KnowsAResolution_HoweverItIsWritten(string basis)
    {
        _desk.Clock.At = new DateTimeOffset(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);
        var entry = new ExemptionEntry { Basis = basis, Actor = "NGO", Activity = "food", Minimised = "paid to mills" };
        Assert.Contains("--inform-from", _desk.Refused(ledger => ledger.Exempt(entry, _desk.By())), StringComparison.Ordinal);
        Assert.Contains("--paragraph: ¶9 of S/RES/2615", _desk.Refused(ledger => ledger.Exempt(entry with { InformFrom = _desk.Today, Paragraph = "¶9" }, _desk.By())), StringComparison.Ordinal);
        Assert.Contains("before S/RES/2615 (2021) was adopted", _desk.Refused(ledger => ledger.Exempt(entry with { InformFrom = _desk.Today, Dated = new DateOnly(2001, 1, 1) }, _desk.By())), StringComparison.Ordinal);
        Assert.Equal(_desk.Today.AddDays(60), _desk.Ledger.Open().Exempt(entry with { InformFrom = _desk.Today }, _desk.By()).What.InformBy);
    }

    [Fact]
    public void Exemption_ForWhichInformationIsOverdue_ClearsNothingMore()
    {
        var row = Exempt("2615", informFrom: _desk.Today);
        _desk.Clock.At = _desk.Clock.At.AddDays(61);
        Assert.Contains("information was owed for it by", _desk.Refused(ledger => ledger.Decide(_finding, ScreeningOutcome.Cleared, null, row, _desk.By())), StringComparison.Ordinal);
        _desk.Ledger.Open().Inform(row, _desk.Today, _desk.By());
        Assert.Equal(FindingState.AwaitsConfirmation, _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.Cleared, null, row, _desk.By()).State);
    }

    [Fact]
    public void State_AsOfADay_IsWhatWasDecidedThen()
    {
        _desk.Clock.At = new DateTimeOffset(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);
        Decide(ScreeningOutcome.TrueMatch);
        var question = new ScreeningQueueQuestion { Today = _desk.Today, WithDecided = true };
        Assert.Equal(FindingState.Open, Assert.Single(_desk.Ledger.Open().Ask(question, new DateOnly(2026, 5, 9), TestContext.Current.CancellationToken).Findings).State);
        Assert.Equal(FindingState.TrueMatch, Assert.Single(_desk.Ledger.Open().Ask(question, new DateOnly(2026, 5, 10), TestContext.Current.CancellationToken).Findings).State);
    }

    [Theory]
    [InlineData(ScreeningOutcome.FalsePositive, "", null, null, "--why: no reason")]
    [InlineData(ScreeningOutcome.TrueMatch, "x", "2021-10-31", null, "--until 2021-10-31: a day that is over")]
    [InlineData(ScreeningOutcome.TrueMatch, "x", null, 1L, "--exemption: given for true-match")]
    [InlineData(ScreeningOutcome.Cleared, "x", null, null, "--exemption: none given")]
    [InlineData(ScreeningOutcome.Cleared, "x", null, 1L, "--exemption 1: no exemption")]
    public void Decide_WhatDoesNotHold_IsRefused(ScreeningOutcome outcome, string why, string? until, long? exemption, string message) =>
        Assert.Contains(message, _desk.Refused(ledger => ledger.Decide(_finding, outcome, until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), exemption, _desk.By(why: why))), StringComparison.Ordinal);

    [Fact]
    public void Decide_OnNoFinding_SaysSo() => Assert.Contains("finding 'ffff'", Assert.Throws<UnknownValueException>(() => _desk.Ledger.Open().Decide("ffff", ScreeningOutcome.TrueMatch, null, null, _desk.By())).Message, StringComparison.Ordinal);

    [Fact]
    public void Cleared_RestsOnAnExemptionThatCoversTheEntry()
    {
        var wrong = Exempt("2761");
        Assert.Contains("S/RES/2761 (2024) is about UN 1267/1989/2253", _desk.Refused(ledger => ledger.Decide(_finding, ScreeningOutcome.Cleared, null, wrong, _desk.By())), StringComparison.Ordinal);
        var right = Exempt("2615", informFrom: _desk.Today);
        var waiting = _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.Cleared, null, right, _desk.By());
        Assert.Equal(FindingState.Cleared, _desk.Ledger.Open().Confirm(waiting.Decision!.Position, _desk.By("ben")).Finding!.State);
        Assert.Equal(0, _desk.Blocked().PassingUsd);
        Assert.Equal(_desk.Today.AddDays(60), Assert.Single(_desk.Queue().InformationOwed).InformBy);
        _desk.Ledger.Open().Inform(right, _desk.Today, _desk.By());
        Assert.Empty(_desk.Queue().InformationOwed);
        _desk.Ledger.Open().WithdrawScreening(right, _desk.By());
        Assert.Equal(FindingState.Open, _desk.Found().State);
        Assert.Contains("its exemption was withdrawn", _desk.Found().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Cleared_EndsWithItsExemption()
    {
        var row = Exempt("OFAC General License 20", until: _desk.Today.AddDays(10));
        Assert.Contains("after the exemption's end", _desk.Refused(ledger => ledger.Decide(_finding, ScreeningOutcome.Cleared, _desk.Today.AddDays(11), row, _desk.By())), StringComparison.Ordinal);
        _desk.Ledger.Open().Confirm(_desk.Ledger.Open().Decide(_finding, ScreeningOutcome.Cleared, null, row, _desk.By()).Decision!.Position, _desk.By("ben"));
        _desk.Clock.At = _desk.Clock.At.AddDays(11);
        Assert.Contains("its exemption ended on", _desk.Found().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Exemption_WithoutWhatAnAuditorNeeds_IsRefused()
    {
        _desk.Clock.At = new DateTimeOffset(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);
        var refused = _desk.Refused(ledger => ledger.Exempt(new ExemptionEntry { Basis = "a licence", Actor = "NGO", Activity = "", Minimised = "nothing", Evidence = ["ffff"] }, _desk.By()));
        Assert.Equal(["--paragraph", "--cited", "--dated", "--regime", "--activity", "--evidence"], refused.Split('\n').Select(line => line.Split(':')[0]));
        Assert.Contains("--inform-from: nothing given; expected the day from which the 60 days", _desk.Refused(ledger => ledger.Exempt(new ExemptionEntry { Basis = "2615", Actor = "NGO", Activity = "food", Minimised = "paid to mills" }, _desk.By())), StringComparison.Ordinal);
        Assert.Contains("--cited: 'somewhere'", _desk.Refused(ledger => ledger.Exempt(new ExemptionEntry { Basis = "2664", Citation = "somewhere", Actor = "NGO", Activity = "food", Minimised = "paid to mills" }, _desk.By())), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_HasRunsFindingsDecisionsAndExemptions()
    {
        var exemption = Exempt("2615", informFrom: _desk.Today);
        var waiting = _desk.Ledger.Open().Decide(_finding, ScreeningOutcome.Cleared, null, exemption, _desk.By());
        _desk.Ledger.Open().Confirm(waiting.Decision!.Position, _desk.By("ben"));
        var report = _desk.Ledger.Ask(new ScreeningReportQuestion { Today = _desk.Today });
        Assert.Equal((1, 1, 1, 1), (report.Runs.Count, report.Findings.Count, report.Decisions.Count, report.Exemptions.Count));
        Assert.Equal(("cleared", "ann", "ben", (long?)exemption), (report.Decisions[0].Outcome, report.Decisions[0].By, report.Decisions[0].ConfirmedBy, report.Decisions[0].Exemption));
        Assert.Equal(new DateOnly(2021, 10, 1), report.Decisions[0].ListVersion);
        Assert.Equal(4, ScreeningTables.Of(report).Tables.Count);
        Assert.Empty(_desk.Ledger.Ask(new ScreeningReportQuestion { Today = _desk.Today, From = _desk.Today.AddDays(1) }).Runs);
    }

    public void Dispose() => _desk.Dispose();

    private Finding Decide(ScreeningOutcome outcome) => _desk.Ledger.Open().Decide(_finding, outcome, null, null, _desk.By());

    private long DecideByTwo(ScreeningOutcome outcome)
    {
        Decide(outcome);
        var row = _desk.Ledger.Open().CurrentFacts().Decisions.Position;
        _desk.Ledger.Open().Confirm(row, _desk.By("ben"));
        return row;
    }

    // The resolutions are younger than the list: as on their day.
    private long Exempt(string basis, DateOnly? informFrom = null, DateOnly? until = null)
    {
        var isKnown = ExemptionBasis.Find(basis) is not null;
        _desk.Clock.At = _desk.Clock.At > new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) ? _desk.Clock.At : new DateTimeOffset(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);
        return _desk.Ledger.Open().Exempt(new ExemptionEntry
        {
            Basis = basis, Paragraph = isKnown ? null : "(a)", Citation = isKnown ? null : "https://example.org/licence", Dated = isKnown ? null : new DateOnly(2021, 9, 24), Regime = isKnown ? null : "Taliban",
            Actor = "NGO", Activity = "food", Minimised = "paid to mills", InformFrom = informFrom is null ? null : _desk.Today, Until = until is null ? null : _desk.Today.AddDays(10),
        }, _desk.By()).Position;
    }
}
