using System.Globalization;
using System.Security;

namespace Tributary.Exporting;

/// <summary>How a cell looks: an index into <see cref="XlsxParts.Styles"/>.</summary>
internal enum XlsxStyle
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>Bold, for the first row.</summary>
    Header,

    /// <summary>Thousands apart, no decimal places.</summary>
    Whole,

    /// <summary>Thousands apart, two to four decimal places.</summary>
    Decimal,

    /// <summary>Two decimal places.</summary>
    Percent,

    /// <summary>Year, month and day.</summary>
    Day,

    /// <summary>Text that stays text even when somebody edits the cell.</summary>
    Quoted,
}

/// <summary>The small parts of a workbook.</summary>
internal static class XlsxParts
{
    /// <summary>The namespace of sheets and workbooks.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The first row stays in sight.</summary>
    public const string FrozenHeader = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

    /// <summary>The styles, in the order of <see cref="XlsxStyle"/>.</summary>
    public const string Styles = Declaration + $"""
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>What the file is.</summary>
    public const string Relations = Declaration + $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The list of sheets.</summary>
    public static string Workbook(IReadOnlyList<string> sheets) => Declaration + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><sheets>"
        + string.Concat(sheets.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"))) + "</sheets></workbook>";

    /// <summary>Where the sheets are.</summary>
    public static string WorkbookRelations(int sheets) => Declaration + $"<Relationships xmlns=\"{PackageRelations}\">"
        + Each(sheets, sheet => $"<Relationship Id=\"rId{sheet}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>")
        + string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>");

    /// <summary>What each part is.</summary>
    public static string ContentTypes(int sheets) => Declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentType}.styles+xml\"/>"
        + Each(sheets, sheet => $"<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"{ContentType}.worksheet+xml\"/>") + "</Types>";

    /// <summary>A cell's place, such as <c>AB12</c>.</summary>
    public static string Place(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1) letters = (char)('A' + (rest % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    private static string Each(int sheets, Func<string, string> part) => string.Concat(Enumerable.Range(1, sheets).Select(sheet => part(sheet.ToString(CultureInfo.InvariantCulture))));
}
