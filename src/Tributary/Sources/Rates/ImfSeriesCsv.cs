using System.Globalization;
using System.Text;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>The International Monetary Fund's monthly series of exchange rates as CSV: one observation a row.</summary>
/// <remarks>
/// https://data.imf.org: International Financial Statistics and Exchange Rates, in the columns of SDMX-CSV (https://sdmx.org).
/// Used: the area or the currency, the indicator, the way periods are made, <c>TIME_PERIOD</c>, <c>OBS_VALUE</c>, and the multiplier, which must be none.
/// Rates of quarters and years are left out: those of months say more.
/// </remarks>
internal sealed class ImfSeriesCsv : IDocumentFormat
{
    private static readonly string[] Known = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "DATAFLOW", "FREQ", "FREQUENCY", "OBS_STATUS", "DECIMALS_DISPLAYED", "PRECISION", "UNIT", "UNIT_MEASURE", "TIME_FORMAT", "SERIES_CODE", "COUNTRY_NAME", "INDICATOR_NAME", "COMMON_REFERENCE_PERIOD"];

    /// <inheritdoc/>
    public string Name => "imf-series-csv";

    /// <inheritdoc/>
    public string Title => "IMF monthly series of exchange rates (CSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        using var stream = new MemoryStream(head.ToArray(), writable: false);
        var csv = new CsvReader(stream);
        if (!csv.Read() || new Columns(Cells(csv)) is not { IsSeries: true } columns) return false;
        while (csv.Read())
        {
            if (csv.FieldCount == columns.Count && ImfIndicator.Find(columns.Cell(Cells(csv), columns.Indicator)) is not null) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (csv, reading) = (new CsvReader(document), new RateReading(sink));
        if (!csv.Read()) return csv.Fatal ?? reading.End();
        var columns = new Columns(Cells(csv));
        foreach (var name in columns.Unused(Known)) reading.ReportField("line 1", name);
        foreach (var name in columns.Present(Known)) sink.Ignore(name, "about the series in the IMF's database, not the rate");
        while (reading.Fatal is null && csv.Read())
        {
            token.ThrowIfCancellationRequested();
            if (csv.FieldCount == 1 && csv.Field(0).IsEmpty) continue;
            var line = string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber}");
            if (csv.FieldCount == columns.Count) new Row(line, columns, Cells(csv), reading, sink).Read();
            else if (csv.LacksLineEnd && csv.FieldCount < columns.Count) return new ReadIssue(ReadingCodes.Truncated, Severity.Fatal, line, $"a last row of {Number(csv.FieldCount)} fields without a line end", $"expected {Number(columns.Count)}, as in the header", "fetch the file again: it is cut off");
            else reading.LeaveOut(ReadingCodes.FieldCount, line, $"{Number(csv.FieldCount)} fields", $"expected {Number(columns.Count)}, as in the header");
        }
        return csv.Fatal ?? reading.End();
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var index = 0; index < cells.Length; index++) cells[index] = Encoding.UTF8.GetString(csv.Field(index)).Trim();
        return cells;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where the columns that are used stand; -1 for one that is missing.</summary>
    private sealed class Columns(string[] names)
    {
        public int Count => names.Length;

        public int Area { get; } = Array.FindIndex(names, name => name is "REF_AREA" or "COUNTRY");

        public int Currency { get; } = Array.IndexOf(names, "CURRENCY");

        public int Indicator { get; } = Array.IndexOf(names, "INDICATOR");

        public int Transformation { get; } = Array.IndexOf(names, "TYPE_OF_TRANSFORMATION");

        public int Period { get; } = Array.IndexOf(names, "TIME_PERIOD");

        public int Value { get; } = Array.IndexOf(names, "OBS_VALUE");

        public int Multiplier { get; } = Array.FindIndex(names, name => name is "UNIT_MULT" or "SCALE");

        public bool IsSeries => Period >= 0 && Value >= 0 && Indicator >= 0 && (Area >= 0 || Currency >= 0);

        public string Cell(string[] cells, int column) => column < 0 ? "" : cells[column];

        public IEnumerable<string> Present(string[] known) => names.Where(known.Contains);

        public IEnumerable<string> Unused(string[] known) =>
            names.Where((name, index) => !known.Contains(name) && index != Area && index != Currency && index != Indicator && index != Transformation && index != Period && index != Value && index != Multiplier);
    }

    /// <summary>One observation.</summary>
    private sealed class Row(string line, Columns columns, string[] cells, RateReading reading, IRecordSink sink)
    {
        public void Read()
        {
            var code = columns.Cell(cells, columns.Indicator);
            var indicator = ImfIndicator.Find(code);
            if (indicator?.IsAtEnd(columns.Cell(cells, columns.Transformation)) is not { } atEnd)
            {
                var reason = indicator is null ? "no rate of one currency against the dollar, the euro or the SDR" : "neither the average of a month nor its end";
                sink.Ignore($"INDICATOR {QuotedText.Of(code)}", reason);
                return;
            }
            if (columns.Cell(cells, columns.Multiplier) is not ("" or "0" or "Units") and var multiplier)
            {
                reading.LeaveOut(RateCodes.ValueInvalid, line, $"the multiplier {QuotedText.Of(multiplier)}", "expected none: rates are stated in units");
                return;
            }
            if (Month() is not { } month || Priced(month) is not { } currency) return;
            if (currency == indicator.Against) sink.Ignore(currency.Code, "a currency in itself");
            else reading.Take(line, columns.Cell(cells, columns.Value), indicator.Of(currency, Basis()), atEnd ? RatePeriod.AtEndOf(month) : RatePeriod.AverageOf(month));
        }

        private string Stated => columns.Cell(cells, columns.Currency);

        private string Area => columns.Cell(cells, columns.Area);

        private string Basis() => Stated.Length > 0 ? "" : $"the currency of {Area}";

        private DateOnly? Month()
        {
            var period = columns.Cell(cells, columns.Period);
            if (DateOnly.TryParseExact(period.Replace("-M", "-", StringComparison.Ordinal), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month;
            if (IsYear(period) || (period.Length == 7 && IsYear(period[..4]) && period[4..] is "-Q1" or "-Q2" or "-Q3" or "-Q4")) sink.Ignore("TIME_PERIOD of a quarter or year", "rates of months say more");
            else reading.LeaveOut(RateCodes.DayInvalid, line, QuotedText.Of(period), "expected a month, such as 2020-M03 or 2020-03");
            return null;
        }

        private Currency? Priced(DateOnly month)
        {
            if (Stated.Length > 0) return reading.Known(line, Stated);
            if (ImfAreas.Find(Area) is not { } area)
            {
                reading.ReportCurrency(line, Area);
                return null;
            }
            if (month >= area.Since) return area.Currency;
            sink.Ignore($"{area.Currency} before {area.Since:yyyy-MM}", "another unit was money then, and series differ in which one they state");
            return null;
        }

        private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);
    }
}
