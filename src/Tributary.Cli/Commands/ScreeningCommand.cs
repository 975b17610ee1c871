using System.CommandLine;
using Tributary.Clearing;
using Tributary.Deciding;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>screening queue|show|decide|confirm|withdraw|rule|report</c>, and what is about exemptions.</summary>
internal static class ScreeningCommand
{
    private static readonly string Outcomes = string.Join('|', ScreeningOutcomes.All.Select(outcome => outcome.Word()));

    public static Command Create(Surface surface)
    {
        var command = new Command("screening", "What screening the ledger has found: what waits, what was decided and on which basis, and the report of all of it")
        {
            CreateQueue(surface), CreateShow(surface), CreateDecide(surface), CreateConfirm(surface), CreateWithdraw(surface), CreateRule(surface), CreateReport(surface),
        };
        foreach (var exemption in ExemptionCommands.Create(surface)) command.Subcommands.Add(exemption);
        return command;
    }

    /// <summary>Today, for what holds until a day.</summary>
    public static DateOnly Today(Surface surface) => DateOnly.FromDateTime(surface.Clock.GetUtcNow().UtcDateTime);

    /// <summary>A row of the journal.</summary>
    public static Argument<long> Row(string description) => new("ROW")
    {
        Description = description,
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row)) return row;
            result.AddError($"ROW '{result.Tokens[0].Value}': not a row of the journal; expected a whole number");
            return 0;
        },
    };

    private static Command CreateQueue(Surface surface)
    {
        var all = new Option<bool>("--all") { Description = "Also findings that were decided" };
        var command = new Command("queue", "Findings that wait for a person, the oldest first, then the likeliest; and exemptions for which information is owed") { all };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<ScreeningQueueQuestion, ScreeningQueueAnswer>(surface, command, parsed => new ScreeningQueueQuestion { Today = Today(surface), WithDecided = parsed.GetValue(all) },
            ScreeningTables.Of, limit, "tributary screening queue", "tributary screening queue --all --format json");
    }

    private static Command CreateShow(Surface surface)
    {
        var finding = Finding();
        var command = new Command("show", "One finding: the party and the entry side by side, which word met which, and all that was decided") { finding };
        return AnswerCommand.Create<FindingQuestion, FindingAnswer>(surface, command, parsed => new FindingQuestion { Finding = parsed.GetValue(finding)!, Today = Today(surface) },
            (answer, _) => FindingTables.Of(answer), limit: null, "tributary screening show 3f9a12bc04");
    }

    private static Command CreateDecide(Surface surface)
    {
        var finding = Finding();
        var outcome = new Argument<ScreeningOutcome>("OUTCOME")
        {
            Description = $"{Outcomes}: it is the party; it is somebody else; it cannot be said yet; an exemption lets the money flow", HelpName = Outcomes,
            CustomParser = result => Read(result.Tokens[0].Value, result.AddError),
        };
        var until = CommonOptions.Day("--until", "The last day on which it holds; without, until the party or the entry changes");
        var exemption = new Option<long?>("--exemption") { Description = "The row of the exemption, for cleared", HelpName = "ROW" };
        var command = new Command("decide", "Say what a finding is. A later decision takes the place of an earlier one; nothing is overwritten") { finding, outcome, until, exemption };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary screening decide 3f9a12bc04 false-positive --why \"registered in Oslo since 1946; the entry is of Karachi\"", "tributary screening decide 3f9a12bc04 cleared --exemption 57 --until 2026-12-31 --why \"food only, through the WFP\"");
        entering.Do((parsed, ledger, options, format) => Write(surface, format, ledger.Decide(parsed.GetValue(finding)!, parsed.GetValue(outcome), parsed.GetValue(until), parsed.GetValue(exemption), options)));
        return command;
    }

    private static Command CreateConfirm(Surface surface)
    {
        var row = Row("The row of the decision, of taking one back, or of the rule");
        var command = new Command("confirm", "Agree with what another person decided, took back or set as a rule; nobody confirms what is their own") { row };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary screening confirm 58 --by \"M. Rahimi\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var confirmed = ledger.Confirm(parsed.GetValue(row), options);
            if (confirmed.Finding is { } finding) Write(surface, format, finding);
            else Write(surface, format, new KeptRow(confirmed.Row, $"row {parsed.GetValue(row)} is confirmed"));
        });
        return command;
    }

    private static Command CreateWithdraw(Surface surface)
    {
        var row = Row("The row of the decision or of the exemption");
        var command = new Command("withdraw", "Take back a decision or an exemption that should not have been made; what was decided before stands again") { row };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary screening withdraw 58 --why \"the wrong finding\"");
        entering.Do((parsed, ledger, options, format) => Write(surface, format, ledger.WithdrawScreening(parsed.GetValue(row), options)));
        return command;
    }

    private static Command CreateRule(Surface surface)
    {
        var confirmed = new Option<string[]>("--second-person") { Description = "The outcomes that hold only once a second person has confirmed them, from now on; or none. May be given again", HelpName = $"{Outcomes}|none", Required = true };
        confirmed.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word != "none")) Read(word, result.AddError);
            if (result.Tokens.Count > 1 && result.Tokens.Any(token => token.Value == "none")) result.AddError("--second-person none: given with others; expected it alone");
        });
        var command = new Command("rule", "Set which decisions need a second person (at first false-positive and cleared: whatever lets money flow); to ask for less takes two as well, once anything was decided") { confirmed };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary screening rule --second-person cleared --why \"two officers only\"", "tributary screening rule --second-person none --why \"one officer; the board reviews the report each quarter\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            List<ScreeningOutcome> outcomes = [.. parsed.GetValue(confirmed)!.Where(word => word != "none").Select(word => Read(word, _ => { })).Distinct().Order()];
            Write(surface, format, ledger.SetRule(new ScreeningRule(outcomes), options));
        });
        return command;
    }

    private static Command CreateReport(Surface surface)
    {
        var from = CommonOptions.Day("--from", "Only screenings and decisions of this day and later");
        var command = new Command("report", "For a donor or an auditor: what was screened against which lists, when and by whom, with which result, and what was decided on which basis") { from };
        return AnswerCommand.Create<ScreeningReportQuestion, ScreeningReport>(surface, command, parsed => new ScreeningReportQuestion { Today = Today(surface), From = parsed.GetValue(from) },
            (answer, _) => ScreeningTables.Of(answer), limit: null, "tributary screening report", "tributary screening report --from 2026-01-01 --output screening-2026.xlsx", "tributary screening report --format json");
    }

    private static Argument<string> Finding() => new("FINDING") { Description = "The finding's id, or its first digits" };

    private static ScreeningOutcome Read(string word, Action<string> refuse)
    {
        if (!ScreeningOutcomes.TryParse(word, out var outcome)) refuse($"outcome '{word}': there is none of that name; expected {string.Join(", ", ScreeningOutcomes.All.Select(known => known.Word()))}");
        return outcome;
    }

    private static void Write(Surface surface, AnswerFormat format, KeptRow kept) => AnswerCommand.Write(surface, format, kept, () => KeptRow.Table(kept));

    private static void Write(Surface surface, AnswerFormat format, Finding finding)
    {
        var line = FindingLine.Of(finding, Today(surface));
        AnswerCommand.Write(surface, format, line, () => FindingTables.Of(line));
    }
}
