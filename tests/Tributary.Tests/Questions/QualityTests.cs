using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>Delays and gaps, by another road.</summary>
public sealed class QualityTests(Afghanistan2020 afghanistan)
{
    [Theory]
    [InlineData("United States of America, Government of")]
    [InlineData("World Bank")]
    [InlineData("European Commission's Humanitarian Aid and Civil Protection Department")]
    public void Quality_OfADonor_IsThatOfItsFlows(string donor)
    {
        var flows = RawFlows.OfAfghanistan().FindAll(flow => flow.Names("source", "Organization") is [var only] && only == donor);
        var delays = flows.Where(flow => flow.Text("decisionDate").Length > 0 && flow.Text("firstReportedDate").Length > 0)
            .Select(flow => DateOnly.Parse(flow.Text("firstReportedDate")[..10]).DayNumber - DateOnly.Parse(flow.Text("decisionDate")[..10]).DayNumber).Order().ToList();
        var line = afghanistan.Ask(new QualityQuestion { Countries = ["AFG"], Years = [2020] }).Lines.Single(line => line.Name == donor);
        Assert.Equal((flows.Count, flows.Sum(RawFlows.Amount)), ((int)line.FlowCount, line.AmountUsd));
        Assert.Equal((delays.Count, delays.Count(delay => delay > 30)), ((int)line.TimedCount, (int)line.LateCount));
        Assert.Equal(((delays[(delays.Count - 1) / 2] + delays[delays.Count / 2]) / 2m, delays[(int)Math.Ceiling(delays.Count * 0.9) - 1]), (line.MedianDelayDays, line.SlowestTenthDelayDays));
        Assert.Equal(flows.Count(flow => flow.Text("decisionDate").Length == 0), (int)line.WithoutDecisionDate);
        Assert.Equal(flows.Count(flow => flow.Names("destination", "Cluster").Count + flow.Names("destination", "GlobalCluster").Count == 0), (int)line.WithoutCluster);
        Assert.Equal(flows.Count(flow => flow.Names("destination", "Plan").Count == 0), (int)line.WithoutPlan);
        Assert.Equal(flows.Count(flow => flow.Names("destination", "UsageYear").Count > 1), (int)line.SeveralYears);
        Assert.Equal(flows.Count(flow => flow.Amount() == 0), (int)line.ZeroAmounts);
    }

    [Fact]
    public void Quality_ByPlan_HasALineForWhatIsOnNone()
    {
        var lines = afghanistan.Ask(new QualityQuestion { ByPlan = true, Countries = ["AFG"], Years = [2020] }).Lines;
        Assert.Equal(484, lines.Sum(line => line.FlowCount));
        Assert.Equal(RawFlows.OfAfghanistan().Count(flow => flow.Names("destination", "Plan").Count == 0), (int)lines.Single(line => line.Name == "Not on a plan").FlowCount);
    }

    // The two in the middle are 30 and 31 days; of the World Bank's flows to Afghanistan for 2020 the median is a whole number of days.
    [Fact]
    public void Median_OfAnEvenNumber_IsTheMeanOfTheTwoInTheMiddle()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(
            new FlowBuilder { Id = 1, DecisionDate = "2020-01-01T00:00:00Z", FirstReported = "2020-01-31T00:00:00Z" },
            new FlowBuilder { Id = 2, DecisionDate = "2020-01-01T00:00:00Z", FirstReported = "2020-02-01T00:00:00Z" })));
        var line = Assert.Single(ledger.Ask(new QualityQuestion()).Lines);
        Assert.Equal((30.5m, 31), (line.MedianDelayDays, line.SlowestTenthDelayDays));
        Assert.Equal(44m, afghanistan.Ask(new QualityQuestion { Countries = ["AFG"], Years = [2020] }).Lines.Single(line => line.Name == "World Bank").MedianDelayDays);
    }

    [Fact]
    public void Quality_OfOddDays_CountsThem()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(
            new FlowBuilder { Id = 1, DecisionDate = "2020-01-01T00:00:00Z", FirstReported = "2020-01-31T00:00:00Z" },
            new FlowBuilder { Id = 2, DecisionDate = "2020-01-01T00:00:00Z", FirstReported = "2020-02-01T00:00:00Z", AmountUsd = 0 },
            new FlowBuilder { Id = 3, DecisionDate = "2020-02-01T00:00:00Z", FirstReported = "2020-01-01T00:00:00Z", Description = "Seeds" },
            new FlowBuilder { Id = 4, Destination = ["Location:1*", "Location:2*", "UsageYear:2020*", "UsageYear:2021*"] })));
        var line = Assert.Single(ledger.Ask(new QualityQuestion()).Lines);
        Assert.Equal((4L, 3L, 1L, 30m, 1L), (line.FlowCount, line.TimedCount, line.LateCount, line.MedianDelayDays, line.ReportedBeforeDecision));
        Assert.Equal((1L, 3L, 1L, 1L, 1L, 1L), (line.ZeroAmounts, line.WithoutDescription, line.WithoutRecipient, line.SeveralCountries, line.SeveralYears, line.WithoutDecisionDate));
        Assert.Equal(2L, Assert.Single(ledger.Ask(new QualityQuestion { LateAfterDays = 29 }).Lines).LateCount);
    }
}
