using System.CommandLine;
using System.Text;
using Tributary.Cli.Output;
using Tributary.Exporting;
using Tributary.Questions;
using Tributary.Screening;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>screen --batch FILE</c>: the parties of a file, row by row.</summary>
internal sealed class ScreenBatch
{
    private const int PlacesShown = 5;
    private const int LinesShown = 25;

    private readonly Surface _surface;

    public ScreenBatch(Surface surface, Command command)
    {
        _surface = surface;
        command.Options.Add(File);
        command.Validators.Add(result =>
        {
            if (result.GetResult(File) is not null && result.GetValue<string?>(TargetOptions.OutputName) is { } path && !IsCsv(path) && !IsJson(path)) result.AddError($"{TargetOptions.OutputName} '{path}': a file of parties is screened row by row; expected .csv or .jsonl");
        });
    }

    /// <summary>The option that names the file.</summary>
    public Option<string?> File { get; } = new("--batch") { Description = "Screen each party of a CSV file with the columns name, and perhaps id (your reference), type, born, country and identifiers (several with ;), in any order; others are not used. - is standard input. People in need are never screened", HelpName = "FILE" };

    /// <summary>Screens, writes what is found, and says what became of the rows.</summary>
    public int Run(ParseResult parsed, string path, ScoreOptions score, CancellationToken token)
    {
        var output = parsed.GetValue<string?>(TargetOptions.OutputName);
        var format = output is null ? parsed.GetValue<AnswerFormat>("--format") : IsCsv(output) ? AnswerFormat.Csv : AnswerFormat.Json;
        using var stream = path == TargetOptions.StandardOutput ? Console.OpenStandardInput() : System.IO.File.OpenRead(path);
        var file = PartyFile.Open(path, stream);
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(_surface.Error), token);
        var question = new ReadyListsQuestion();
        var batch = new BatchScreening(parsed.GetValue<DateOnly?>("--as-of") is { } day ? ledger.Ask(question, day, token) : ledger.Ask(question, token), file, score.ThresholdOf(parsed), score.WeightsOf(parsed));
        var unusable = new List<string>();
        var rows = Stopped(output, format, () => BatchProgress.Run(_surface, path, stream, isQuiet: output is null && format != AnswerFormat.Table, progress => Write(progress(Noting(batch.Run(token), unusable)), format, output, parsed.GetValue<bool>("--force"), batch, token)));
        if (rows is not null) TableWriter.Write(_surface.Console, rows);
        Tell(path, file, batch, unusable, inTable: rows is not null);
        return batch.NotScreened > 0 ? ExitCodes.Refused : ExitCodes.Ok;
    }

    // Where it stops half way, people have to know what became of the half.
    private static Tabulated? Stopped(string? output, AnswerFormat format, Func<Tabulated?> screening)
    {
        try
        {
            return screening();
        }
        catch (PartyFileException stopped) when (stopped.RowsBefore > 0)
        {
            throw new PartyFileException($"{stopped.Message}{(output is not null ? $"; {output} was not written" : format == AnswerFormat.Table ? "" : " and written")}", stopped.IsOfPeopleInNeed);
        }
    }

    private static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string path) => Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson";

    private static IEnumerable<ScreenedRow> Noting(IEnumerable<ScreenedRow> rows, List<string> unusable)
    {
        foreach (var row in rows)
        {
            if (row.Party.Issue is { } issue && unusable.Count < PlacesShown) unusable.Add(issue.ToString());
            yield return row;
        }
    }

    /// <summary>Writes the rows; gives what is to be drawn of them where a table was asked for.</summary>
    private Tabulated? Write(IEnumerable<ScreenedRow> rows, AnswerFormat format, string? output, bool overwrite, BatchScreening batch, CancellationToken token)
    {
        if (format == AnswerFormat.Table) return BatchTables.Of(rows, batch, LinesShown);
        if (output is null)
        {
            Write(rows, format, _surface.Out, batch.Lists, token);
            return null;
        }
        using var files = new ExportFiles(overwrite);
        using (var writer = new StreamWriter(files.Add(output), append: false, new UTF8Encoding(false), 1 << 16)) Write(rows, format, writer, batch.Lists, token);
        files.Publish();
        return null;
    }

    private static void Write(IEnumerable<ScreenedRow> rows, AnswerFormat format, TextWriter output, ReadyLists lists, CancellationToken token)
    {
        if (format == AnswerFormat.Csv) CsvTableWriter.Write(output, BatchTables.Columns, rows.SelectMany(row => BatchTables.Lines(row, lists)), token: token);
        else foreach (var row in rows) AnswerJson.WriteLine(output, BatchLine.Of(row, lists));
    }

    private void Tell(string path, PartyFile file, BatchScreening batch, List<string> unusable, bool inTable)
    {
        if (file.UnusedColumns.Count > 0) Say($"{path}: {AnswerFiles.Count(file.UnusedColumns.Count, "column")} not used: {string.Join(", ", file.UnusedColumns.Take(PlacesShown))}{(file.UnusedColumns.Count > PlacesShown ? " …" : "")}");
        foreach (var issue in unusable) Say($"{path}, {issue}");
        if (batch.NotScreened > unusable.Count) Say($"{path}: {CellText.Number(batch.NotScreened - unusable.Count)} more rows like these");
        if (!inTable) Say($"{path}: {BatchTables.Summary(batch)}");
    }

    // What a file holds must not move a cursor or break a line.
    private void Say(string message) => _surface.Error.WriteLine($"tributary: {CellText.Of(message, Cells.Text)}");
}
