using System.Text;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>The form of an exported file.</summary>
public enum ExportForm
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>A JSON object on each line.</summary>
    Jsonl,

    /// <summary>One JSON value.</summary>
    Json,
}

/// <summary>An answer to be exported.</summary>
/// <param name="Question">What was asked, as people write it; it names the sheet or file.</param>
/// <param name="Tables">The answer laid out.</param>
public sealed record ExportedAnswer(string Question, Tabulated Tables);

/// <summary>Writes answers to files.</summary>
public static class AnswerExport
{
    private static readonly Column[] NoteColumns = [new("about", "about"), new("note", "note", Cells.LongText)];

    /// <summary>Writes a workbook: a sheet for each table of each answer, and one of notes.</summary>
    /// <param name="output">Takes the workbook.</param>
    /// <param name="answers">At least one.</param>
    /// <param name="about">What holds for all of them: the ledger's sources, the day of the export …</param>
    /// <param name="token">Stops the writing.</param>
    public static void WriteXlsx(Stream output, IReadOnlyList<ExportedAnswer> answers, IReadOnlyList<(string About, string Note)> about, CancellationToken token = default)
    {
        using var workbook = new XlsxWriter(output);
        foreach (var answer in answers)
        {
            foreach (var table in answer.Tables.Tables) workbook.Add(new XlsxSheet(SheetName(answer.Question), table.Columns, table.Rows), token);
        }
        List<(string About, string Note)> notes = [.. answers.SelectMany(NotesOf), .. about];
        if (workbook.CutTexts > 0) notes.Add(("cells", $"{CellText.Number(workbook.CutTexts)} texts were cut: a cell holds {CellText.Number(XlsxWriter.CellCharactersMax)} characters."));
        workbook.Add(new XlsxSheet("notes", NoteColumns, notes.Select(note => new object?[] { note.About, note.Note })), token);
        workbook.Finish();
    }

    /// <summary>Writes the first table of an answer.</summary>
    /// <param name="path">The file. It must not be there.</param>
    /// <param name="form">CSV, JSON lines or Parquet.</param>
    /// <param name="table">The table.</param>
    /// <param name="hxl">Whether the second row of CSV holds HXL hashtags.</param>
    /// <param name="token">Stops the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The form is one of several tables.</exception>
    public static void Write(string path, ExportForm form, Table table, bool hxl, CancellationToken token = default)
    {
        if (form == ExportForm.Parquet)
        {
            ParquetWriter.Write(path, table.Columns, table.Rows, token);
            return;
        }
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        Write(file, form, table, hxl, token);
    }

    /// <summary>Writes the first table of an answer as text.</summary>
    /// <param name="output">Takes UTF-8.</param>
    /// <param name="form">CSV or JSON lines.</param>
    /// <param name="table">The table.</param>
    /// <param name="hxl">Whether the second row of CSV holds HXL hashtags.</param>
    /// <param name="token">Stops the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The form is no text, or one of several tables.</exception>
    public static void Write(Stream output, ExportForm form, Table table, bool hxl, CancellationToken token = default)
    {
        switch (form)
        {
            case ExportForm.Csv:
                using (var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true)) CsvTableWriter.Write(text, table.Columns, table.Rows, hxl, token);
                break;
            case ExportForm.Jsonl:
                JsonLinesWriter.Write(output, table.Columns, table.Rows, token);
                break;
            case ExportForm.Xlsx or ExportForm.Parquet or ExportForm.Json:
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "a table is written as CSV or JSON lines");
        }
    }

    /// <summary>A question as the name of a file: its letters and digits, joined by dashes.</summary>
    public static string FileName(string question)
    {
        var name = string.Join('-', string.Concat(question.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 80 ? name[..80] : name;
    }

    private static string SheetName(string question) => question.Replace("--", "", StringComparison.Ordinal);

    private static IEnumerable<(string About, string Note)> NotesOf(ExportedAnswer answer)
    {
        foreach (var title in answer.Tables.Tables.Select(table => table.Title).Where(title => title.Length > 0)) yield return (answer.Question, title);
        foreach (var note in answer.Tables.Notes) yield return (answer.Question, note);
    }
}
