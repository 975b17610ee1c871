using System.CommandLine;
using System.Globalization;
using Tributary.Cli.Output;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>import PATH…</c></summary>
internal static class ImportCommand
{
    private const int PlacesShown = 5;

    public static Command Create(Surface surface) => Create(surface, new Command("import", "Take documents into the ledger: all of them or none"),
        null, "tributary import downloads/", "tributary import flows.json --day 2021-03-05", "curl -s URL | tributary import -");

    /// <summary>Makes a command of one that has a name and no options yet.</summary>
    /// <param name="surface">The world.</param>
    /// <param name="command">The command.</param>
    /// <param name="expected">The documents that it takes; null for all.</param>
    /// <param name="examples">Command lines for the help.</param>
    public static Command Create(Surface surface, Command command, ExpectedDocuments? expected, params string[] examples)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var day = CommonOptions.Day("--day", "The day as of which the documents speak, where they do not say");
        var keepGoing = new Option<bool>("--leave-out-errors") { Description = "Leave out records that cannot be used instead of refusing their document; of a sanctions list only together with --accept-loss" };
        var wait = CommonOptions.Wait();
        var why = new Option<string>("--why") { Description = "The reason, for the journal", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var fields = new Option<bool>("--fields") { Description = "List the fields that were left out on purpose, and why" };
        var format = CommonOptions.Format();
        command.Arguments.Add(paths);
        foreach (var option in (ReadOnlySpan<Option>)[day, keepGoing]) command.Options.Add(option);
        var acceptLoss = ListLossOption.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[wait, why, fields, format]) command.Options.Add(option);
        Examples.Add(command, examples);
        command.SetAction((parsed, token) =>
        {
            var options = new ImportOptions
            {
                Who = surface.Who,
                Why = parsed.GetValue(why)!,
                Day = parsed.GetValue(day),
                Expected = expected,
                LeaveOutErrors = parsed.GetValue(keepGoing),
                AcceptListLoss = parsed.GetValue(acceptLoss),
                Wait = TimeSpan.FromSeconds(parsed.GetValue(wait)),
            };
            if (options.ProblemOn(surface.Clock) is { } problem) return Task.FromResult(CommandLine.Complain(parsed, surface, problem));
            var importer = new Importer(CommonOptions.LedgerOf(parsed), surface.Clock);
            var report = Run(surface, progress => importer.Import(parsed.GetValue(paths)!, options, progress, token));
            // A refusal is told once, on standard error; for machines the report says it too.
            if (!report.Refused || parsed.GetValue(format) != AnswerFormat.Table) AnswerCommand.Write(surface, parsed.GetValue(format), report, () => Lay(report, withFields: parsed.GetValue(fields)));
            foreach (var line in Refusals(report)) surface.Error.WriteLine(line);
            return Task.FromResult(report.Refused || report.IsEmpty ? ExitCodes.Refused : ExitCodes.Ok);
        });
        return command;
    }

    /// <summary>Runs an import with a progress bar on a terminal, plain lines elsewhere.</summary>
    public static ImportReport Run(Surface surface, Func<IImportProgress, ImportReport> import) => surface.IsInteractive
        ? TerminalProgress.Run(surface.ErrorConsole, import)
        : import(new PlainProgress(surface.Error));

    /// <summary>Lays a run report out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withDocuments">Whether the documents are listed.</param>
    /// <param name="withFields">Whether the fields that were left out on purpose are.</param>
    public static Tabulated Lay(ImportReport report, bool withDocuments = true, bool withFields = false)
    {
        List<Table> sections = withDocuments ? [Documents(report)] : [];
        if (Lists(report) is { Rows.Count: > 0 } lists) sections.Add(lists);
        var ignored = Ignored(report);
        if (withFields && ignored.Rows.Count > 0) sections.Add(ignored);
        if (Issues(report) is { Rows.Count: > 0 } issues) sections.Add(issues);
        var read = report.Documents.Sum(document => document.RecordsRead);
        var summary = string.Create(CultureInfo.InvariantCulture, $"{AnswerFiles.Count(report.Documents.Count(document => document.Outcome == DocumentOutcome.Imported), "document")} imported, {AnswerFiles.Count(read, "record")} read in {report.Seconds:0.00} s ({report.RecordsPerSecond:N0} records/s); {(report.Snapshot.Length > 0 ? report.Snapshot : "no snapshot")}");
        List<string> notes = [summary];
        if (!withFields && ignored.Rows.Count > 0) notes.Add($"{AnswerFiles.Count(ignored.Rows.Count, "field")} {(ignored.Rows.Count == 1 ? "was" : "were")} left out on purpose; {(withDocuments ? "--fields lists them, and " : "")}the journal keeps the list.");
        foreach (var document in report.Documents.Where(document => document.Outcome == DocumentOutcome.Imported && document is { List: not null, RecordsLeftOut: > 0 })) notes.Add($"The list {document.List!.List.Word()} was taken without {AnswerFiles.Count(document.RecordsLeftOut, "record")}: entries that are not in it count as delisted. The journal keeps who accepted that, and why.");
        var undated = report.Documents.Where(document => document.Outcome == DocumentOutcome.Imported && document.DayBasis == DocumentReport.DayOfImport).ToList();
        if (undated.Count > 0) notes.Add($"{AnswerFiles.Count(undated.Count, "document")} {(undated.Count == 1 ? "states no day: it counts" : "state no day: they count")} as known from {undated[0].Day:yyyy-MM-dd}, the day of the import. --day YYYY-MM-DD says another.");
        return new Tabulated(sections, notes);
    }

    private static Table Documents(ImportReport report) => new("", [
        new("document", "name"), new("outcome", "outcome"), new("format", "format"), new("bytes", "bytes", Cells.Number, Shown.WithRoom),
        new("records used", "recordsUsed", Cells.Number), new("left out", "recordsLeftOut", Cells.Number), new("seconds", "seconds", Cells.Number, Shown.WithRoom)],
        [.. report.Documents.Select(document => new object?[] { Path.GetFileName(document.Name), Words(document), document.Format, document.Bytes, document.RecordsUsed, document.RecordsLeftOut, (decimal)document.Seconds })]);

    private static Table Lists(ImportReport report) => new("Sanctions lists", [
        new("list", "list"), new("day", "day"), new("entries", "entries", Cells.Number), new("before", "dayBefore"), new("entries before", "entriesBefore", Cells.Number, Shown.WithRoom),
        new("added", "added", Cells.Number), new("removed", "removed", Cells.Number), new("changed", "changed", Cells.Number)],
        [.. report.Documents.Where(document => document.List is not null).Select(document => (document.Day, List: document.List!)).Select(one => new object?[]
            { one.List.List.Word(), one.Day, (long)one.List.Entries, one.List.DayBefore, (long?)one.List.EntriesBefore, (long?)one.List.Added, (long?)one.List.Removed, (long?)one.List.Changed })]);

    private static Table Ignored(ImportReport report) => new("Fields left out on purpose", [
        new("field", "field"), new("times", "count", Cells.Number), new("why", "reason")],
        [.. report.Documents.SelectMany(document => document.Ignored).GroupBy(field => (field.Field, field.Reason))
            .Select(fields => new object?[] { fields.Key.Field, fields.Sum(field => field.Count), fields.Key.Reason })]);

    private static Table Issues(ImportReport report) => new("Odd in the documents", [
        new("code", "code"), new("severity", "severity"), new("times", "count", Cells.Number), new("document", "document"), new("first of them", "first")],
        [.. report.Documents.SelectMany(document => document.Issues.Select(issue => new object?[]
            { issue.Code, issue.Severity.ToString().ToLowerInvariant(), issue.Count, Path.GetFileName(document.Name), issue.First[0].ToString() }))]);

    /// <summary>Says why an import was refused, or that nothing was there to import.</summary>
    public static IEnumerable<string> Refusals(ImportReport report) => report.IsEmpty
        ? ["tributary: nothing to import: no document of a known format was found; see docs/sources for what can be read"]
        : from document in report.Documents
          where document.Outcome == DocumentOutcome.Refused
          from message in Messages(document)
          select $"tributary: {message}";

    private static IEnumerable<string> Messages(DocumentReport document)
    {
        var stopping = document.Issues.Where(issue => issue.Severity != Severity.Warning).ToList();
        foreach (var issue in stopping.SelectMany(issue => issue.First).Take(PlacesShown)) yield return $"{document.Name}: {issue}";
        var more = stopping.Sum(issue => issue.Count) - PlacesShown;
        if (more > 0) yield return $"{document.Name}: {more:N0} more like these";
        if (stopping.TrueForAll(issue => issue.Severity == Severity.Error)) yield return "the import was refused; --leave-out-errors imports what is left without these records";
    }

    private static string Words(DocumentReport document) => document.Outcome switch
    {
        DocumentOutcome.Imported => "imported",
        DocumentOutcome.AlreadyKnown when document.DayNotTaken is not null => $"already known, of {document.Day:yyyy-MM-dd}; the day given is not taken",
        DocumentOutcome.AlreadyKnown => "already known",
        DocumentOutcome.Skipped => "skipped",
        _ => "refused",
    };
}
