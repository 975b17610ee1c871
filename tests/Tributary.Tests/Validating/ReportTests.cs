using System.Text;
using System.Text.Json;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>Reports hold what a document says without letting it speak.</summary>
public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"' &\u001b[2J";

    [Fact]
    public void Html_OfHostileText_EscapesIt()
    {
        using var page = new StringWriter();
        HtmlReport.Write(page, [Report()]);
        Assert.DoesNotContain("<script", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_OfHostileText_IsJsonWithItsPlace()
    {
        using var bytes = new MemoryStream();
        SarifReport.Write(bytes, [Report()]);
        var run = JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal(("9.50.1", "error", 11), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString(), result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()));
    }

    [Fact]
    public void Tables_OfHostileText_HaveItInCellsAlone()
    {
        var tables = ValidationTables.Of([Report()]);
        Assert.Equal("9.50.1", tables.Tables[0].Rows[0][tables.Tables[0].IndexOf("id")]);
    }

    [Fact]
    public void Tables_OfACodeThatIsNone_NameTheCodelist()
    {
        var tables = ValidationTables.Of([Report()]);
        Assert.Equal("Country", tables.Tables[0].Rows[0][tables.Tables[0].IndexOf("codelist")]);
    }

    [Fact]
    public void Iati_OfReferencesThatWereNotLookedUp_SaysHowMany()
    {
        Assert.False(Iati(Report()).TryGetProperty("referencesNotLookedUp", out _));
        Assert.Equal(5, Iati(Report() with { ReferencesNotLookedUp = 5 }).GetProperty("referencesNotLookedUp").GetInt64());
    }

    private static JsonElement Iati(ValidationReport report)
    {
        using var bytes = new MemoryStream();
        IatiReport.Write(bytes, report, isGrouped: false);
        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }

    private static ValidationReport Report()
    {
        var hostile = Hostile.Replace("\u001b", "", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
        return Activity.Validate(Activity.File(("code=\"AF\"", $"code=\"{hostile}\""), ("Water for a town", hostile)));
    }
}
