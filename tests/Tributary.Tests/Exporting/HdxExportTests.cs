using System.Text;
using Tributary.Exporting;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Exporting;

/// <summary>The files that HDX publishes, from the answers that it makes them from.</summary>
public sealed class HdxExportTests(Afghanistan2020 afghanistan)
{
    public static TheoryData<string> Files() =>
    [
        "fts_incoming_funding_afg.csv", "fts_internal_funding_afg.csv", "fts_requirements_funding_afg.csv",
        "fts_requirements_funding_covid_afg.csv", "fts_requirements_funding_cluster_afg.csv", "fts_requirements_funding_globalcluster_afg.csv",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Export_OfFtsAnswers_IsWhatHdxPublishedByteForByte(string name)
    {
        var expected = File.ReadAllText(Afghanistan2020.Expected(name));
        Assert.Equal(expected, afghanistan.Export(new HdxQuestion { Country = "AFG" })[name]);
    }

    [Fact]
    public void Export_OfFtsAnswers_HasNoOtherFile() =>
        Assert.Equal(Files().Select(file => file.Data).Order(StringComparer.Ordinal), afghanistan.Export(new HdxQuestion { Country = "AFG", Year = 2020 }).Keys);

    [Fact]
    public void Export_OfFlowsAlone_HasAFileForEachBoundaryAndSaysWhatIsUnknown()
    {
        using var folder = new TempFolder();
        var flow = new FlowBuilder { Id = 1, Destination = ["Location:1", "UsageYear:2020", "Plan:900"] };
        string[] country = ["Organization:1", "Location:1", "UsageYear:2020"];
        using var ledger = TempLedger.Of(
            folder.Write("""{"data":[{"id":1,"iso3":"AFG","name":"Location 1"},{"id":2,"iso3":"PAK","name":"Location 2"}],"status":"ok"}"""),
            folder.Write(FlowBuilder.Page(
                flow, flow with { Id = 2, Source = country, NewMoney = false }, flow with { Id = 3, Source = country, Destination = ["Location:2", "UsageYear:2020"] },
                flow with { Id = 4, Destination = ["Location:1", "UsageYear:2020*", "UsageYear:2021*"] }, flow with { Id = 5, Destination = ["Location:2", "UsageYear:2020"] })));
        var answer = ledger.Ask(new HdxQuestion { Country = "Location 1" });
        var texts = Texts(answer);
        Assert.Equal(("AFG", 2020), (answer.Country, answer.Year));
        Assert.Equal(["1 incoming single", "4 incoming shared", "2 internal single", "3 outgoing single"], from name in (string[])["incoming", "internal", "outgoing"]
                                                                                                       from row in texts[$"fts_{name}_funding_afg.csv"].Split('\n')[1..^1]
                                                                                                       let cells = row.Split(',')
                                                                                                       select $"{cells[33]} {cells[24]} {cells[25]}");
        // What moved inside the country onto the plan came into the plan, but not into the country.
        Assert.EndsWith("AFG,900,Plan 900,HP900,,,,,2020,,200,\nAFG,,Not specified,,,,,,2020,,-100,\n", texts["fts_requirements_funding_afg.csv"], StringComparison.Ordinal);
        Assert.Contains(answer.Notes, note => note.Contains("no overview of plans", StringComparison.Ordinal));
        Assert.Throws<UnknownValueException>(() => ledger.Ask(new HdxQuestion { Country = "Chile" }));
    }

    // A cell that a spreadsheet would run differs from HDX's by an apostrophe, which the reader takes off.
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("- Global Mine Action Programme 2 -", "- Global Mine Action Programme 2 -")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("\u0001", "'\u0001")]
    public void Export_OfTextThatMayRun_MarksWhatCanCallSomething(string text, string cell)
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write("""{"data":[{"id":1,"iso3":"AFG","name":"Location 1"}],"status":"ok"}"""), folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1, Description = text })));
        Assert.Contains($",,{cell},100,", Texts(ledger.Ask(new HdxQuestion { Country = "AFG" }))["fts_incoming_funding_afg.csv"], StringComparison.Ordinal);
    }

    /// <summary>The text of each file.</summary>
    internal static SortedDictionary<string, string> Texts(HdxFiles files)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            using var text = new StringWriter();
            file.Write(text, TestContext.Current.CancellationToken);
            texts.Add(file.Name, text.ToString());
        }
        return texts;
    }
}
