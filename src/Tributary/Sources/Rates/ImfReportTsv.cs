using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>The International Monetary Fund's reports of daily exchange rates, as text with tabs.</summary>
/// <remarks>
/// https://www.imf.org/external/np/fin/data/param_rms_mth.aspx and https://www.imf.org/external/np/fin/ert/GUI/Pages/CountryDataBase.aspx.
/// A title; a row of headings that begins with <c>Currency</c> (days are columns) or <c>Date</c> (currencies are columns), once or for
/// each part of a month; notes below. The text must say which way round the rates are.
/// </remarks>
internal sealed class ImfReportTsv : IDocumentFormat
{
    /// <summary>Lines before the headings at most.</summary>
    private const int TitleLinesMax = 40;

    private static readonly string[] DayForms = ["MMMM dd, yyyy", "MMMM d, yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "yyyy-MM-dd"];

    /// <inheritdoc/>
    public string Name => "imf-report-tsv";

    /// <inheritdoc/>
    public string Title => "IMF report of daily exchange rates (TSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var isTitled = false;
        foreach (var line in Encoding.UTF8.GetString(head).Split('\n').Take(TitleLinesMax))
        {
            var cells = Cells(line);
            if (IsHeader(cells)) return isTitled;
            isTitled |= line.Contains("exchange rate", StringComparison.OrdinalIgnoreCase) || ImfQuote.In(line).Count > 0;
        }
        return false;
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (lines, reading) = (new LineReader(document), new RateReading(sink));
        var report = new ImfReport(reading, sink);
        while (report.Fatal is null && lines.Next(out var line))
        {
            token.ThrowIfCancellationRequested();
            if (!Utf8.IsValid(line) || line.Contains((byte)0)) return new ReadIssue(ReadingCodes.Encoding, Severity.Fatal, $"line {lines.LineNumber}", "bytes that are not UTF-8 text, or NUL", "expected UTF-8 text", "fetch the file again, or convert it to UTF-8");
            if (line.Count((byte)'\t') >= CsvReader.FieldsMax) return new ReadIssue(ReadingCodes.TooManyFields, Severity.Fatal, $"line {lines.LineNumber}", "a row of more than 4096 fields", "expected as many fields as the headings", "look for a missing line end");
            report.Take(lines.LineNumber, Cells(Encoding.UTF8.GetString(line)), lines.LacksLineEnd);
        }
        return lines.Fatal ?? report.Fatal ?? report.End() ?? reading.End();
    }

    /// <summary>Whether cells are a report's headings.</summary>
    public static bool IsHeader(string[] cells) => cells.Length > 1 && (cells[0] == "Currency" ? Day(cells[1]) is not null : cells[0] == "Date" && ImfHeading.Of(cells[1]).Currency is not null);

    /// <summary>The day of a heading or row; null when it is none.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string[] Cells(string line)
    {
        var cells = line.Split('\t').Select(cell => cell.Trim()).ToArray();
        return cells[..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)];
    }
}
