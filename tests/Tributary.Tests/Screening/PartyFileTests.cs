using System.Text;
using Tributary.Names;
using Tributary.Provenance;
using Tributary.Screening;
using Tributary.Tests.Errors;
using Tributary.Tests.Reading;

namespace Tributary.Tests.Screening;

/// <summary>Files of parties: what is read of them, and what each that is none is told.</summary>
public sealed class PartyFileTests
{
    [Fact]
    public void Read_OfColumnsInAnyOrder_GivesTheParty()
    {
        var (rows, file) = Read("Note,IDENTIFIERS, Country,born,Type,name,ID\nx,9012345; AB 1 ,AFG;Kenya,1970-05,Vessel,\"Gulf, Star\",P-1\n");
        var row = Assert.Single(rows);
        Assert.Equal((2, 2, "P-1", "Gulf, Star"), (row.Row, row.Line, row.Id, row.Name));
        Assert.Equal(["9012345", "AB 1"], row.Party!.Identifiers);
        Assert.Equal(["AFG", "KEN"], row.Party.Countries);
        Assert.Equal((new DateOnly(1970, 5, 1), new DateOnly(1970, 5, 31)), row.Party.Born);
        Assert.Equal(NameType.Vessel, row.Party.Type);
        Assert.Equal(["Note"], file.UnusedColumns);
    }

    [Theory]
    [InlineData("Person", NameType.Person)]
    [InlineData("Company", NameType.Organisation)]
    [InlineData("organization", NameType.Organisation)]
    [InlineData("LegalEntity", NameType.Any)]
    [InlineData("", NameType.Any)]
    [InlineData("vessel", NameType.Vessel)]
    public void Type_InTheWordsOfOthers_IsRead(string word, NameType type) => Assert.Equal(type, Assert.Single(Read($"name,type\nx,{word}\n").Rows).Party!.Type);

    [Theory]
    [InlineData("1970-05-31", "1970-05-31", "1970-05-31")]
    [InlineData("1972-02", "1972-02-01", "1972-02-29")]
    [InlineData("1970", "1970-01-01", "1970-12-31")]
    public void Born_OfADayAMonthOrAYear_IsARange(string text, string first, string last) =>
        Assert.Equal($"{first} {last}", PartyWords.BornIn(text) is var (from, to) ? $"{from:yyyy-MM-dd} {to:yyyy-MM-dd}" : "");

    [Theory]
    [InlineData("1971-02-29")]
    [InlineData("31/12/1970")]
    [InlineData("0001")]
    [InlineData("about 1970")]
    public void Born_OfAnythingElse_IsNone(string text) => Assert.Null(PartyWords.BornIn(text));

    // A row that cannot be used does not keep the next from being read.
    [Theory]
    [InlineData("name,born\n,1970\nb,1970\n", "party-name-missing", "line 2: no name")]
    [InlineData("name,type\na,cat\nb,\n", "party-type-unknown", "line 2: the type cat")]
    [InlineData("name,born\na,31-12-1970\nb,\n", "party-born-invalid", "line 2: born 31-12-1970")]
    [InlineData("name,country\na,AFG;Atlantis\nb,\n", "party-country-unknown", "line 2: the country Atlantis")]
    [InlineData("name,country\na\nb,\n", "csv-field-count", "line 2: 1 cells; expected 2")]
    public void Row_ThatCannotBeUsed_IsAnIssueAtItsPlace(string text, string code, string message)
    {
        var (rows, file) = Read(text);
        Assert.Equal(2, rows.Count);
        Assert.Equal((code, Severity.Error), (rows[0].Issue!.Code, rows[0].Issue!.Severity));
        Assert.StartsWith(message, rows[0].Issue!.ToString(), StringComparison.Ordinal);
        ReproducerTests.AssertClear(rows[0].Issue!);
        Assert.Equal("b", rows[1].Party!.Name);
        Assert.Null(file.Problem);
    }

    [Fact]
    public void Cell_OfManyKilobytes_IsAnIssue()
    {
        var (rows, _) = Read($"name,note\n{new string('a', 5000)},\nb,{new string('c', 100_000)}\n");
        Assert.Equal("party-cell-too-long", rows[0].Issue!.Code);
        Assert.Equal("b", rows[1].Party!.Name);
    }

    [Fact]
    public void Row_IsNumberedAsASpreadsheetDoes()
    {
        var (rows, _) = Read("name,id\n#org+name,#org+code\n\"two\nlines\",1\n\nafter,2\n");
        Assert.Equal([(3L, 3), (5L, 6)], rows.Select(row => (row.Row, row.Line)));
    }

    [Theory]
    [InlineData("", "parties.csv: no line; expected a first line with the names of the columns")]
    [InlineData("Acme,AFG\nOther,KEN\n", "parties.csv, line 1: columns Acme, AFG; expected a column name among them; put the names of the columns in the first line")]
    [InlineData("name;id\nx;1\n", "parties.csv, line 1: columns that are divided by semicolons (name;id)")]
    [InlineData("name\tid\nx\t1\n", "parties.csv, line 1: columns that are divided by tabs (name id)")]
    [InlineData("name,Name\nx,y\n", "parties.csv, line 1: two columns are called name")]
    [InlineData("name\n\"never closed\n", "parties.csv, line 2: the file ends inside a quoted field")]
    [InlineData("name\nb\"c\n", "parties.csv, line 2: a double quote or carriage return inside the text of a field")]
    [InlineData("name\nb\0c\n", "parties.csv, line 2: bytes that are not UTF-8 text, or NUL")]
    public void File_OfAnotherKind_IsOneMessage(string text, string message) => AssertRefused(Encoding.UTF8.GetBytes(text), message);

    [Fact]
    public void File_InAnotherEncoding_SaysWhatToDo()
    {
        AssertRefused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name\nx\n")], "parties.csv: UTF-16 text; expected UTF-8; save it as CSV in UTF-8");
        AssertRefused(Encoding.BigEndianUnicode.GetBytes("name\nx\n"), "parties.csv: UTF-16 text");
        AssertRefused(Encoding.Unicode.GetBytes("name\nx\n"), "parties.csv: UTF-16 text");
        AssertRefused(Encoding.Latin1.GetBytes("name\nAdémar\n"), "parties.csv, line 2: bytes that are not UTF-8 text");
        AssertRefused("PK\u0003\u0004"u8.ToArray(), "parties.csv: a workbook or an archive");
        AssertRefused([0x1F, 0x8B, 8], "parties.csv: compressed data");
    }

    [Fact]
    public void File_OfTenThousandColumns_IsOneMessage() =>
        AssertRefused(Encoding.UTF8.GetBytes($"name{string.Concat(Enumerable.Range(0, 10_000).Select(at => $",c{at}"))}\n"), "parties.csv, line 1: a row of more than 4096 fields");

    [Fact]
    public void Quote_ThatIsNeverClosed_IsNotReadForEver()
    {
        var endless = new EndlessStream("name\n\""u8.ToArray(), (byte)'a');
        var file = PartyFile.Open("parties.csv", endless);
        Assert.Null(file.Read(Country));
        Assert.Contains("a row of more than 16 MiB", file.Problem!.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 0, 40 << 20);
    }

    private static void AssertRefused(byte[] bytes, string message)
    {
        var told = "";
        try
        {
            var file = PartyFile.Open("parties.csv", new MemoryStream(bytes));
            while (file.Read(Country) is not null) continue;
            told = file.Problem?.Message ?? "";
        }
        catch (PartyFileException refused)
        {
            told = refused.Message;
        }
        Assert.StartsWith(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain(told, char.IsControl);
        Assert.InRange(told.Length, 20, 400);
    }

    private static (List<PartyRow> Rows, PartyFile File) Read(string text)
    {
        var file = PartyFile.Open("parties.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var rows = new List<PartyRow>();
        while (file.Read(Country) is { } row) rows.Add(row);
        return (rows, file);
    }

    private static string? Country(string text) => Tributary.Parties.Countries.Find(text, out var country) ? country.Iso3 : null;
}
