using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">What it is about; made valid and unique among the sheets.</param>
/// <param name="Columns">Its columns; bars are left out, because they repeat others.</param>
/// <param name="Rows">Its rows, read once, while they are written.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<Column> Columns, IEnumerable<object?[]> Rows);

/// <summary>Writes workbooks (Office Open XML, ISO/IEC 29500, https://ecma-international.org/publications-and-standards/standards/ecma-376/) as a stream.</summary>
/// <remarks>
/// Rows go straight into the compressed file: memory does not grow with them. Text is inline text and never a formula,
/// numbers are numbers, days are days. A sheet takes <see cref="RowsMax"/> rows; what comes after goes to a further sheet.
/// </remarks>
public sealed class XlsxWriter : IDisposable
{
    /// <summary>Rows of one sheet, its header among them.</summary>
    public const int RowsMax = 1_048_576;

    /// <summary>Characters of one cell; what is longer is cut.</summary>
    public const int CellCharactersMax = 32_767;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    private readonly ZipArchive _archive;
    private readonly SheetNames _names = new();
    private readonly List<string> _sheets = [];

    /// <param name="output">Takes the workbook. It need not be able to seek, and is not closed.</param>
    public XlsxWriter(Stream output) => _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Texts that were cut, because a cell holds no more than <see cref="CellCharactersMax"/> characters.</summary>
    public int CutTexts { get; private set; }

    /// <summary>Writes a sheet.</summary>
    public void Add(XlsxSheet sheet, CancellationToken token = default)
    {
        var kept = KeptColumns.Of(sheet.Columns);
        using var rows = sheet.Rows.GetEnumerator();
        var first = XlsxWidths.Peek(rows);
        for (var more = true; more;) more = AddPart(sheet, kept, first, rows, token);
    }

    /// <summary>Writes what binds the sheets together. None can be added afterwards.</summary>
    public void Finish()
    {
        WritePart("xl/workbook.xml", XlsxParts.Workbook(_sheets));
        WritePart("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(_sheets.Count));
        WritePart("xl/styles.xml", XlsxParts.Styles);
        WritePart("_rels/.rels", XlsxParts.Relations);
        WritePart("[Content_Types].xml", XlsxParts.ContentTypes(_sheets.Count));
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <returns>Whether rows are left for a further sheet.</returns>
    private bool AddPart(XlsxSheet sheet, List<int> kept, Queue<object?[]> first, IEnumerator<object?[]> rows, CancellationToken token)
    {
        _sheets.Add(_names.Of(sheet.Name));
        using var xml = XmlWriter.Create(Entry($"xl/worksheets/sheet{_sheets.Count}.xml").Open(), Settings);
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        xml.WriteRaw(XlsxParts.FrozenHeader + XlsxWidths.Of(sheet.Columns, kept, first));
        xml.WriteStartElement("sheetData");
        WriteRow(xml, 1, [.. kept.Select(index => (object?)sheet.Columns[index].Name)], XlsxStyle.Header, null);
        var number = 1;
        while (number < RowsMax && XlsxWidths.Next(first, rows) is { } row)
        {
            token.ThrowIfCancellationRequested();
            WriteRow(xml, ++number, [.. kept.Select(index => row[index])], XlsxStyle.Text, kept.ConvertAll(index => sheet.Columns[index].Cells));
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        return number == RowsMax && XlsxWidths.HasNext(first, rows);
    }

    private void WriteRow(XmlWriter xml, int number, IReadOnlyList<object?> cells, XlsxStyle style, List<Cells>? kinds)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { } value) WriteCell(xml, XlsxParts.Place(column, number), value, style, kinds?[column]);
        }
        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, string place, object value, XlsxStyle style, Cells? kind)
    {
        switch (value)
        {
            case bool truth: WriteValue(xml, place, "b", XlsxStyle.Text, truth ? "1" : "0"); break;
            case int number: WriteValue(xml, place, "n", XlsxStyle.Whole, number.ToString(CultureInfo.InvariantCulture)); break;
            case long number: WriteValue(xml, place, "n", XlsxStyle.Whole, number.ToString(CultureInfo.InvariantCulture)); break;
            case decimal number: WriteValue(xml, place, "n", XlsxText.StyleOf(number, kind), number.ToString(CultureInfo.InvariantCulture)); break;
            case DateOnly day when day >= XlsxText.FirstDay: WriteValue(xml, place, "n", XlsxStyle.Day, XlsxText.Serial(day)); break;
            case DateOnly day: WriteText(xml, place, style, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset instant: WriteText(xml, place, style, instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture)); break;
            default: WriteText(xml, place, style, value.ToString()!); break;
        }
    }

    private static void WriteValue(XmlWriter xml, string place, string type, XlsxStyle style, string value)
    {
        StartCell(xml, place, type, style);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    private void WriteText(XmlWriter xml, string place, XlsxStyle style, string text)
    {
        if (text.Length > CellCharactersMax) CutTexts++;
        StartCell(xml, place, "inlineStr", style == XlsxStyle.Text && Reading.FormulaMark.MayRun(text) ? XlsxStyle.Quoted : style);
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Escape(XlsxText.Cut(text)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void StartCell(XmlWriter xml, string place, string type, XlsxStyle style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", type);
    }

    private void WritePart(string name, string xml)
    {
        using var part = new StreamWriter(Entry(name).Open(), new UTF8Encoding(false));
        part.Write(xml);
    }

    // The same answer gives the same bytes, whenever it is written.
    private ZipArchiveEntry Entry(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
