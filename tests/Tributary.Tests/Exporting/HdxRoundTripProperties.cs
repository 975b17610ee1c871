using CsCheck;
using Tributary.Exporting;
using Tributary.Questions;

namespace Tributary.Tests.Exporting;

/// <summary>What is written for HDX is read as what it was: the same flows, the same figures, and the same bytes when written again.</summary>
public sealed class HdxRoundTripProperties
{
    private const long Runs = 10;

    [Fact]
    public void Export_OfTheImportOfAnExport_IsTheSame() => GeneratedFlows.Page.Sample(RoundTrip, iter: Runs, threads: 1);

    // A keyword that begins with a dash and a comma is two when it is read again: the cell is marked by how it is written, not by how it is kept.
    [Fact]
    public void Export_OfKeywordsThatBeginLikeAFormula_IsTheSame() => GeneratedFlows.Page.Sample(RoundTrip, seed: "b4yhaK4X5vY9", iter: 1, threads: 1);

    private static void RoundTrip(string page)
    {
        using var folder = new TempFolder();
        using var original = TempLedger.Of(folder.Write(page));
        if (!HasFlows(original)) return;
        var (texts, figures, descriptions) = Export(original);
        using var read = TempLedger.Of([.. texts.Select(file => folder.Write(file.Value, ".csv"))]);
        var (again, sameFigures, sameDescriptions) = Export(read);
        foreach (var (name, text) in texts.Where(file => !file.Key.Contains("requirements", StringComparison.Ordinal))) Assert.Equal(text, again[name]);
        Assert.Equal(figures, sameFigures);
        Assert.Equal(descriptions, sameDescriptions);
    }

    [Fact]
    public void Export_OfTheSamplesReadAgain_HasTheSameFlowFiles()
    {
        using var folder = new TempFolder();
        using var samples = TempLedger.Of(Repository.Find("samples"));
        var texts = HdxExportTests.Texts(samples.Ask(new HdxQuestion { Country = "AFG" }));
        Assert.Equal(["fts_incoming_funding_afg.csv", "fts_internal_funding_afg.csv", "fts_requirements_funding_afg.csv", "fts_requirements_funding_cluster_afg.csv", "fts_requirements_funding_globalcluster_afg.csv"], texts.Keys.Except(["fts_requirements_funding_covid_afg.csv"]));
        using var read = TempLedger.Of([.. texts.Select(file => folder.Write(file.Value, ".csv"))]);
        foreach (var (name, text) in HdxExportTests.Texts(read.Ask(new HdxQuestion { Country = "Afghanistan" }))) Assert.Equal(texts[name], text);
    }

    private static bool HasFlows(TempLedger ledger) => ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] }).FlowCounts.All > 0;

    private static (SortedDictionary<string, string> Texts, (decimal, decimal, decimal, decimal) Figures, List<(string, string?)> Descriptions) Export(TempLedger ledger)
    {
        var funding = ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] });
        var flows = ledger.Ask(new FlowsQuestion { Countries = ["AFG"], Years = [2020] });
        return (HdxExportTests.Texts(ledger.Ask(new HdxQuestion { Country = "AFG", Year = 2020 })), (funding.CommittedUsd, funding.PaidUsd, funding.PledgedUsd, funding.InternalUsd), [.. flows.Flows.Select(flow => (flow.Id.ToString(), flow.Description)).Order()]);
    }
}
