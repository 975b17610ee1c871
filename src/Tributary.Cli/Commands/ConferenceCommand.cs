using System.CommandLine;
using System.Globalization;
using Tributary.Deciding;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>conference add|show|list|correct|withdraw</c></summary>
internal static class ConferenceCommand
{
    // A pledge is corrected and taken back with `pledge`: people look for it there.
    private static readonly EntryForm[] Forms = [EntryForms.Conference, EntryForms.Participant, EntryForms.Statement, EntryForms.Call];

    public static Command Create(Surface surface) => new("conference", "What was said and promised at conferences, each thing resting on a document and a place in it")
    {
        CreateAdd(surface),
        CreateShow(surface),
        CreateList(surface),
        CreateCorrect(surface),
        CreateWithdraw(surface),
    };

    private static Command CreateAdd(Surface surface)
    {
        var add = Add(surface, "add", "Enter a conference; from a file also who came, what was said, called for and pledged", EntryForms.Conference,
            "tributary conference add --file moscow-2021-10-20.yaml",
            "tributary conference add --id moscow-2021-10-20 --title \"Moscow meeting on Afghanistan\" --host Russia --city Moscow --country RUS --first-day 2021-10-20 --zone UTC+3 --about AFG --document 984a6c46 --line 9",
            "tributary conference add            # on a terminal: asks");
        add.Subcommands.Add(Add(surface, "participant", "Enter a party that came to a conference, or stayed away", EntryForms.Participant,
            "tributary conference add participant --conference moscow-2021-10-20 --party \"United States\" --iso3 USA --role absentee --reason \"technical reasons\" --later yes --document 984a6c46 --quotation \"The United States did not come\""));
        add.Subcommands.Add(Add(surface, "statement", "Enter what somebody said at a conference", EntryForms.Statement,
            "tributary conference add statement --conference moscow-2021-10-20 --party Taliban --words \"aid to be let through\" --document 984a6c46"));
        add.Subcommands.Add(Add(surface, "call", "Enter a call for aid", EntryForms.Call,
            "tributary conference add call --conference moscow-2021-10-20 --party Russia --to \"the international community\" --for Kabul --country AFG --document 984a6c46 --line 11"));
        return add;
    }

    private static Command Add(Surface surface, string name, string description, EntryForm form, params string[] examples) =>
        AddCommand.Create(surface, new Command(name, description), form, (ledger, entered, format, token) => WriteEntered(surface, ledger, ConferencesOf(entered), format, token), examples);

    private static Command CreateShow(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The conference, as `tributary conference list` names it" };
        var history = new Option<bool>("--history") { Description = "Also what was corrected and taken back: who, when and why" };
        return AnswerCommand.Create<ConferenceQuestion, ConferenceAnswer>(surface, new Command("show", "Who called for what, who came, who stayed away and why, what was said and pledged") { id, history },
            parsed => new ConferenceQuestion { Id = parsed.GetValue(id)!, WithHistory = parsed.GetValue(history) }, (answer, _) => ConferenceTables.Of(answer), limit: null,
            "tributary conference show moscow-2021-10-20", "tributary conference show moscow-2021-10-20 --history --format json");
    }

    private static Command CreateList(Surface surface)
    {
        var about = new Option<string[]>("--about") { Description = "Only those about a country", HelpName = "ISO3|NAME" };
        return AnswerCommand.Create<ConferencesQuestion, ConferencesAnswer>(surface, new Command("list", "Which conferences were entered") { about },
            parsed => new ConferencesQuestion { About = parsed.GetValue(about) ?? [] }, (answer, _) => ConferencesTables.Of(answer), limit: null,
            "tributary conference list", "tributary conference list --about AFG");
    }

    private static Command CreateCorrect(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The number of an entry, as `tributary conference show` gives it, or a conference's name" };
        var command = new Command("correct", "Correct an entry: a new row takes its place, the old one stays in the history") { id };
        var fields = new FormOptions(command, Forms, "id");
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary conference correct 14 --reason \"scheduling\" --why \"the agency corrected its report\"", "tributary conference correct moscow-2021-10-20 --last-day 2021-10-21 --why \"it went on for a day\"");
        command.SetAction((parsed, token) => Change(surface, parsed, id, entering, (ledger, entry) => ledger.Correct(entry, fields.Given(parsed), entering.Of(parsed), Kinds), token));
        return command;
    }

    private static Command CreateWithdraw(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The number of an entry, as `tributary conference show` gives it, or a conference's name: with it goes all that was entered for it" };
        var command = new Command("withdraw", "Take back an entry that should not have been made; it stays in the history") { id };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary conference withdraw 14 --why \"entered twice\"", "tributary conference withdraw moscow-2021-10-20 --why \"the report was retracted\"");
        command.SetAction((parsed, token) => Change(surface, parsed, id, entering, (ledger, entry) => ledger.Withdraw(entry, entering.Of(parsed), Kinds), token));
        return command;
    }

    private static string[] Kinds => [.. Forms.Select(form => form.Kind)];

    private static Task<int> Change(Surface surface, ParseResult parsed, Argument<string> id, EnterOptions entering, Func<Ledger, long, ChangedEntry> change, CancellationToken token)
    {
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), token: token);
        var named = parsed.GetValue(id)!;
        var changed = change(ledger, long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ledger.Ask(new ConferenceQuestion { Id = named }, token).Entry);
        var isGone = changed.Kind == EntryForms.Conference.Kind && !ledger.Ask(new ConferencesQuestion(), token).Conferences.Any(conference => conference.Id == changed.Conference);
        WriteEntered(surface, ledger, isGone || changed.Conference is null ? [] : [changed.Conference], entering.FormatOf(parsed), token, changed.Entry);
        return Task.FromResult(ExitCodes.Ok);
    }

    private static List<string> ConferencesOf(EnteredConferences entered) =>
    [
        .. entered.Conferences.Select(one => one.What.Id)
            .Concat(entered.Participants.Select(one => one.What.Conference)).Concat(entered.Statements.Select(one => one.What.Conference))
            .Concat(entered.Calls.Select(one => one.What.Conference).OfType<string>()).Concat(entered.Pledges.Select(one => one.What.Conference).OfType<string>())
            .Distinct(StringComparer.Ordinal),
    ];

    // One conference is shown whole, with what became of the entry that was changed; of several, or of none, the list says what there is.
    private static void WriteEntered(Surface surface, Ledger ledger, List<string> conferences, AnswerFormat format, CancellationToken token, long? changed = null)
    {
        if (conferences is [var one])
        {
            var shown = ledger.Ask(new ConferenceQuestion { Id = one, WithHistory = changed is not null }, token);
            shown = shown with { History = [.. shown.History.Where(row => row.Entry == changed)] };
            AnswerCommand.Write(surface, format, shown, () => ConferenceTables.Of(shown));
            return;
        }
        var list = ledger.Ask(new ConferencesQuestion(), token);
        AnswerCommand.Write(surface, format, list, () => ConferencesTables.Of(list));
    }
}
