using System.Globalization;
using System.Text.Json;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>A total is a list of flows: every figure that an answer shows is the sum of the flows that explain it.</summary>
public sealed class ExplanationTests(Afghanistan2020 afghanistan)
{
    private static readonly FundingQuestion Country = new() { Countries = ["AFG"], Years = [2020] };
    private static readonly ExplainQuestion Explained = new() { Countries = ["AFG"], Years = [2020] };

    [Theory]
    [InlineData(ExplainedFigure.Funding)]
    [InlineData(ExplainedFigure.Committed)]
    [InlineData(ExplainedFigure.Paid)]
    [InlineData(ExplainedFigure.Pledged)]
    [InlineData(ExplainedFigure.Shared)]
    [InlineData(ExplainedFigure.Internal)]
    public void Explain_AFigure_AddsUpToIt(ExplainedFigure figure)
    {
        AssertAddsUp(afghanistan.Ask(Explained with { Figure = figure }), ValueOf(afghanistan.Ask(Country), figure));
        var plan = new ExplainQuestion { Figure = figure, Plans = ["929"] };
        AssertAddsUp(afghanistan.Ask(plan), ValueOf(afghanistan.Ask(FundingQuestion.Of(plan)), figure));
    }

    [Fact]
    public void Explain_EveryDonorsLine_AddsUpToIt()
    {
        var donors = afghanistan.Ask(new DonorsQuestion { Countries = ["AFG"], Years = [2020] }).Parties.Where(donor => donor.Id is not null).ToList();
        Assert.NotEmpty(donors);
        foreach (var donor in donors)
        {
            // The filter also finds flows that the donor shares with others; they stand on a line of their own.
            var flows = afghanistan.Ask(Explained with { Donors = [donor.Name] }).Flows.Where(flow => flow.Flow.Donor == donor.Name).ToList();
            Assert.Equal((donor.FundingUsd, donor.FlowCount), (flows.Sum(flow => flow.Flow.AmountUsd), flows.Count));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Explain_EveryLineOfACoverage_AddsUpToIt(bool byGlobalCluster)
    {
        var lines = afghanistan.Ask(new CoverageQuestion { Plan = "929", ByGlobalCluster = byGlobalCluster }).Clusters;
        Assert.All(lines, line => AssertAddsUp(
            afghanistan.Ask(new ExplainQuestion { Plans = ["929"], ByGlobalCluster = byGlobalCluster, ClusterLine = line.Id ?? line.Name }), line.FundingUsd));
    }

    [Theory]
    [InlineData(ExplainedFigure.Requirement, 1_131_050_820)]
    [InlineData(ExplainedFigure.OriginalRequirement, 732_600_000)]
    public void Explain_WhatAPlanAsksFor_NamesTheDocument(ExplainedFigure figure, long dollars)
    {
        var explained = afghanistan.Ask(new ExplainQuestion { Figure = figure, Plans = ["929"] });
        Assert.Equal(dollars, explained.ValueUsd);
        var source = Assert.Single(explained.Documents);
        Assert.Equal(dollars, At(source.Name, source.Place).GetDecimal());
    }

    [Fact]
    public void Explain_EveryFlow_StandsWhereItSays()
    {
        var flows = afghanistan.Ask(Explained).Flows;
        Assert.All(flows.Take(50), flow =>
        {
            var element = At(flow.Flow.Source.Name, flow.Flow.Source.Place);
            Assert.Equal((flow.Flow.Id.ToString(), flow.Flow.AmountUsd), (element.GetProperty("id").GetString(), element.GetProperty("amountUSD").GetDecimal()));
        });
    }

    private static void AssertAddsUp(Explanation explained, decimal figure)
    {
        Assert.Equal((figure, figure), (explained.ValueUsd, explained.Flows.Sum(flow => flow.Sign * flow.Flow.AmountUsd)));
        Assert.True(explained.Agrees);
    }

    private static decimal ValueOf(FundingAnswer answer, ExplainedFigure figure) => figure switch
    {
        ExplainedFigure.Funding => answer.FundingUsd,
        ExplainedFigure.Committed => answer.CommittedUsd,
        ExplainedFigure.Paid => answer.PaidUsd,
        ExplainedFigure.Pledged => answer.PledgedUsd,
        ExplainedFigure.Shared => answer.SharedUsd,
        _ => answer.InternalUsd,
    };

    /// <summary>The value at a JSON pointer.</summary>
    private static JsonElement At(string path, string pointer)
    {
        var element = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        foreach (var segment in pointer.Split('/').Skip(1))
        {
            element = element.ValueKind == JsonValueKind.Array ? element[int.Parse(segment, CultureInfo.InvariantCulture)] : element.GetProperty(segment);
        }
        return element;
    }
}
