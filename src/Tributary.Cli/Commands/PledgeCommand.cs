using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>pledge add|list|match|confirm|reject|correct|withdraw</c></summary>
internal static class PledgeCommand
{
    public static Command Create(Surface surface) => new("pledge", "Promises of money, and the flows that fulfil them")
    {
        CreateAdd(surface),
        CreateList(surface),
        CreateMatch(surface),
        CreateConfirm(surface),
        CreateReject(surface),
        CreateCorrect(surface),
        CreateWithdraw(surface),
    };

    private static Command CreateAdd(Surface surface) => AddCommand.Create(surface, new Command("add", "Enter a pledge, or those of a file"), EntryForms.Pledge,
        (ledger, entered, format, token) => WriteList(surface, ledger, [.. entered.Pledges.Select(one => one.Position)], format, token),
        "tributary pledge add --party Germany --amount \"EUR 600 million\" --country AFG --made-on 2021-09-13 --document 5f1c --quotation \"600 million euros\"",
        "tributary pledge add --file pledges.csv",
        "tributary pledge add            # on a terminal: asks");

    private static Command CreateList(Surface surface)
    {
        var conference = new Option<string?>("--conference") { Description = "Only those of a conference", HelpName = "ID" };
        var party = new Option<string?>("--party") { Description = "Only those of a party", HelpName = "NAME|ISO3" };
        var history = new Option<bool>("--history") { Description = "Also what was corrected and taken back: who, when and why" };
        var command = new Command("list", "Which pledges were entered") { conference, party, history };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<PledgeListQuestion, PledgeListAnswer>(surface, command,
            parsed => new PledgeListQuestion { Conference = parsed.GetValue(conference), Party = parsed.GetValue(party), WithHistory = parsed.GetValue(history) }, (answer, _) => PledgeListTables.Of(answer), limit,
            "tributary pledge list", "tributary pledge list --party Germany --history");
    }

    private static Command CreateMatch(Surface surface)
    {
        var id = Id();
        var command = new Command("match", "Which flows may fulfil a pledge, best first, each with the reasons") { id };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<PledgeMatchQuestion, PledgeMatchAnswer>(surface, command, parsed => new PledgeMatchQuestion { Pledge = parsed.GetValue(id) }, (answer, _) => PledgeMatchTables.Of(answer), limit,
            "tributary pledge match 17", "tributary pledge match 17 --format json");
    }

    private static Command CreateConfirm(Surface surface)
    {
        var (id, flows) = (Id(), Flows());
        var amount = new Option<Amount?>("--amount") { Description = "The part of one flow that fulfils it: US dollars, or the flow's own currency (\"EUR 5 million\")", HelpName = "PART", CustomParser = ParsePart };
        var command = new Command("confirm", "Say that flows fulfil a pledge: they count towards it, and towards no other") { id, flows, amount };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary pledge confirm 17 208329 220921", "tributary pledge confirm 17 208329 --amount 5000000", "tributary pledge confirm 17 209791 --why \"the donor's press office says so\"");
        command.SetAction((parsed, token) => Decide(surface, parsed, id, flows, entering, (ledger, pledge, named) => ledger.Confirm(pledge, named, parsed.GetValue(amount), entering.Of(parsed)), token));
        return command;
    }

    private static Command CreateReject(Surface surface)
    {
        var (id, flows) = (Id(), Flows());
        var command = new Command("reject", "Say that flows do not fulfil a pledge") { id, flows };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary pledge reject 17 208329", "tributary pledge reject 17 208329 --why \"money of an earlier promise\"");
        command.SetAction((parsed, token) => Decide(surface, parsed, id, flows, entering, (ledger, pledge, named) => ledger.Reject(pledge, named, entering.Of(parsed)), token));
        return command;
    }

    private static Command CreateCorrect(Surface surface)
    {
        var id = Id();
        var command = new Command("correct", "Correct a pledge: a new row takes its place, the old one stays in the history") { id };
        var fields = new FormOptions(command, [EntryForms.Pledge]);
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary pledge correct 17 --amount \"EUR 500 million\" --why \"the ministry corrected the sum\"", "tributary pledge correct 17 --usd \"\" --why \"the document states no dollars\"");
        command.SetAction((parsed, token) => Change(surface, parsed, entering, ledger => ledger.Correct(parsed.GetValue(id), fields.Given(parsed), entering.Of(parsed), EntryForms.Pledge.Kind), token));
        return command;
    }

    private static Command CreateWithdraw(Surface surface)
    {
        var id = Id();
        var command = new Command("withdraw", "Take back a pledge that should not have been entered; it stays in the history") { id };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary pledge withdraw 17 --why \"entered twice\"");
        command.SetAction((parsed, token) => Change(surface, parsed, entering, ledger => ledger.Withdraw(parsed.GetValue(id), entering.Of(parsed), EntryForms.Pledge.Kind), token));
        return command;
    }

    private static Argument<long> Id() => new("ID") { Description = "The number of the pledge, as `tributary pledge list` gives it", CustomParser = result => ParseNumber(result, result.Tokens[0].Value) };

    private static Argument<long[]> Flows() => CommonOptions.Flows("FLOW", "FTS's ids of flows, as `tributary pledge match` gives them", ArgumentArity.OneOrMore);

    private static Task<int> Decide(
        Surface surface, ParseResult parsed, Argument<long> id, Argument<long[]> flows, EnterOptions entering, Action<Ledger, long, IReadOnlyList<FlowId>> decide, CancellationToken token)
    {
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), token: token);
        var pledge = parsed.GetValue(id);
        List<FlowId> named = [.. parsed.GetValue(flows)!.Select(flow => new FlowId(flow))];
        decide(ledger, pledge, named);
        var answer = ledger.Ask(new PledgeMatchQuestion { Pledge = pledge, Flows = named }, token);
        AnswerCommand.Write(surface, entering.FormatOf(parsed), answer, () => PledgeMatchTables.OfDecided(answer));
        return Task.FromResult(ExitCodes.Ok);
    }

    private static Task<int> Change(Surface surface, ParseResult parsed, EnterOptions entering, Func<Ledger, ChangedEntry> change, CancellationToken token)
    {
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), token: token);
        WriteList(surface, ledger, [change(ledger).Entry], entering.FormatOf(parsed), token, withHistory: true);
        return Task.FromResult(ExitCodes.Ok);
    }

    private static void WriteList(Surface surface, Ledger ledger, IReadOnlyList<long> ids, AnswerFormat format, CancellationToken token, bool withHistory = false)
    {
        var answer = ledger.Ask(new PledgeListQuestion { Ids = ids, WithHistory = withHistory }, token);
        AnswerCommand.Write(surface, format, answer, () => PledgeListTables.Of(answer));
    }

    private static long ParseNumber(ArgumentResult result, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        result.AddError($"{result.Argument.Name} '{text}': not a number; expected a whole one above 0, such as 17; look it up");
        return 0;
    }

    private static Amount? ParsePart(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (AmountText.TryParse(text, out var value, out var currency)) return new Amount(value, currency is null ? Currency.Usd : new Currency(currency));
        result.AddError($"--amount '{text}': not an amount; expected one such as 5000000, EUR 5 million or USD 1.2 billion; write it so");
        return null;
    }
}
