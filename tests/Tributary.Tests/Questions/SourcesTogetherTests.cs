using System.Text.Json;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>The same flows from the API and from HDX's files.</summary>
public sealed class SourcesTogetherTests(Afghanistan2020 api)
{
    // HDX's files state the same flows on the same day: nothing may be counted twice, and the API says more.
    [Fact]
    public void Answers_FromApiAndHdx_AreThoseOfTheApi()
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "the published answers are not to hand");
        using var both = TempLedger.Of([.. Directory.GetFiles(folder, "*.json"), .. Directory.GetFiles(Path.Combine(folder, "expected"), "fts_in*.csv")]);
        Same(both, new FundingQuestion { Countries = ["AFG"], Years = [2020] });
        Same(both, new FundingQuestion { Plans = ["929"] });
        Same(both, new FundingQuestion { Plans = ["929"], Emergencies = ["911"] });
        Same(both, new DonorsQuestion { Countries = ["AFG"], Years = [2020] });
        Same(both, new RecipientsQuestion { Plans = ["929"] });
        Same(both, new CoverageQuestion { Plan = "929" });
        Same(both, new CoverageQuestion { Plan = "929", ByGlobalCluster = true });
        Same(both, new FlowsQuestion { Countries = ["AFG"], Limit = 1000 });
        Same(both, new PlansQuestion());
    }

    [Fact]
    public void Funding_FromHdxAlone_IsCountedWithWhatIsInferredNamed()
    {
        var files = new[] { "fts_incoming_funding_afg.csv", "fts_internal_funding_afg.csv" }.Select(Afghanistan2020.Expected);
        using var hdx = TempLedger.Of([.. files]);
        var country = hdx.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] });
        Assert.Equal((725_591_299m, 484L), (country.FundingUsd, country.FlowCounts.All));
        Assert.NotNull(country.Inferred);
        var plan = hdx.Ask(new FundingQuestion { Plans = ["929"] });
        // 20,017 moved inside the country and onto the plan: the files do not say that its source was outside the plan.
        Assert.Equal(564_467_765m - 20_017m, plan.FundingUsd);
        Assert.NotNull(plan.Inferred);
        Assert.True(plan.Inferred.AmountUsd > 20_017m);
        Assert.Contains("HDX", plan.Inferred.Basis, StringComparison.Ordinal);
    }

    private void Same<TAnswer>(TempLedger both, IQuestion<TAnswer> question) =>
        Assert.Equal(JsonSerializer.Serialize(api.Ask(question)), JsonSerializer.Serialize(both.Ask(question)));
}
