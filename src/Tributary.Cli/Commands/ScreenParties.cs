using System.CommandLine;
using System.CommandLine.Parsing;
using Tributary.Cli.Output;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>screen --ledger</c>, <c>screen --flow ID</c> and <c>screen --since-last</c>: the parties of the ledger itself. What was found is kept.</summary>
internal sealed class ScreenParties
{
    private readonly Surface _surface;
    private readonly Option<long?> _flow = new("--flow") { Description = "Screen the parties on the chain of this flow, and keep what is found", HelpName = "FLOW" };
    private readonly Option<bool> _sinceLast = new("--since-last") { Description = "Screen the parties of the ledger again, but compare only what is new or has changed since the last time; the findings are the same" };
    private readonly JournalOptions _journal;

    public ScreenParties(Surface surface, Command command)
    {
        _surface = surface;
        foreach (var option in (ReadOnlySpan<Option>)[_flow, _sinceLast]) command.Options.Add(option);
        _journal = new JournalOptions(command, surface, "screens");
        _flow.Validators.Add(result => CommonOptions.RefuseOutside(result, 1, int.MaxValue));
        command.Validators.Add(result =>
        {
            if (result.GetResult(_flow) is not null && result.GetValue(_sinceLast)) result.AddError("--flow and --since-last: both were given; expected one of them; a chain is compared whole");
        });
    }

    /// <summary>Whether the ledger is to be screened: it was named without anything else to screen, or an option says so.</summary>
    public bool IsGiven(CommandResult result) => result.GetResult(_flow) is not null || result.GetResult(_sinceLast) is { Implicit: false } || CommonOptions.IsLedgerNamed(result);

    /// <summary>The option that only goes with the ledger; null when there is none.</summary>
    public string? Given(CommandResult result) => ((IEnumerable<Option>)[_flow, _sinceLast, .. _journal.All]).FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>Screens, keeps the run, and writes it.</summary>
    public int Run(ParseResult parsed, ScoreOptions score, CancellationToken token)
    {
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(_surface.Error), token);
        var what = new ScreenPartiesOptions { Flow = parsed.GetValue(_flow) is { } flow ? new FlowId(flow) : null, SinceLast = parsed.GetValue(_sinceLast), Threshold = score.ThresholdOf(parsed), Weights = score.WeightsOf(parsed) };
        var screened = ledger.Screen(what, _journal.Of(parsed), token);
        var found = ledger.Ask(new ScreeningRunQuestion { Row = screened.Run.Position, Compared = screened.Compared, Today = ScreeningCommand.Today(_surface) }, token);
        AnswerCommand.Write(_surface, parsed.GetValue<AnswerFormat>("--format"), found, () => ScreeningTables.Of(found));
        return ExitCodes.Ok;
    }
}
