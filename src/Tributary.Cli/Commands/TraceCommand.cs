using System.CommandLine;
using System.Globalization;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>trace FLOW|ACTIVITY</c></summary>
internal static class TraceCommand
{
    private const int IdLengthMax = 500;

    public static Command Create(Surface surface)
    {
        var traced = new Argument<string>("FLOW|ACTIVITY") { Description = "The flow's id, as FTS and `tributary flows` give it, or an activity's IATI identifier", HelpName = "FLOW|ACTIVITY" };
        traced.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (string.IsNullOrWhiteSpace(text) || text.Length > IdLengthMax)) result.AddError($"FLOW|ACTIVITY: {(text.Length > IdLengthMax ? $"{text.Length} characters" : "empty")}; expected a flow's id or an activity's identifier");
        });
        var currency = CommonOptions.ConvertTo();
        var command = new Command("trace", "Where the money of a flow or an activity came from and where it went on, as a tree") { traced, currency };
        command.Validators.Add(result =>
        {
            if (result.GetResult(currency) is { Implicit: false } && result.GetResult(traced) is { Tokens: [{ Value: var id }] } && IsFlow(id, out _)) result.AddError("--currency: flows of FTS are in US dollars; expected it with an activity's identifier");
        });
        return AnswerCommand.Create(surface, command, (asked, token) => Ask(asked, asked.Parsed.GetValue(traced)!, asked.Parsed.GetValue(currency), token),
            "tributary trace 208329",
            "tributary trace 213675 --format json",
            "tributary trace XI-IATI-EC_ECHO-ECHO/-AF/BUD/2020/91000 --currency USD");
    }

    // FTS counts its flows; no IATI identifier is a number alone.
    private static GivenAnswer Ask(Asked asked, string traced, Currency? currency, CancellationToken token) => IsFlow(traced, out var flow)
        ? asked.Answer<TraceQuestion, TraceAnswer>(new TraceQuestion { Flow = new FlowId(flow) }, (answer, _) => TraceTables.Of(answer), limit: null, token)
        : asked.Answer<ActivityTraceQuestion, ActivityTraceAnswer>(new ActivityTraceQuestion { Activity = traced, ConvertTo = currency }, (answer, _) => ActivityTraceTables.Of(answer), limit: null, token);

    private static bool IsFlow(string traced, out long flow) => long.TryParse(traced, NumberStyles.None, CultureInfo.InvariantCulture, out flow);
}
