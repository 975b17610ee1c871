using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>What a person, or a rule, holds of a transaction and a flow: kept with its reasons, never counted.</summary>
public sealed class MovementDecisionTests
{
    private const string Name = "XX-ABC-1-GRANT-7001#2:2020-03-01:100000USD";
    private static readonly FundingQuestion Funding = new() { Countries = ["Afghanistan"], Years = [2020] };

    [Fact]
    public void Decisions_ChangeNoTotal()
    {
        using var desk = Desk();
        var before = desk.Ledger.Ask(Funding);
        desk.Settle(Name, 7001, MovementVerdict.Confirmed);
        desk.Rule(60);
        desk.Settle(Name, 7002, MovementVerdict.Rejected);
        var after = desk.Ledger.Ask(Funding);
        Assert.Equal((200_000m, before.FundingUsd, before.FlowCount), (before.FundingUsd, after.FundingUsd, after.FlowCount));
    }

    [Fact]
    public void Word_OfAPerson_StandsUntilALaterOne()
    {
        using var desk = Desk();
        Assert.Equal(["likely", "likely"], Standing(desk));
        var confirmed = desk.Settle(Name, 7001, MovementVerdict.Confirmed);
        Assert.Equal(["confirmed", "likely"], Standing(desk));
        Assert.Equal(("officer", confirmed.Position, false), desk.Ask().Agreed.Where(pair => pair.Flow.Id.Value == 7001).Select(pair => (pair.SettledBy, pair.SettledRow!.Value, pair.FiguresChanged)).Single());
        desk.Settle(Name, 7002, MovementVerdict.Rejected);
        Assert.Equal(["confirmed"], Standing(desk));
        Assert.Equal(7002, Assert.Single(desk.Ask().OnlyInFts).Id.Value);
        desk.Settle(Name, 7002, MovementVerdict.Withdrawn);
        Assert.Equal(["confirmed", "likely"], Standing(desk));
    }

    [Fact]
    public void Rule_SettlesOpenPairsAlone_AndKeepsWhatItRestedOn()
    {
        using var desk = Desk();
        desk.Settle(Name, 7002, MovementVerdict.Rejected);
        var rule = desk.Rule(75);
        Assert.Equal(new MovementRule(75, "everything"), rule.What.Rule);
        var pair = Assert.Single(rule.What.Pairs);
        Assert.Equal((Name, 7001L, 80), (pair.Transaction, pair.Flow, pair.Score));
        Assert.Equal((100_000m, 100_000m, new DateOnly(2020, 3, 1)), (pair.Stated.Transaction!.Value.Value, pair.Stated.FlowUsd, pair.Stated.FlowDay));
        Assert.Equal(["rule"], Standing(desk));
        Assert.Contains("no open pair of 75 points", Assert.Throws<DecisionRefusedException>(() => desk.Rule(75)).Message, StringComparison.Ordinal);
        desk.WithdrawRule(rule.Position);
        Assert.Equal(["likely"], Standing(desk));
        Assert.Contains($"row {rule.Position}: no rule by which a pair stands", Assert.Throws<DecisionRefusedException>(() => desk.WithdrawRule(rule.Position)).Message, StringComparison.Ordinal);
    }

    // The flow of a pair has no publisher: it must not bring in what somebody else publishes.
    [Fact]
    public void Rule_ForAPublisher_SettlesNothingOfOthers()
    {
        using var desk = ReconcileDesk.Of([ReconcileDesk.Flow], new ActivityBuilder(), new ActivityBuilder { Id = "YY-OTHER-1", Publisher = "YY-OTHER", Transactions = [new TransactionBuilder { Value = "3", Provider = "Somebody", Receiver = "Somebody else" }] });
        Assert.Contains("no open pair of 60 points", Assert.Throws<DecisionRefusedException>(() => desk.Rule(60, "YY-OTHER")).Message, StringComparison.Ordinal);
        var other = desk.Ask(new ReconcileQuestion { Publishers = ["YY-OTHER"] });
        Assert.Equal((0L, 0L), (other.AgreedCount, other.DifferentCount));
        Assert.Single(desk.Rule(60, "XX-ABC-1").What.Pairs);
    }

    [Fact]
    public void Word_OnFiguresThatChanged_SaysSo()
    {
        using var desk = Desk();
        desk.Settle(Name, 7001, MovementVerdict.Confirmed);
        desk.Import(FlowBuilder.Page(ReconcileDesk.Flow with { AmountUsd = 90_000, UpdatedAt = "2020-09-01T00:00:00Z", VersionId = 2 }));
        Assert.True(Assert.Single(desk.Ask().Different, pair => pair.Flow.Id.Value == 7001).FiguresChanged);
    }

    [Fact]
    public void Word_OnWhatTheLedgerLacks_IsRefusedAndKeepsNothing()
    {
        using var desk = Desk();
        var rows = desk.Ledger.Open().Entries().Count;
        Assert.Equal(
            ["the reason: none was given; expected how it is known; say it with --why", "transaction 'X#1': the ledger has none of that name between two parties; expected one of the ledger; `tributary reconcile` shows their names; one with blanks goes between quotation marks", "flow 5: the ledger has no such flow; expected one of the ledger; `tributary flows` lists flows with their ids"],
            Assert.Throws<DecisionRefusedException>(() => desk.Settle("X#1", 5, MovementVerdict.Confirmed, why: "")).Mistakes.Select(mistake => mistake.ToString()));
        Assert.Throws<DecisionRefusedException>(() => desk.Settle(Name, 7001, MovementVerdict.Withdrawn));
        Assert.Equal(rows, desk.Ledger.Open().Entries().Count);
        desk.Settle(Name, 7001, MovementVerdict.Confirmed);
        Assert.Contains("confirmed already, in row", Assert.Throws<DecisionRefusedException>(() => desk.Settle(Name, 7001, MovementVerdict.Confirmed)).Message, StringComparison.Ordinal);
    }

    private static ReconcileDesk Desk() => ReconcileDesk.Of([ReconcileDesk.Flow, ReconcileDesk.Flow with { Id = 7002, Date = "2020-03-20T00:00:00Z" }], new ActivityBuilder());

    private static IEnumerable<string> Standing(ReconcileDesk desk) => desk.Ask().Agreed.OrderBy(pair => pair.Flow.Id.Value).Select(pair => pair.Standing);
}
