using System.Text.Json;
using CsCheck;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>What was known on a day stays what was known on that day, whatever came after.</summary>
public sealed class AsOfTests
{
    private static readonly DateOnly First = new(2020, 7, 1);
    private static readonly string[] Statuses = ["pledge", "commitment", "paid"];
    private static readonly string[] Fund = ["Organization:7=Common Fund|Pooled Funds", "Plan:900", "UsageYear:2020"];

    // Few flows, few changes and few days, so that statements meet.
    private static readonly Gen<(string Page, int Day)[]> Documents = Gen.Select(
        Gen.Select(Gen.Long[1, 4], Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Long[0, 4], Gen.Bool, Stated).Array[1, 4],
        Gen.Int[0, 3],
        (flows, day) => (FlowBuilder.Page(flows.DistinctBy(flow => flow.Id)), day)).Array[2, 5];

    [Fact]
    public void Coverage_OfPlan929AsOfADay_IsAsPublishedByThen()
    {
        var (api, hdx) = (SharedData.Find("fts/afghanistan-2020"), SharedData.Find("fts/global-2026-04"));
        Assert.SkipWhen(api is null || hdx is null, "the published files are not to hand");
        using var ledger = new TempLedger();
        ledger.Import(new DateOnly(2021, 3, 7), Directory.GetFiles(api, "*.json"));
        ledger.Import(new DateOnly(2026, 4, 17), hdx);
        Assert.Equal((564_467_765m, 564_467_765m), Published(ledger, new DateOnly(2021, 3, 7)));
        Assert.Equal((564_467_765m, 564_467_765m), Published(ledger, new DateOnly(2026, 4, 16)));
        Assert.Equal((564_467_765m, 600_940_338m), Published(ledger, new DateOnly(2026, 4, 17)));
        Assert.Equal(JsonSerializer.Serialize(ledger.Ask(new CoverageQuestion { Plan = "929" })), JsonSerializer.Serialize(Ask(ledger, new CoverageQuestion { Plan = "929" }, new DateOnly(2026, 4, 17))));
    }

    [Fact]
    public void Answers_AsOfADay_AreThoseOfThatDay() => Documents.Sample(documents =>
    {
        documents = [.. documents.DistinctBy(document => document.Page).OrderBy(document => document.Day)];
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        var then = new Dictionary<DateOnly, string>();
        foreach (var day in documents.GroupBy(document => First.AddDays(document.Day)))
        {
            ledger.Import(day.Key, [.. day.Select(document => folder.Write(document.Page))]);
            then[day.Key] = Answers(ledger, day.Key);
            Assert.Equal(ledger.Ask(new FundingQuestion { Years = [2020] }).FundingUsd, Ask(ledger, new FundingQuestion { Years = [2020] }, day.Key).FundingUsd);
            Assert.All(then, earlier => Assert.Equal(earlier.Value, Answers(ledger, earlier.Key)));
        }
    }, iter: 12, threads: 1);

    [Fact]
    public void Answers_BeforeTheFirstDocument_KnowNothing()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        ledger.Import(First, folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1 })));
        var before = First.AddDays(-1);
        Assert.Empty(Ask(ledger, new DocumentsQuestion(), before).Documents);
        Assert.Empty(Ask(ledger, new FlowsQuestion(), before).Flows);
        var funding = Ask(ledger, new FundingQuestion { Years = [2020] }, before);
        Assert.Equal((0m, 0L, before), (funding.FundingUsd, funding.FlowCounts.All, funding.AsOf));
        Assert.Equal(100m, Ask(ledger, new FundingQuestion { Years = [2020] }, First).FundingUsd);
    }

    private static (decimal Counted, decimal Published) Published(TempLedger ledger, DateOnly day)
    {
        var answer = Ask(ledger, new CoverageQuestion { Plan = "929" }, day);
        Assert.Equal(day, answer.AsOf);
        return (answer.FundingUsd, answer.Published!.ValueUsd);
    }

    private static FlowBuilder Stated(long id, int amount, int changed, int status, long parent, bool fromFund) => new()
    {
        Id = id, AmountUsd = 100 * amount, Status = Statuses[status], ParentId = parent == id || parent == 0 ? null : parent, Source = fromFund ? Fund : ["Organization:1"],
        UpdatedAt = $"2020-06-0{changed}T00:00:00Z", Date = "2020-05-02", DecisionDate = "2020-05-01", FirstReported = $"2020-06-0{changed}",
    };

    private static string Answers(TempLedger ledger, DateOnly day) => string.Join('\n',
        Said(ledger, new FundingQuestion { Plans = ["900"] }, day),
        Said(ledger, new DonorsQuestion { Years = [2020] }, day),
        Said(ledger, new RecipientsQuestion { Plans = ["900"] }, day),
        Said(ledger, new FlowsQuestion { Limit = 100 }, day),
        Said(ledger, new CoverageQuestion { Plan = "900" }, day),
        Said(ledger, new PlansQuestion(), day),
        Said(ledger, new ExplainQuestion { Plans = ["900"] }, day),
        Said(ledger, new TraceQuestion { Flow = new FlowId(4) }, day),
        Said(ledger, new FundsQuestion(), day),
        Said(ledger, new HiddenQuestion { Plans = ["900"] }, day),
        Said(ledger, new QualityQuestion { Years = [2020] }, day),
        Said(ledger, new DuplicatesQuestion { Plans = ["900"], MinScore = 0 }, day),
        Said(ledger, new HistoryQuestion { Plans = ["900"] }, day),
        Said(ledger, new DiffQuestion { From = First.AddDays(1), To = day < First.AddDays(1) ? null : day, Plans = ["900"] }, day),
        Said(ledger, new PledgesQuestion { Plan = "900" }, day),
        JsonSerializer.Serialize(Ask(ledger, new DocumentsQuestion(), day).Documents));

    // The snapshot's name tells how often was imported, which is no part of the answer. That nothing is known is one.
    private static string Said<TAnswer>(TempLedger ledger, IQuestion<TAnswer> question, DateOnly day)
    {
        try
        {
            return JsonSerializer.Serialize(Ask(ledger, question, day)).Replace(Ask(ledger, new FundsQuestion(), day).Snapshot, "", StringComparison.Ordinal);
        }
        catch (UnknownValueException unknown)
        {
            return unknown.Message;
        }
    }

    private static TAnswer Ask<TAnswer>(TempLedger ledger, IQuestion<TAnswer> question, DateOnly day) => ledger.Open().Ask(question, day, TestContext.Current.CancellationToken);
}
