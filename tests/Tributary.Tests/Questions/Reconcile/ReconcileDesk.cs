using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>A ledger of a few flows and activities, and the words of an officer on them.</summary>
internal sealed class ReconcileDesk : IDisposable
{
    /// <summary>A flow that is the movement of <see cref="TransactionBuilder"/>.</summary>
    public static readonly FlowBuilder Flow = new()
    {
        Id = 7001, AmountUsd = 100_000, Status = "commitment", Date = "2020-03-01T00:00:00Z",
        Source = ["Organization:1=Land of Plenty Aid"], Destination = ["Organization:2=Helping Hands Federation", "Location:1=Afghanistan", "UsageYear:2020", "Plan:900"],
    };

    private readonly TempLedger _ledger = new();
    private readonly TempFolder _folder = new();
    private int _files;

    public static ReconcileDesk Of(IEnumerable<FlowBuilder> flows, params IEnumerable<ActivityBuilder> activities)
    {
        var desk = new ReconcileDesk();
        desk.Import(FlowBuilder.Page(flows), ActivityBuilder.File(activities));
        return desk;
    }

    public TempLedger Ledger => _ledger;

    public void Import(params IEnumerable<string> contents)
    {
        _ledger.Close();
        var paths = contents.Select(content =>
        {
            var path = _folder[$"{_files++}.txt"];
            File.WriteAllText(path, content);
            return path;
        });
        _ledger.Import([.. paths]);
    }

    public ReconcileAnswer Ask(ReconcileQuestion? question = null) => _ledger.Ask(question ?? new ReconcileQuestion());

    /// <summary>The only pair of the answer.</summary>
    public ReconciledPair Pair(int minScore = 40)
    {
        var answer = Ask(new ReconcileQuestion { MinScore = minScore });
        return Assert.Single(answer.Agreed.Concat(answer.Different));
    }

    public Decided<MovementDecision> Settle(string transaction, long flow, MovementVerdict verdict, string why = "the letter says so") =>
        _ledger.Open().Settle(transaction, new FlowId(flow), verdict, new DecideOptions { Who = "officer", Why = why });

    public Decided<MovementDecision> Rule(int minScore, params IReadOnlyList<string> publishers) => _ledger.Open().SettleByRule(new ReconcileQuestion { MinScore = minScore, Publishers = publishers }, new DecideOptions { Who = "officer", Why = "agreed with the donor" });

    public Decided<MovementDecision> WithdrawRule(long row) => _ledger.Open().WithdrawRule(row, new DecideOptions { Who = "officer", Why = "too low" });

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }
}
