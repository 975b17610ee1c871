using System.Globalization;
using System.Text;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>The European Central Bank's reference rates of the euro: the whole history (<c>eurofxref-hist.csv</c>) and the latest day (<c>eurofxref.csv</c>).</summary>
/// <remarks>
/// https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/. A row for each day, a column for each
/// currency: its units for one euro. Rows end with a comma. The history writes days as 2020-03-05, the latest day is 05 March 2020.
/// The file names neither its publisher nor the euro: it is known by its first column, Date, and those of USD, JPY, GBP and CHF.
/// </remarks>
internal sealed class EcbRatesCsv : IDocumentFormat
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd MMMM yyyy", "d MMMM yyyy"];
    private static readonly string[] Signs = ["USD", "JPY", "GBP", "CHF"];

    /// <inheritdoc/>
    public string Name => "ecb-rates-csv";

    /// <inheritdoc/>
    public string Title => "ECB euro reference rates (CSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => EcbRates.Authority;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        using var stream = new MemoryStream(head.ToArray(), writable: false);
        var csv = new CsvReader(stream);
        if (!csv.Read()) return false;
        var cells = Cells(csv);
        return cells[0] == "Date" && cells.All(cell => cell == "Date" || Currency.IsCode(cell)) && Signs.All(cells.Contains) && !cells.Contains("EUR");
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (csv, reading) = (new CsvReader(document), new RateReading(sink));
        if (!csv.Read()) return csv.Fatal ?? reading.End();
        var columns = Cells(csv).Skip(1).Select(code => new Column(code, reading.Known("line 1", code))).ToArray();
        while (reading.Fatal is null && csv.Read())
        {
            token.ThrowIfCancellationRequested();
            var cells = Cells(csv);
            if (cells is [""] or []) continue;
            if (cells.Length == columns.Length + 1) ReadRow(csv.LineNumber, cells, columns, reading);
            else if (IsCutOff(csv, cells.Length, columns.Length + 1)) return Truncated(csv.LineNumber, cells.Length, columns.Length + 1);
            else reading.LeaveOut(ReadingCodes.FieldCount, Line(csv.LineNumber), Fields(cells.Length), $"expected {columns.Length + 1}, as in the header");
        }
        return csv.Fatal ?? reading.End();
    }

    private static void ReadRow(int line, string[] cells, Column[] columns, RateReading reading)
    {
        if (!DateOnly.TryParseExact(cells[0], DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            reading.LeaveOut(RateCodes.DayInvalid, Line(line), QuotedText.Of(cells[0]), "expected a day, such as 2020-03-05 or 05 March 2020");
            return;
        }
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Currency is { } currency) reading.Take($"{Line(line)}, column {columns[index].Code}", cells[index + 1], new RatePair(EcbRates.Euro, currency), RatePeriod.Of(day));
        }
    }

    // Each row ends with a comma: what follows it is no cell.
    private static string[] Cells(CsvReader csv)
    {
        var last = csv.FieldCount - 1;
        var count = last > 0 && csv.Field(last).Trim(" "u8).IsEmpty ? last : csv.FieldCount;
        var cells = new string[count];
        for (var index = 0; index < count; index++) cells[index] = Encoding.UTF8.GetString(csv.Field(index)).Trim();
        return cells;
    }

    private static bool IsCutOff(CsvReader csv, int cells, int expected) => csv.LacksLineEnd && cells < expected;

    private static ReadIssue Truncated(int line, int cells, int expected) => new(ReadingCodes.Truncated, Severity.Fatal, Line(line), $"a last row of {Fields(cells)} without a line end", $"expected {expected}, as in the header", "fetch the file again: it is cut off");

    private static string Fields(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} fields");

    private static string Line(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    private sealed record Column(string Code, Currency? Currency);
}

/// <summary>What the ECB's tables have in common.</summary>
internal static class EcbRates
{
    /// <summary>Its rates are those of one euro. For pairs with the euro they are believed before the IMF's, which repeats them.</summary>
    public const int Authority = 2;

    /// <summary>The euro.</summary>
    public static readonly Currency Euro = new("EUR");
}
