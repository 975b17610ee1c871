using System.CommandLine;
using System.Text;
using Tributary.Cli.Output;
using Tributary.Exporting;
using Tributary.Validating;

namespace Tributary.Cli.Commands;

/// <summary><c>validate FILE…</c></summary>
internal static class ValidateCommand
{
    private const int FindingsMax = 10_000_000;
    private const int LinesOfATable = 25;
    private const int ColumnsOfATable = 8;
    private const string Never = "never";

    public static Command Create(Surface surface)
    {
        var files = new Argument<string[]>("FILE") { Description = "IATI files (.gz too), folders of them, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How to write the report: table (unless given), json, csv, sarif, html, or iati as the IATI validator does", HelpName = "table|json|csv|sarif|html|iati", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "sarif", "html", "iati");
        var grouped = new Option<bool>("--grouped") { Description = "With --format iati: findings by activity and category, not one list" };
        var failOn = new Option<string>("--fail-on") { Description = "Exit code 1 from this severity on: critical, error (unless given), warning, advisory, or never", HelpName = "SEVERITY", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong("critical", "error", "warning", "advisory", Never);
        var limit = new Option<int?>("--limit") { Description = $"Findings of each file to list, 0 for all; all are counted (a table shows {LinesOfATable} unless given, other forms 10,000)", HelpName = "N" };
        limit.Validators.Add(result => CommonOptions.RefuseOutside(result, 0, FindingsMax));
        var rules = new Option<string?>("--rules") { Description = "Rules in place of the standard's own, in the form of its ruleset.json", HelpName = "FILE" };
        var publishers = new Option<string?>("--publishers") { Description = "Identifiers of publishers, one on a line: they need no registration agency's code", HelpName = "FILE" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file instead", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Write over the file if it is there" };
        grouped.Validators.Add(result =>
        {
            if (result is { Implicit: false } && result.GetValue(format) != "iati") result.AddError("--grouped: without --format iati; expected both; other forms have no groups");
        });
        var command = new Command("validate", "Hold IATI files to the standard: XML, schema, codelists, rules, identifiers") { files, format, grouped, failOn, limit, rules, publishers, output, force };
        Examples.Add(command, "tributary validate activities.xml", "tributary validate *.xml --format sarif --output iati.sarif", "curl -s URL | tributary validate - --fail-on critical", "tributary validate activities.xml --format iati --grouped");
        command.SetAction((parsed, token) =>
        {
            var options = new ValidationOptions { Clock = surface.Clock, Rules = Reading(() => RulesOf(parsed.GetValue(rules))), Publishers = Reading(() => PublishersOf(parsed.GetValue(publishers))) };
            if (parsed.GetValue(limit) is { } most) options = options with { FindingsMax = most == 0 ? FindingsMax : most };
            var reports = Reading(() => IatiValidator.Validate(ValidatedPaths.Expand(parsed.GetValue(files)!), options, token));
            var form = new Form(parsed.GetValue(format)!, parsed.GetValue(grouped), parsed.GetValue(limit) is { } lines ? lines == 0 ? int.MaxValue : lines : LinesOfATable);
            if (parsed.GetValue(output) is { } path) WriteFile(surface, path, parsed.GetValue(force), reports, form);
            else Write(surface, reports, form);
            return Task.FromResult(Fails(reports, parsed.GetValue(failOn)!) ? ExitCodes.No : ExitCodes.Ok);
        });
        return command;
    }

    // Here a file that cannot be read is told apart from one with findings.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}; expected to read it; check the path and the permissions", failure);
        }
    }

    private static Ruleset? RulesOf(string? path)
    {
        if (path is null) return null;
        using var file = File.OpenRead(path);
        try
        {
            return Ruleset.Read(file);
        }
        catch (RulesetException unusable)
        {
            throw new RulesetException($"{path}: {unusable.Message}", unusable);
        }
    }

    private static HashSet<string> PublishersOf(string? path) => path is null ? new(StringComparer.Ordinal)
        : File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);

    private static bool Fails(IReadOnlyList<ValidationReport> reports, string failOn) =>
        failOn != Never && reports.Any(report => report.Totals.Any(total => total.Severity <= Enum.Parse<FindingSeverity>(failOn, ignoreCase: true)));

    private static void WriteFile(Surface surface, string path, bool isForced, IReadOnlyList<ValidationReport> reports, Form form)
    {
        using var files = new ExportFiles(isForced);
        using (var writer = new StreamWriter(files.Add(path), append: false, new UTF8Encoding(false)))
        {
            Write(surface with { Out = writer, Console = Spectre.Console.AnsiConsole.Create(new() { Out = new Spectre.Console.AnsiConsoleOutput(writer), Ansi = Spectre.Console.AnsiSupport.No }) }, reports, form);
        }
        files.Publish();
        surface.Error.WriteLine($"tributary: {path}: {AnswerFiles.Count(reports.Sum(report => (long)report.Findings.Count), "finding")}");
    }

    private static void Write(Surface surface, IReadOnlyList<ValidationReport> reports, Form form)
    {
        switch (form.Word)
        {
            case "json":
                AnswerJson.Write(surface.Out, new ValidationAnswer(reports));
                break;
            case "csv":
                var findings = ValidationTables.Of(reports).Tables[0];
                CsvTableWriter.Write(surface.Out, findings.Columns, findings.Rows);
                break;
            case "sarif":
                Copy(surface.Out, stream => SarifReport.Write(stream, reports));
                break;
            case "html":
                HtmlReport.Write(surface.Out, reports);
                break;
            case "iati":
                foreach (var report in reports) Copy(surface.Out, stream => IatiReport.Write(stream, report, form.IsGrouped));
                break;
            default:
                var tables = ValidationTables.Of(ShortNames(reports, surface.Console.Profile.Width));
                TableWriter.Write(surface.Console, tables with { Tables = [.. tables.Tables.Where(table => table.Rows.Count > 0)] }, form.LinesMax);
                break;
        }
    }

    private static void Copy(TextWriter output, Action<Stream> write)
    {
        using (var bytes = new TextOutputStream(output)) write(bytes);
        output.Write('\n');
    }

    // A path that would wrap says less than the file's name, as long as no two are the same.
    private static IReadOnlyList<ValidationReport> ShortNames(IReadOnlyList<ValidationReport> reports, int width)
    {
        var names = reports.Select(report => Path.GetFileName(report.Name)).ToHashSet(StringComparer.Ordinal);
        return names.Count < reports.Count || reports.All(report => report.Name.Length <= width / ColumnsOfATable) ? reports : [.. reports.Select(report => report with { Name = Path.GetFileName(report.Name) })];
    }
}

/// <summary>How a report is written.</summary>
/// <param name="Word">The form's word.</param>
/// <param name="IsGrouped">Whether findings are grouped.</param>
/// <param name="LinesMax">Lines of a table at most.</param>
internal sealed record Form(string Word, bool IsGrouped, int LinesMax);

/// <summary>A file that was to be validated and cannot be read.</summary>
internal sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The reports of a run, as JSON.</summary>
internal sealed record ValidationAnswer(IReadOnlyList<ValidationReport> Files);
