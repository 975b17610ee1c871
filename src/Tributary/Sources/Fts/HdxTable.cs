using System.Text;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>The rows of one of HDX's CSV files, their cells found by column name.</summary>
/// <remarks>
/// Empty lines are passed over, and so is a second row of HXL tags (https://hxlstandard.org) when there is one.
/// A row with a wrong number of fields is reported and left out.
/// </remarks>
internal sealed class HdxTable
{
    private const int QuotedBytesMax = 60;

    private readonly CsvReader _csv;
    private readonly HdxColumns _columns;
    private readonly IRecordSink _sink;
    private readonly int[] _fields;
    private int _fieldCount;
    private bool _tagsMayFollow = true;

    /// <param name="document">The document from its first byte.</param>
    /// <param name="columns">What columns it may have.</param>
    /// <param name="sink">Is told of what is odd.</param>
    public HdxTable(Stream document, HdxColumns columns, IRecordSink sink)
    {
        _csv = new CsvReader(document);
        _columns = columns;
        _sink = sink;
        _fields = new int[columns.Known.Length];
        Array.Fill(_fields, -1);
    }

    /// <summary>What stopped the reading; null when the document was read to its end.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>The line on which the current row begins, from 1.</summary>
    public int LineNumber => _csv.LineNumber;

    /// <summary>The current row's place.</summary>
    public string Place => $"line {LineNumber}";

    /// <summary>Reads the header. Must come first.</summary>
    /// <returns>False when <see cref="Fatal"/> says why the document cannot be read.</returns>
    public bool ReadHeader()
    {
        if (!_csv.Read()) return Stop(_csv.Fatal ?? Header(ReadingCodes.Truncated, "an empty file"));
        var names = HdxColumns.NamesOf(_csv);
        _fieldCount = names.Length;
        for (var field = 0; field < names.Length; field++)
        {
            if (!AddColumn(names[field], field)) return false;
        }
        var missing = _columns.Required.Except(names).FirstOrDefault();
        return missing is null || Stop(Header(HdxCodes.ColumnMissing, $"no column {missing}"));
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end, and when <see cref="Fatal"/> says why there are no more.</returns>
    public bool NextRow()
    {
        while (_csv.Read())
        {
            if (_csv.FieldCount == _fieldCount && !IsTags()) return true;
            if (_csv.FieldCount != _fieldCount && !PassOver()) return false;
        }
        Fatal ??= _csv.Fatal;
        return false;
    }

    /// <summary>A cell of the current row; empty when the document does not have the column.</summary>
    /// <param name="column">The column's number.</param>
    public ReadOnlySpan<byte> Cell(int column)
    {
        var field = _fields[column];
        return field < 0 ? default : _csv.Field(field);
    }

    /// <inheritdoc cref="Cell"/>
    /// <remarks>Valid until the next row.</remarks>
    public ReadOnlyMemory<byte> CellMemory(int column)
    {
        var field = _fields[column];
        return field < 0 ? default : _csv.FieldMemory(field);
    }

    /// <summary>A cell of text, without the apostrophe that keeps spreadsheets from running it (<see cref="FormulaMark"/>).</summary>
    /// <inheritdoc cref="Cell"/>
    public ReadOnlySpan<byte> Text(int column)
    {
        var cell = Cell(column);
        return FormulaMark.IsMarked(cell) ? cell[1..] : cell;
    }

    /// <inheritdoc cref="Text"/>
    /// <remarks>Valid until the next row.</remarks>
    public ReadOnlyMemory<byte> TextMemory(int column)
    {
        var cell = CellMemory(column);
        return FormulaMark.IsMarked(cell.Span) ? cell[1..] : cell;
    }

    /// <summary>Says that a column is left out on purpose, where the document has it.</summary>
    public void Ignore(int column, string reason)
    {
        if (_fields[column] >= 0) _sink.Ignore(_columns.Known[column], reason);
    }

    /// <summary>Reports what is odd in a cell of the current row.</summary>
    /// <returns>Whether the row can still be used.</returns>
    public bool Report(int column, CellIssue issue)
    {
        var place = $"{Place}, column {_columns.Known[column]}";
        _sink.Report(new ReadIssue(issue.Code, issue.Severity, place, issue.Found, issue.Expected, issue.Advice));
        return issue.Severity == Severity.Warning;
    }

    /// <summary>A cell's content for a message: in quotes, cut when long, control characters as spaces.</summary>
    public static string Quote(ReadOnlySpan<byte> cell)
    {
        var length = Math.Min(cell.Length, QuotedBytesMax);
        while (length < cell.Length && (cell[length] & 0xC0) == 0x80) length--;
        var text = string.Concat(Encoding.UTF8.GetString(cell[..length]).Select(c => char.IsControl(c) ? ' ' : c));
        return length < cell.Length ? $"'{text}…'" : $"'{text}'";
    }

    private bool AddColumn(string name, int field)
    {
        var column = Array.IndexOf(_columns.Known, name);
        if (column < 0) return LeaveOut(name);
        if (_fields[column] >= 0) return Stop(Header(HdxCodes.ColumnRepeated, $"two columns {name}"));
        _fields[column] = field;
        return true;
    }

    private bool LeaveOut(string name)
    {
        _sink.Report(new ReadIssue(HdxCodes.ColumnUnknown, Severity.Warning, Place,
            $"the column {Quote(Encoding.UTF8.GetBytes(name))}", "expected only columns that HDX is known to write", "nothing is lost but this column; tell us of it"));
        _sink.Ignore(name, "not a known column of this format");
        return true;
    }

    /// <summary>Passes over a row of another length than the header's.</summary>
    /// <returns>False when the document is cut off there.</returns>
    private bool PassOver()
    {
        if (_csv.FieldCount == 1 && _csv.Field(0).IsEmpty) return true;
        var found = $"{_csv.FieldCount} fields";
        var expected = $"expected {_fieldCount}, as in the header";
        if (_csv.LacksLineEnd && _csv.FieldCount < _fieldCount)
            return Stop(new ReadIssue(ReadingCodes.Truncated, Severity.Fatal, Place, $"a last row of {found} without a line end", expected, "fetch the file again: it is cut off"));
        _sink.Report(new ReadIssue(ReadingCodes.FieldCount, Severity.Error, Place, found, expected, "look for an unquoted comma or line end in the row"));
        return true;
    }

    private bool IsTags()
    {
        if (!_tagsMayFollow) return false;
        _tagsMayFollow = false;
        var tags = 0;
        for (var field = 0; field < _fieldCount; field++)
        {
            var cell = _csv.Field(field);
            if (cell.IsEmpty) continue;
            if (cell[0] != '#') return false;
            tags++;
        }
        return tags > 0;
    }

    private ReadIssue Header(string code, string found) => new(code, Severity.Fatal, "line 1", found,
        $"expected a header with {string.Join(", ", _columns.Required)}", "fetch the file again from HDX");

    private bool Stop(ReadIssue issue)
    {
        Fatal = issue;
        return false;
    }
}

/// <summary>What is odd in a cell.</summary>
/// <param name="Code">The issue's code.</param>
/// <param name="Severity">What it takes away.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Advice">What to do.</param>
internal sealed record CellIssue(string Code, Severity Severity, string Found, string Expected, string Advice)
{
    /// <summary>The row is left out.</summary>
    public static CellIssue Error(string code, ReadOnlySpan<byte> cell, string expected) =>
        new(code, Severity.Error, cell.IsEmpty ? "nothing" : HdxTable.Quote(cell), $"expected {expected}", "correct it at the source, or accept leaving the row out");

    /// <summary>Only the cell is left out.</summary>
    public static CellIssue Warning(string code, ReadOnlySpan<byte> cell, string expected) =>
        new(code, Severity.Warning, HdxTable.Quote(cell), $"expected {expected}", "the cell is left out; ask the publisher");
}
