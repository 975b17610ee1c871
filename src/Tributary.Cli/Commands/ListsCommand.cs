using System.CommandLine;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>lists import|fetch|show|diff</c></summary>
internal static class ListsCommand
{
    public static Command Create(Surface surface) => new("lists", "Sanctions lists: which versions the ledger has, what they state, how they changed")
    {
        CreateImport(surface),
        ListsFetchCommand.Create(surface),
        CreateShow(surface),
        CreateDiff(surface),
    };

    private static Command CreateImport(Surface surface) => ImportCommand.Create(surface, new Command("import", "Take versions of sanctions lists in, and say how each differs from the one before; files of one list lie in one folder"), ExpectedDocuments.SanctionsLists,
        "tributary lists import consolidated.xml", "tributary lists import ofac/ --day 2021-06-01", "tributary lists import un-2025.xml --accept-loss --why \"seven years lie between the two\"");

    private static Command CreateShow(Surface surface)
    {
        var list = List(new Argument<string?>("LIST") { Description = "Only one list: un, ofac, ofac-consolidated, uk or eu", Arity = ArgumentArity.ZeroOrOne });
        var entry = new Option<string?>("--entry") { Description = "Everything that is stated of one entry, on a list or delisted", HelpName = "ID" };
        var name = new Option<string?>("--name") { Description = "Entries with this text in a name", HelpName = "TEXT" };
        var show = new Command("show", "Which sanctions lists the ledger has, in which versions; or what they state of an entry") { list, entry, name };
        show.Validators.Add(result =>
        {
            if (result.GetValue(entry) is not null && result.GetValue(name) is not null) result.AddError("--entry and --name: both were given; expected one of them");
            if (result.GetValue(name) is { } text && string.IsNullOrWhiteSpace(text)) result.AddError("--name '': empty; expected some letters of a name");
        });
        var limit = LineLimit.AddTo(show);
        return AnswerCommand.Create<ListsQuestion, ListsAnswer>(surface, show, parsed => new ListsQuestion { List = Of(parsed.GetValue(list)), Entry = parsed.GetValue(entry), Name = parsed.GetValue(name) },
            ListsTables.Of, limit, "tributary lists show", "tributary lists show un --name haqqani", "tributary lists show --entry TAi.002 --as-of 2021-10-20", "tributary lists show uk --entry AFG0001 --format json");
    }

    private static Command CreateDiff(Surface surface)
    {
        var list = new Option<string>("--list") { Description = "The list: un, ofac, ofac-consolidated, uk or eu", HelpName = "LIST", Required = true };
        list.Validators.Add(result => Refuse(result.Tokens.Select(token => token.Value), result.AddError));
        var from = CommonOptions.Day("--from", "The earlier day");
        var to = CommonOptions.Day("--to", "The later day; that of the latest version unless given");
        from.Required = true;
        var diff = new Command("diff", "Which entries of a sanctions list were added, removed or changed (field by field) between two days") { list, from, to };
        var limit = LineLimit.AddTo(diff);
        return AnswerCommand.Create<ListDiffQuestion, ListDiffAnswer>(surface, diff, parsed => new ListDiffQuestion { List = Of(parsed.GetValue(list))!.Value, From = parsed.GetValue(from)!.Value, To = parsed.GetValue(to) },
            (answer, _) => ListDiffTables.Of(answer), limit, "tributary lists diff --list un --from 2018-10-29 --to 2025-04-19", "tributary lists diff --list ofac --from 2026-01-01 --format csv");
    }

    private static Argument<string?> List(Argument<string?> list)
    {
        list.Validators.Add(result => Refuse(result.Tokens.Select(token => token.Value), result.AddError));
        return list;
    }

    internal static void Refuse(IEnumerable<string> words, Action<string> refuse)
    {
        foreach (var word in words)
        {
            if (!SanctionsLists.TryParse(word, out _)) refuse($"list '{word}': no list is called so; expected {string.Join(", ", SanctionsLists.All.Select(list => list.Word()))}");
        }
    }

    internal static SanctionsList? Of(string? word) => SanctionsLists.TryParse(word, out var list) ? list : null;
}
