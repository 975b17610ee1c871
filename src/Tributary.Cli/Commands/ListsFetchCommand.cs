using System.CommandLine;
using Tributary.Fetching;
using Tributary.Listings;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>lists fetch [LIST…]</c></summary>
internal static class ListsFetchCommand
{
    public static Command Create(Surface surface)
    {
        var lists = new Argument<string[]>("LIST") { Description = "The lists: un, ofac, ofac-consolidated, uk, eu; without one, says which can be fetched and from where", Arity = ArgumentArity.ZeroOrMore };
        lists.Validators.Add(result => ListsCommand.Refuse(result.Tokens.Select(token => token.Value), result.AddError));
        var address = new Option<Uri?>("--address") { Description = "Where one list is, instead of at its publisher's address; what follows a question mark is sent, and kept nowhere", HelpName = "URL", CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var given) ? given : null };
        address.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Uri.TryCreate(text, UriKind.Absolute, out _)) result.AddError("--address: not an address; expected such as https://lists.example.org/un.xml");
        });
        var token = new Option<string?>("--token") { Description = "The token that the EU gave you, better in TRIBUTARY_EU_TOKEN: others see command lines. It is kept nowhere", HelpName = "TEXT" };
        var hosts = new Option<string[]>("--allow-host") { Description = "A further host that the publisher may send us to; may be repeated", HelpName = "HOST", AllowMultipleArgumentsPerToken = false };
        var command = new Command("fetch", "Fetch the latest versions of sanctions lists from their publishers, and say how each differs from the one before; each list by itself") { lists, address, token, hosts };
        var acceptLoss = ListLossOption.AddTo(command);
        var options = new FetchingOptions(command);
        var format = CommonOptions.Format();
        command.Options.Add(format);
        command.Validators.Add(result =>
        {
            if (result.GetResult(address) is not null && result.GetResult(lists) is not { Tokens.Count: 1 }) result.AddError("--address: the address of one list; expected one LIST beside it");
        });
        Examples.Add(command, "tributary lists fetch", "tributary lists fetch un ofac ofac-consolidated", "TRIBUTARY_EU_TOKEN=… tributary lists fetch eu", "tributary lists fetch un --address https://lists.example.org/un.xml", "tributary lists fetch un ofac --dry-run");
        command.SetAction(async (parsed, stop) =>
        {
            var how = options.Of(parsed, surface.Who) with { AcceptListLoss = parsed.GetValue(acceptLoss) };
            var wanted = (parsed.GetValue(lists) ?? []).Select(word => ListsCommand.Of(word)!.Value).Distinct().Select(list => new ListFetch { List = list, Address = parsed.GetValue(address), Token = parsed.GetValue(token) ?? surface.EuToken, AllowedHosts = parsed.GetValue(hosts) ?? [] }).ToList();
            if (wanted.Count == 0) return Show(surface, parsed.GetValue(format));
            if (wanted.Select(list => list.ProblemWith(how)).FirstOrDefault(found => found is not null) is { } problem) return CommandLine.Complain(parsed, surface, problem);
            return await FetchAsync(surface, new Fetcher(CommonOptions.LedgerOf(parsed), surface.Clock), wanted, how, parsed.GetValue(format), stop).ConfigureAwait(false);
        });
        return command;
    }

    // A publisher that does not answer, or a list that is held, must not keep the others from being taken in.
    private static async Task<int> FetchAsync(Surface surface, Fetcher fetcher, List<ListFetch> wanted, FetchOptions options, AnswerFormat format, CancellationToken token)
    {
        var (code, reports) = (ExitCodes.Ok, new List<FetchReport>());
        foreach (var list in wanted)
        {
            try
            {
                var report = await FetchCommand.RunAsync(surface, progress => fetcher.FetchAsync(list, options, progress, token)).ConfigureAwait(false);
                reports.Add(report);
                code = Math.Max(code, format == AnswerFormat.Table ? FetchCommand.Tell(surface, report, format) : FetchCommand.Judge(surface, report));
            }
            catch (FetchException failed)
            {
                var (failure, message) = Failures.Explain(failed);
                surface.Error.WriteLine($"tributary: {list.List.Word()}: {message}");
                code = Math.Max(code, failure);
            }
        }
        if (format != AnswerFormat.Table) AnswerCommand.Write(surface, format, (IReadOnlyList<FetchReport>)reports, () => Together(reports));
        return code;
    }

    private static Tabulated Together(List<FetchReport> reports)
    {
        var tables = reports.ConvertAll(report => FetchTables.Of(report).Tables[0]);
        return new Tabulated(tables.Count == 0 ? [new Table("", [], [])] : [tables[0] with { Rows = [.. tables.SelectMany(table => table.Rows)] }], []);
    }

    private static int Show(Surface surface, AnswerFormat format)
    {
        AnswerCommand.Write(surface, format, FetchableList.All, () => new Tabulated(
            [new Table("Lists that can be fetched", [new("list", "list"), new("publisher's address", "address"), new("needs", "needs")], [.. FetchableList.All.Select(list => new object?[] { list.List, list.Address?.AbsoluteUri, list.Needs })])],
            ["The addresses are the publishers' at the time of writing; --address names another. `tributary lists show` says which versions the ledger has."]));
        return ExitCodes.Ok;
    }
}
