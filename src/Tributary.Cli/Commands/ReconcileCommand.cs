using System.CommandLine;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>reconcile</c>, and <c>reconcile confirm|reject|withdraw|rule</c>.</summary>
internal static class ReconcileCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("reconcile", "What FTS and IATI have of the same money: agreed, with other amounts, in one of them only");
        var choice = new ChoiceOptions(command);
        var score = MinScore("Show as likely only pairs with at least this score", ReconcileQuestion.LikelyScore);
        command.Options.Add(score);
        // The question keeps the limit itself, for each of its groups: else the first would hide the others.
        var limit = LineLimit.AddTo(command);
        AnswerCommand.Create<ReconcileQuestion, ReconcileAnswer>(surface, command, parsed => choice.Of(parsed) with { MinScore = parsed.GetValue(score), Limit = limit.Of(parsed) }, ReconcileTables.Of, limit: null,
            "tributary reconcile --donor \"Afghanistan Humanitarian Fund\" --country AFG --year 2020",
            "tributary reconcile --donor XI-IATI-EC_ECHO --country AFG --format csv",
            "tributary reconcile --plan HAFG20 --publisher XM-DAC-41122 --min-score 80");
        command.Subcommands.Add(CreateSettle(surface, "confirm", "Say that a transaction and a flow are one movement of money", MovementVerdict.Confirmed, "the grant letter names both"));
        command.Subcommands.Add(CreateSettle(surface, "reject", "Say that a transaction and a flow are not one movement", MovementVerdict.Rejected, "another year's grant"));
        command.Subcommands.Add(CreateWithdraw(surface));
        command.Subcommands.Add(CreateRule(surface));
        return command;
    }

    private static Command CreateSettle(Surface surface, string name, string description, MovementVerdict verdict, string reason)
    {
        var (transaction, flow) = (Transaction(ArgumentArity.ExactlyOne), Flow(ArgumentArity.ExactlyOne));
        var command = new Command(name, $"{description}. A later word takes the place of an earlier one; no total changes") { transaction, flow };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, $"tributary reconcile {name} XM-OCHA-CBPF-AFG-20/3481/RA3/N/UN/16118#AFG23-16118 211789 --why \"{reason}\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var (named, id) = (parsed.GetValue(transaction)!, new FlowId(parsed.GetValue(flow)![0]));
            Write(surface, format, new KeptRow(ledger.Settle(named, id, verdict, options).Position, $"{named} and flow {id}: {(verdict == MovementVerdict.Confirmed ? "one movement" : "not one movement")}"));
        });
        return command;
    }

    private static Command CreateWithdraw(Surface surface)
    {
        var (transaction, flow) = (Transaction(ArgumentArity.ZeroOrOne), Flow(ArgumentArity.ZeroOrOne));
        var rule = new Option<long?>("--rule") { Description = "All that the rule of a row of the journal settled and that still stands by it", HelpName = "ROW" };
        var command = new Command("withdraw", "Take back what was said of a transaction and a flow, or by a rule: they are open again") { transaction, flow, rule };
        command.Validators.Add(result =>
        {
            var named = result.GetResult(transaction)?.Tokens.Count + result.GetResult(flow)?.Tokens.Count;
            if (result.GetResult(rule) is { Implicit: false } ? named > 0 : named != 2) result.AddError("expected a transaction and a flow, or --rule ROW");
        });
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary reconcile withdraw XM-OCHA-CBPF-AFG-20/3481/RA3/N/UN/16118#AFG23-16118 211789 --why \"the wrong flow\"", "tributary reconcile withdraw --rule 58 --why \"the score was too low\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var decided = parsed.GetValue(rule) is { } row ? ledger.WithdrawRule(row, options) : ledger.Settle(parsed.GetValue(transaction)!, new FlowId(parsed.GetValue(flow)![0]), MovementVerdict.Withdrawn, options);
            Write(surface, format, new KeptRow(decided.Position, $"open again: {Count(decided.What.Pairs.Count)}"));
        });
        return command;
    }

    private static Command CreateRule(Surface surface)
    {
        var score = MinScore("The least score of the pairs that are confirmed", null);
        var command = new Command("rule", "Confirm all open pairs of at least a score whose amounts agree; the journal keeps the rule, each pair and the figures that it rested on") { score };
        var choice = new ChoiceOptions(command);
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary reconcile rule --min-score 90 --donor \"Afghanistan Humanitarian Fund\" --why \"the fund's project codes stand in both; agreed with the fund on 3 May\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var decided = ledger.SettleByRule(choice.Of(parsed) with { MinScore = parsed.GetValue(score) }, options);
            Write(surface, format, new KeptRow(decided.Position, $"confirmed by the rule, {Count(decided.What.Pairs.Count)}: {decided.What.Rule!.MinScore} points and more, {decided.What.Rule.Choice}"));
        });
        return command;
    }

    private static Argument<string?> Transaction(ArgumentArity arity) => new("TRANSACTION") { Description = "The transaction's name, as `tributary reconcile` gives it: ACTIVITY#REFERENCE, or ACTIVITY#TYPE:DAY:AMOUNT", Arity = arity };

    private static Argument<long[]> Flow(ArgumentArity arity) => CommonOptions.Flows("FLOW", "FTS's id of the flow", arity);

    private static Option<int> MinScore(string description, int? unlessGiven)
    {
        var score = new Option<int>("--min-score") { Description = $"{description}, from 40 to 100", HelpName = "SCORE", Required = unlessGiven is null };
        if (unlessGiven is { } likely) score.DefaultValueFactory = _ => likely;
        score.Validators.Add(result => CommonOptions.RefuseOutside(result, 40, 100));
        return score;
    }

    private static string Count(int pairs) => pairs == 1 ? "1 pair" : $"{pairs} pairs";

    private static void Write(Surface surface, AnswerFormat format, KeptRow kept) => AnswerCommand.Write(surface, format, kept, () => KeptRow.Table(kept));

    /// <summary>The options that choose flows and transactions.</summary>
    private sealed class ChoiceOptions
    {
        private readonly Option<string[]> _donor = List("--donor", "NAME|ID", "Who gives, by FTS's or IATI's id or name");
        private readonly Option<string[]> _country = List("--country", "ISO3|NAME", "Destination country");
        private readonly Option<int[]> _year = new("--year") { Description = "Usage year of flows; of transactions the year of their day", HelpName = "YEAR", AllowMultipleArgumentsPerToken = false };
        private readonly Option<string[]> _plan = List("--plan", "ID|CODE", "Plan of flows; of transactions the appeal that their activity names");
        private readonly Option<string[]> _publisher = List("--publisher", "REF|NAME", "Only transactions that it publishes");

        public ChoiceOptions(Command command)
        {
            _year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
            foreach (var option in (ReadOnlySpan<Option>)[_donor, _country, _year, _plan, _publisher]) command.Options.Add(option);
        }

        public ReconcileQuestion Of(ParseResult parsed) => new()
        {
            Donors = parsed.GetValue(_donor) ?? [],
            Countries = parsed.GetValue(_country) ?? [],
            Years = parsed.GetValue(_year) ?? [],
            Plans = parsed.GetValue(_plan) ?? [],
            Publishers = parsed.GetValue(_publisher) ?? [],
        };

        private static Option<string[]> List(string name, string help, string description) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = false };
    }
}
