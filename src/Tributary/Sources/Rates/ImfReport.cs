using System.Globalization;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>One of the IMF's reports while it is read. What a row's mark means is said below the rows: they wait for the end.</summary>
/// <param name="reading">Takes the rates.</param>
/// <param name="sink">Is told what was left out.</param>
internal sealed class ImfReport(RateReading reading, IRecordSink sink)
{
    private const string Representative = "Representative Exchange Rates";

    private readonly List<Row> _rows = [];
    private readonly Dictionary<int, ImfQuote?> _notes = [];
    private readonly Dictionary<string, ImfHeading> _named = new(StringComparer.Ordinal);
    private string[]? _headings;
    private ImfQuote? _quote;
    private bool _isRepresentative;
    private long _cells;

    /// <summary>What ends the reading; null as long as nothing does.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>Takes a line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="cells">What stands between its tabs; empty ones at its end are left out.</param>
    /// <param name="isUnended">Whether the document ends with it and it has no line end.</param>
    public void Take(int line, string[] cells, bool isUnended)
    {
        if (cells.Length == 0) return;
        if (ImfReportTsv.IsHeader(cells)) _headings = cells;
        else if (cells.Length == 1 || _headings is null) TakeText(string.Join(' ', cells));
        else if (cells.Length > _headings.Length) reading.LeaveOut(ReadingCodes.FieldCount, Line(line), Fields(cells), string.Create(CultureInfo.InvariantCulture, $"expected {_headings.Length} at most, as in the headings"));
        else if (isUnended && cells.Length < _headings.Length) Fatal = new ReadIssue(ReadingCodes.Truncated, Severity.Fatal, Line(line), $"a last row of {Fields(cells)} without a line end", string.Create(CultureInfo.InvariantCulture, $"expected {_headings.Length}, as in the headings"), "fetch the file again: it is cut off");
        else Keep(new Row(line, cells, _headings, _quote));
    }

    /// <summary>Passes all rates on.</summary>
    /// <returns>The fatal issue of the whole, or null.</returns>
    public ReadIssue? End()
    {
        foreach (var row in _rows)
        {
            if (row.Headings[0] == "Currency") ReadCurrency(row);
            else ReadDay(row);
            if ((Fatal ?? reading.Fatal) is { } fatal) return fatal;
        }
        return null;
    }

    private void TakeText(string text)
    {
        sink.Ignore("titles and notes", "words about the table; which way round its rates are is taken from them");
        _isRepresentative |= text.Contains(Representative, StringComparison.OrdinalIgnoreCase);
        var named = ImfQuote.In(text);
        if (NoteNumber(text) is { } note) _notes[note] = named is [var only] ? only : null;
        else if (named.Count > 0) _quote = named is [var quote] ? quote : null;
    }

    private void Keep(Row row)
    {
        _cells += row.Cells.Length;
        if (_cells <= RateReading.RatesMax) _rows.Add(row);
        else Fatal = new ReadIssue(RateCodes.TooMany, Severity.Fatal, Line(row.Line), string.Create(CultureInfo.InvariantCulture, $"more than {RateReading.RatesMax:N0} cells"), "expected fewer", "split the table");
    }

    private void ReadCurrency(Row row)
    {
        var heading = Heading(row.Cells[0]);
        for (var column = 1; column < row.Cells.Length; column++)
        {
            if (ImfReportTsv.Day(row.Headings[column]) is { } day) ReadCell(row, column, heading, day);
            else ReportDay(row, row.Headings[column]);
        }
    }

    private void ReadDay(Row row)
    {
        if (ImfReportTsv.Day(row.Cells[0]) is not { } day)
        {
            ReportDay(row, row.Cells[0]);
            return;
        }
        for (var column = 1; column < row.Cells.Length; column++) ReadCell(row, column, Heading(row.Headings[column]), day);
    }

    private ImfHeading Heading(string text)
    {
        if (!_named.TryGetValue(text, out var heading)) _named[text] = heading = ImfHeading.Of(text);
        return heading;
    }

    private void ReadCell(Row row, int column, ImfHeading heading, DateOnly day)
    {
        var place = $"{Line(row.Line)}, column {row.Headings[column]}";
        if (heading.Currency is not { } currency) reading.ReportCurrency(place, heading.Text);
        else if (heading.Notes.FirstOrDefault(note => !_notes.ContainsKey(note)) is > 0 and var note) reading.LeaveOut(RateCodes.NoteMissing, place, string.Create(CultureInfo.InvariantCulture, $"{QuotedText.Of(heading.Text)} and no note ({note})"), "expected the note, which may turn the rate round");
        else if (QuoteOf(row, heading) is not { } quote) Fatal ??= new ReadIssue(RateCodes.DirectionUnstated, Severity.Fatal, place, "rates of which the text does not say, or says twice, which way round they are", "expected words such as 'Currency units per U.S. dollar'", "fetch a report whose title says it, such as that of rates per SDR");
        else if (quote.Against == currency) sink.Ignore(heading.Text, "a currency in itself");
        else reading.Take(place, row.Cells[column], quote.Of(currency), RatePeriod.Of(day));
    }

    // The IMF states most representative rates per dollar, and marks those that it states in dollars.
    private ImfQuote? QuoteOf(Row row, ImfHeading heading) =>
        heading.Notes.Select(note => _notes[note]).FirstOrDefault(quote => quote is not null) ?? row.Quote ?? (_isRepresentative && _notes.ContainsValue(ImfQuote.InDollars) ? ImfQuote.PerDollar : null);

    private void ReportDay(Row row, string text) => reading.LeaveOut(RateCodes.DayInvalid, Line(row.Line), QuotedText.Of(text), "expected a day, such as March 05, 2020 or 05-Mar-2020");

    private static int? NoteNumber(string text) => text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 1 and var end
        && int.TryParse(text.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Fields(string[] cells) => string.Create(CultureInfo.InvariantCulture, $"{cells.Length} fields");

    private static string Line(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    private sealed record Row(int Line, string[] Cells, string[] Headings, ImfQuote? Quote);
}
