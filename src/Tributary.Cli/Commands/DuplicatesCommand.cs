using System.CommandLine;
using System.Globalization;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>duplicates list</c> and <c>duplicates settle FLOW FLOW…</c></summary>
internal static class DuplicatesCommand
{
    public static Command Create(Surface surface) => new("duplicates", "Flows that look like one flow reported twice: find them, and settle them") { CreateList(surface), CreateSettle(surface) };

    private static Command CreateList(Surface surface)
    {
        var score = new Option<decimal>("--min-score") { Description = "Only pairs with at least this score, from 0 to 1", HelpName = "SCORE", DefaultValueFactory = _ => 0.5m };
        score.Validators.Add(result => { if (result.Tokens is [{ Value: var text }] && !(decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given <= 1)) result.AddError($"--min-score '{text}': not a number from 0 to 1"); });
        var settled = new Option<bool>("--settled") { Description = "Also pairs that were settled" };
        var command = new Command("list", "Pairs with the same donor, recipient, amount and day, with reasons and a score, and the totals before and after") { score, settled };
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<DuplicatesQuestion, DuplicatesAnswer>(surface, command,
            parsed => filters.Fill(parsed, new DuplicatesQuestion { MinScore = parsed.GetValue(score), WithSettled = parsed.GetValue(settled), Limit = limit.Of(parsed) }), DuplicatesTables.Of, limit,
            "tributary duplicates list --country AFG --year 2020",
            "tributary duplicates list --plan 929 --min-score 0.7 --settled");
    }

    private static Command CreateSettle(Surface surface)
    {
        var flows = CommonOptions.Flows("FLOW", "The flows, by their ids", new ArgumentArity(2, 100));
        var same = new Option<bool>("--same") { Description = "They are one flow, reported more than once" };
        var different = new Option<bool>("--different") { Description = "They are different flows" };
        var unlike = new Option<bool>("--even-unlike") { Description = "They are one although donor, recipient, amount or day differ" };
        var keep = new Option<long?>("--keep") { Description = "The flow that stands for all; the first one named unless given", HelpName = "FLOW" };
        var command = new Command("settle", "Say whether flows are one flow. Nothing is deleted; a later word takes the place of an earlier one") { flows, same, different, keep, unlike };
        var entering = new EnterOptions(command, surface);
        command.Validators.Add(result => { if (result.GetValue(same) == result.GetValue(different)) result.AddError("--same or --different: say one of them"); });
        command.Validators.Add(result => { if (result.GetValue(keep) is { } kept && result.GetValue(flows) is { } named && !named.Contains(kept)) result.AddError($"--keep '{kept}': not one of the flows; expected one of them"); });
        Examples.Add(command, "tributary duplicates settle 213768 213769 --same --why \"the fund confirmed by mail on 3 May\"", "tributary duplicates settle 213768 213769 --different --why \"two districts\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var named = parsed.GetValue(flows)!;
            var kept = parsed.GetValue(keep) ?? named[0];
            var decided = ledger.Settle(new DuplicateSettlement(kept, [.. named.Where(flow => flow != kept)], parsed.GetValue(same)), options, parsed.GetValue(unlike));
            var settlement = new Settlement(decided.Position, decided.What.AreOne, new FlowId(kept), decided.Who, decided.At, decided.Why);
            AnswerCommand.Write(surface, format, settlement, () => DuplicatesTables.Of(settlement, decided.What));
        });
        return command;
    }
}
