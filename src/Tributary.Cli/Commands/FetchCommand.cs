using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Fetching;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>fetch fts</c> and <c>fetch hdx</c></summary>
internal static class FetchCommand
{
    public static Command Create(Surface surface) => new("fetch", "Fetch documents from their sources over the network and take them in") { Fts(surface), Hdx(surface) };

    private static Command Fts(Surface surface)
    {
        var country = new Option<string?>("--country") { Description = "Destination country (ISO 3166 code or name); needs a year", HelpName = "ISO3|NAME" };
        var year = new Option<int[]>("--year") { Description = "Destination usage year; may be repeated", HelpName = "YEAR", AllowMultipleArgumentsPerToken = false };
        var plan = new Option<int[]>("--plan") { Description = "Destination plan by FTS's id, alone or beside the others; may be repeated", HelpName = "ID", AllowMultipleArgumentsPerToken = false };
        year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
        plan.Validators.Add(result => CommonOptions.RefuseOutside(result, 1, int.MaxValue));
        var command = new Command("fts", "Flows, plans and published totals from OCHA's Financial Tracking Service") { country, year, plan };
        return Finish(surface, command,
            parsed => new FtsFetch { Country = parsed.GetValue(country), Years = parsed.GetValue(year) ?? [], Plans = parsed.GetValue(plan) ?? [] },
            "tributary fetch fts --country AFG --year 2021", "tributary fetch fts --country Afghanistan --year 2020 --year 2021 --contact me@example.org", "tributary fetch fts --plan 929", "tributary fetch fts --country AFG --year 2021 --dry-run");
    }

    private static Command Hdx(Surface surface)
    {
        var dataset = new Option<string>("--dataset") { Description = "The dataset's name, as in the address of its page", HelpName = "NAME", Required = true };
        var hosts = new Option<string[]>("--allow-host") { Description = "A further host that HDX may send us to; may be repeated", HelpName = "HOST", AllowMultipleArgumentsPerToken = false };
        var command = new Command("hdx", "The CSV files of a dataset of the Humanitarian Data Exchange") { dataset, hosts };
        return Finish(surface, command,
            parsed => new HdxFetch { Dataset = parsed.GetValue(dataset)!, AllowedHosts = parsed.GetValue(hosts) ?? [] },
            "tributary fetch hdx --dataset fts-requirements-and-funding-data-for-afghanistan", "tributary fetch hdx --dataset global-requirements-and-funding-data --dry-run");
    }

    private static Command Finish(Surface surface, Command command, Func<ParseResult, FetchRequest> request, params string[] examples)
    {
        var options = new FetchingOptions(command);
        var format = CommonOptions.Format();
        command.Options.Add(format);
        Examples.Add(command, examples);
        command.SetAction(async (parsed, token) =>
        {
            var wanted = request(parsed);
            if (wanted.Problem is { } problem) return CommandLine.Complain(parsed, surface, problem);
            var fetcher = new Fetcher(CommonOptions.LedgerOf(parsed), surface.Clock);
            var report = await RunAsync(surface, progress => fetcher.FetchAsync(wanted, options.Of(parsed, surface.Who), progress, token)).ConfigureAwait(false);
            return Tell(surface, report, parsed.GetValue(format));
        });
        return command;
    }

    /// <summary>Runs a fetch with a progress bar on a terminal, plain lines elsewhere.</summary>
    internal static Task<FetchReport> RunAsync(Surface surface, Func<IFetchProgress, Task<FetchReport>> fetch) => surface.IsInteractive
        ? TerminalFetchProgress.RunAsync(surface.ErrorConsole, fetch)
        : fetch(new PlainFetchProgress(surface.Error));

    /// <summary>Writes what became of a fetch, and says what is to be said of it.</summary>
    internal static int Tell(Surface surface, FetchReport report, AnswerFormat format)
    {
        // A refusal is told once, on standard error; for machines the report says it too.
        if (!IsRefused(report) || format != AnswerFormat.Table) AnswerCommand.Write(surface, format, report, () => format == AnswerFormat.Table ? Lay(report) : FetchTables.Of(report));
        return Judge(surface, report);
    }

    /// <summary>Says what is wrong with a fetch, and gives its exit code.</summary>
    internal static int Judge(Surface surface, FetchReport report)
    {
        if (IsRefused(report))
        {
            foreach (var line in ImportCommand.Refusals(report.Import!)) surface.Error.WriteLine(line);
            surface.Error.WriteLine("tributary: what was fetched is kept and not taken in; --max-age 0 asks for it anew");
            return ExitCodes.Refused;
        }
        if (report.Whole) return ExitCodes.Ok;
        surface.Error.WriteLine($"tributary: {report.WhyNotWhole}; expected a whole answer; what came is taken in, but no flow that is gone is ended: run it again later");
        return ExitCodes.No;
    }

    private static bool IsRefused(FetchReport report) => report.Import is { } import && (import.Refused || import.IsEmpty);

    private static Tabulated Lay(FetchReport report)
    {
        var fetched = FetchTables.ForPeople(report);
        if (report.Import is null) return fetched;
        var imported = ImportCommand.Lay(report.Import, withDocuments: false);
        return new Tabulated([.. fetched.Tables, .. imported.Tables], [.. fetched.Notes, .. imported.Notes]);
    }
}
