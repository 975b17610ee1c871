using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

/// <summary>One wrong value in an otherwise right flow: its code, its exact place, and what becomes of the flow.</summary>
public sealed class FlowOddityTests
{
    private static readonly FtsFlowsJson Format = new();

    [Theory]
    [InlineData("\"id\": \"7001\"", "\"id\": \"70O1\"", "fts-id-invalid", "/id")]
    [InlineData("\"id\": \"7001\"", "\"id\": \"\"", "fts-id-invalid", "/id")]
    [InlineData("\"id\": \"7001\"", "\"id\": null", "fts-id-invalid", "/id")]
    [InlineData("\"id\": \"7001\"", "\"id\": -7001", "fts-id-invalid", "/id")]
    [InlineData("\"id\": \"7001\"", "\"id\": 99999999999999999999", "fts-id-invalid", "/id")]
    [InlineData("\"id\": \"7001\", ", "", "fts-id-invalid", "")]
    [InlineData("\"parentFlowId\": 7000", "\"parentFlowId\": 7000.5", "fts-id-invalid", "/parentFlowId")]
    [InlineData("\"7003\"", "{}", "fts-id-invalid", "/childFlowIds/1")]
    [InlineData("[7002, \"7003\"]", "7002", "fts-type-wrong", "/childFlowIds")]
    [InlineData("\"amountUSD\": 1250.5, ", "", "fts-amount-missing", "")]
    [InlineData("\"amountUSD\": 1250.5", "\"amountUSD\": null", "fts-amount-missing", "/amountUSD")]
    [InlineData("\"amountUSD\": 1250.5", "\"amountUSD\": \"1250.5\"", "fts-amount-invalid", "/amountUSD")]
    [InlineData("\"amountUSD\": 1250.5", "\"amountUSD\": 0.00001", "fts-amount-invalid", "/amountUSD")]
    [InlineData("\"amountUSD\": 1250.5", "\"amountUSD\": 1e300", "fts-amount-invalid", "/amountUSD")]
    [InlineData("\"amountUSD\": 1250.5", "\"amountUSD\": [1]", "fts-amount-invalid", "/amountUSD")]
    [InlineData("1096.06", "true", "fts-amount-invalid", "/originalAmount")]
    [InlineData("\"paid\"", "\"spent\"", "fts-status-unknown", "/status")]
    [InlineData("\"paid\"", "null", "fts-status-unknown", "/status")]
    [InlineData("\"boundary\": \"incoming\", ", "", "fts-boundary-unknown", "")]
    [InlineData("\"incoming\"", "\"sideways\"", "fts-boundary-unknown", "/boundary")]
    [InlineData("\"onBoundary\": \"shared\"", "\"onBoundary\": 1", "fts-onboundary-unknown", "/onBoundary")]
    [InlineData("\"2020-03-31T00:00:00Z\"", "\"2020-02-30\"", "fts-date-invalid", "/date")]
    [InlineData("\"2020-03-31T00:00:00Z\"", "20200331", "fts-date-invalid", "/date")]
    [InlineData("10:11:12.345Z", "10:11:12.345+04:30", "fts-date-invalid", "/createdAt")]
    [InlineData("2020-04-01T00:00:00.000Z", "yesterday", "fts-date-invalid", "/reportDetails/0/date")]
    [InlineData("\"versionId\": 3", "\"versionId\": 3.5", "fts-number-invalid", "/versionId")]
    [InlineData("\"newMoney\": true", "\"newMoney\": \"yes\"", "fts-type-wrong", "/newMoney")]
    [InlineData("\"Standard\"", "[\"Standard\"]", "fts-type-wrong", "/flowType")]
    [InlineData("[\"Multiyear\", \"Cash\"]", "[\"Multiyear\", 7]", "fts-type-wrong", "/keywords")]
    [InlineData("\"MR-1\"", "{\"a\": [1, {}]}", "fts-type-wrong", "/refCode")]
    [InlineData("\"sourceObjects\": [", "\"sourceObjects\": 5, \"x\": [", "fts-type-wrong", "/sourceObjects")]
    [InlineData("{\"type\": \"UsageYear\"", "4, {\"type\": \"UsageYear\"", "fts-type-wrong", "/sourceObjects/1")]
    [InlineData("\"type\": \"UsageYear\", ", "", "fts-type-wrong", "/sourceObjects/1")]
    [InlineData("\"UsageYear\"", "null", "fts-type-wrong", "/sourceObjects/1/type")]
    [InlineData("\"name\": \"Valleys 2020\"", "\"name\": 5", "fts-type-wrong", "/destinationObjects/0/name")]
    [InlineData("\"code\": \"HVAL20\", \"behavior\": \"single\"", "\"behavior\": \"double\"", "fts-behaviour-unknown", "/destinationObjects/0/behavior")]
    [InlineData("\"code\": \"HVAL20\", \"behavior\": \"single\"", "\"code\": \"HVAL20\"", "fts-behaviour-unknown", "/destinationObjects/0")]
    public void Read_WrongValue_LeavesTheFlowOut(string from, string to, string code, string place)
    {
        var kept = KeptRecords.Of(Format, FlowPage.Changed(from, to));
        Assert.Null(kept.Fatal);
        Assert.Equal($"{code} /data/flows/1{place}", Assert.Single(kept.Issues.Where(issue => issue.Severity == Severity.Error).Select(issue => $"{issue.Code} {issue.Place}")));
        Assert.Equal(7000, Assert.Single(kept.Flows).Id);
    }

    [Theory]
    [InlineData("\"EUR\"", "\"Euro\"", "fts-currency-invalid", "/originalCurrency")]
    [InlineData("\"EUR\"", "978", "fts-currency-invalid", "/originalCurrency")]
    [InlineData("0.8765", "0.876543219", "fts-rate-invalid", "/exchangeRate")]
    [InlineData("0.8765", "\"0.8765\"", "fts-rate-invalid", "/exchangeRate")]
    [InlineData("2020-03-31T00:00:00Z", "2020-03-31T15:30:00Z", "fts-date-has-time", "/date")]
    [InlineData("2020-04-01T00:00:00.000Z", "2020-04-01T00:00:00.001Z", "fts-date-has-time", "/reportDetails/0/date")]
    public void Read_OddValue_KeepsTheFlowAndWarns(string from, string to, string code, string place)
    {
        var kept = KeptRecords.Of(Format, FlowPage.Changed(from, to));
        var issue = Assert.Single(kept.Issues);
        Assert.Equal((code, Severity.Warning, $"/data/flows/1{place}"), (issue.Code, issue.Severity, issue.Place));
        Assert.Equal(2, kept.Flows.Count);
    }

    [Fact]
    public void Read_OddRateAndCurrency_AreNeverRoundedOrGuessed()
    {
        var flow = KeptRecords.Of(Format, FlowPage.Changed("0.8765", "0.876543219")).Flows[1];
        Assert.Equal((null, "EUR"), (flow.ExchangeRateE8, flow.OriginalCurrency));
        Assert.Null(KeptRecords.Of(Format, FlowPage.Changed("\"EUR\"", "\"eur\"")).Flows[1].OriginalCurrency);
    }

    [Fact]
    public void Read_DayWithTime_KeepsTheDay() =>
        Assert.Equal(new DateOnly(2020, 3, 31).DayNumber - 719_162, KeptRecords.Of(Format, FlowPage.Changed("2020-03-31T00:00:00Z", "2020-03-31T15:30:00Z")).Flows[1].DateDays);

    [Fact]
    public void Read_ErrorInARepeatedObject_CountsForEachFlow()
    {
        var odd = FlowPage.Flow.Replace("\"shared\"}", "\"half\"}", StringComparison.Ordinal);
        var kept = KeptRecords.Of(Format, FlowPage.Of(odd, odd));
        Assert.Empty(kept.Flows);
        Assert.Equal(["/data/flows/0/destinationObjects/1/behavior", "/data/flows/0/destinationObjects/3/behavior",
            "/data/flows/1/destinationObjects/1/behavior", "/data/flows/1/destinationObjects/3/behavior"], kept.Issues.Select(issue => issue.Place));
    }

    [Fact]
    public void Read_FlowThatIsNoObject_IsLeftOut()
    {
        var kept = KeptRecords.Of(Format, FlowPage.Of("[1, 2]", FlowPage.Parent, "null"));
        Assert.Equal(["fts-type-wrong /data/flows/0", "fts-type-wrong /data/flows/2"], kept.Issues.Select(issue => $"{issue.Code} {issue.Place}"));
        Assert.Equal(1, Assert.Single(kept.Flows).Place);
    }

    [Fact]
    public void Read_EscapedNamesAndValues_MeanTheSame()
    {
        var page = FlowPage.Changed("\"status\": \"paid\"", "\"st\\u0061tus\": \"p\\u0061id\"");
        Assert.Equal(FlowStatus.Paid, KeptRecords.Of(Format, page).Flows[1].Status);
    }
}
