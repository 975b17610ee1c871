using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tributary.Exporting;
using Tributary.Tables;

namespace Tributary.Tests.Exporting;

/// <summary>Workbooks, read back and held to the standard by another's library.</summary>
public sealed partial class XlsxWriterTests
{
    private static readonly Tributary.Tables.Column[] Columns = [new("Name", "name"), new("Amount", "amountUsd", Cells.Money), new("Day", "day"), new("Share", "share", Cells.Percent), new("", "bar", Cells.Bar), new("Flows", "flows", Cells.Number), new("Holds", "holds")];

    [Fact]
    public void Write_NumbersDaysAndText_AreWhatTheyAre()
    {
        var cells = Read([new XlsxSheet("donors", Columns, [["World Bank", 36_641_784.25m, new DateOnly(2020, 2, 29), 49.91m, 1m, 17L, true], [null, -1m, new DateOnly(1900, 1, 1), null, null, null, false]])])["donors"];
        Assert.Equal(["name", "amountUsd", "day", "share", "flows", "holds"], cells[0].Select(cell => cell.Text));
        Assert.Equal(["World Bank", "36641784.25", "43890", "49.91", "17", "1"], cells[1].Select(cell => cell.Text));
        Assert.Equal(["inlineStr", "n", "n", "n", "n", "b"], cells[1].Select(cell => cell.Type));
        Assert.Equal(["-1", "1900-01-01", "0"], cells[2].Select(cell => cell.Text));
        Assert.Equal(new DateTime(2020, 2, 29).ToOADate(), double.Parse(cells[1][2].Text, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Write_HostileText_IsTextAndReadBackAsItWas()
    {
        var cells = Read([new XlsxSheet("texts", [new("text", "text")], GeneratedFlows.Hostile.Append("half \uD83D pair").Select(text => new object?[] { text }))])["texts"];
        Assert.All(cells.Skip(1), row => Assert.Equal("inlineStr", row[0].Type));
        Assert.Equal(GeneratedFlows.Hostile.Append("half \uD83D pair"), cells.Skip(1).Select(row => Unescape(row[0].Text)));
    }

    [Fact]
    public void Write_SheetNames_AreValidAndUnique()
    {
        string[] wanted = ["donors --plan 929", "donors --plan 929", "DONORS --plan 929", "a/b\\c*d?e:f[g]h", "'quoted'", "", "history", new('x', 50), new('x', 50), "\u0001", "🌍🌍"];
        var names = Read([.. wanted.Select(name => new XlsxSheet(name, [new("a", "a")], []))]).Keys;
        Assert.Equal(wanted.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 31));
        Assert.All(names, name => Assert.DoesNotMatch("[\\[\\]:*?/\\\\]", name));
    }

    [Fact]
    public void Write_LongText_IsCutAndCounted()
    {
        using var stream = new MemoryStream();
        using var workbook = new XlsxWriter(stream);
        workbook.Add(new XlsxSheet("long", [new("a", "a")], [[new string('x', 40_000)], [new string('y', XlsxWriter.CellCharactersMax)]]), TestContext.Current.CancellationToken);
        Assert.Equal(1, workbook.CutTexts);
    }

    [Fact]
    public void Write_SameSheets_SameBytes() => Assert.Equal(Bytes([new XlsxSheet("a", Columns, [["x", 1m, null, null, null, 1L, true]])]), Bytes([new XlsxSheet("a", Columns, [["x", 1m, null, null, null, 1L, true]])]));

    // Rows are made while they are written, and none is kept.
    [Fact]
    public void Write_ManyRows_TakesNoMoreMemoryThanFew()
    {
        Measure(1_000);
        var (few, many) = (Measure(2_000), Measure(60_000));
        Assert.InRange(many, 0, few + (4 << 20));
    }

    [Fact]
    public void Export_OfAnswers_HasASheetForEachAndOneOfNotes()
    {
        using var stream = new MemoryStream();
        var answer = new Tabulated([new Tributary.Tables.Table("Donors (US dollars)", Columns, [["=1+1", 1m, null, null, null, 1L, true]])], ["snap-000001, as of 2026-04-30."]);
        AnswerExport.WriteXlsx(stream, [new("donors --plan 929", answer), new("donors --plan 930", answer)], [("source", "UN OCHA")], TestContext.Current.CancellationToken);
        var sheets = Read(stream);
        Assert.Equal(["donors plan 929", "donors plan 930", "notes"], sheets.Keys);
        Assert.Contains(sheets["notes"], row => row[1].Text == "snap-000001, as of 2026-04-30.");
        Assert.Contains(sheets["notes"], row => row[1].Text == "UN OCHA");
    }

    private static long Measure(int rows)
    {
        var most = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var workbook = new XlsxWriter(Stream.Null);
        workbook.Add(new XlsxSheet("rows", Columns, Rows()), TestContext.Current.CancellationToken);
        return most;

        IEnumerable<object?[]> Rows()
        {
            for (var row = 0; row < rows; row++)
            {
                if (row % 1_000 == 999) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                yield return [$"row {row}", (decimal)row, new DateOnly(2020, 1, 1), 1m, 1m, (long)row, true];
            }
        }
    }

    private static byte[] Bytes(XlsxSheet[] sheets)
    {
        using var stream = new MemoryStream();
        using (var workbook = new XlsxWriter(stream))
        {
            foreach (var sheet in sheets) workbook.Add(sheet, TestContext.Current.CancellationToken);
            workbook.Finish();
        }
        return stream.ToArray();
    }

    private static Dictionary<string, List<List<(string Type, string Text)>>> Read(XlsxSheet[] sheets) => Read(new MemoryStream(Bytes(sheets)));

    private static Dictionary<string, List<List<(string Type, string Text)>>> Read(MemoryStream stream)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri}: {error.Description}"));
        var workbook = document.WorkbookPart!;
        return workbook.Workbook!.Sheets!.Elements<Sheet>().ToDictionary(sheet => sheet.Name!.Value!, sheet => Rows((WorksheetPart)workbook.GetPartById(sheet.Id!)), StringComparer.Ordinal);
    }

    private static List<List<(string Type, string Text)>> Rows(WorksheetPart part)
    {
        Assert.Equal("frozen", part.Worksheet!.Descendants<Pane>().Single().State!.InnerText);
        Assert.Empty(part.Worksheet.Descendants<CellFormula>());
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => (cell.DataType!.InnerText!, cell.InlineString?.Text?.Text ?? cell.CellValue!.Text)).ToList())];
    }

    private static string Unescape(string text) => Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString());

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
