using Tributary.Money;
using Tributary.Questions;
using Tributary.Tests.Questions.Movements;
using static Tributary.Tests.Questions.Iati.IatiSample;

namespace Tributary.Tests.Questions.Iati;

/// <summary>Sums of activities in one currency: each transaction at the rate of its value date, and nothing lost where there is none.</summary>
public sealed class ConversionTests
{
    private const string Rates = "Date,USD,JPY,GBP,CHF,\n2020-05-04,1.5,120,0.75,1,\n2020-05-01,1.2,120,0.8,1,\n";

    private static readonly Currency Usd = Currency.Usd;

    [Fact]
    public void Sums_AreConverted_EachAtTheRateOfItsDay()
    {
        using var ledger = Ledger(Rates, File(Activity("A", Transaction("10") + Transaction("100", currency: "currency=\"EUR\"") + Transaction("100", currency: "currency=\"EUR\"", date: "2020-05-04") + Transaction("80", currency: "currency=\"GBP\""))));
        var answer = ledger.Ask(new ActivitiesQuestion { ConvertTo = Usd });
        Assert.Equal([("USD", 10m + 120 + 150 + 120)], answer.Totals.Select(sums => (sums.Currency, sums.Spent)));
        Assert.Equal([("USD", 400m, 4L)], answer.Activities.Single().Sums.Select(sums => (sums.Currency, sums.Spent, sums.TransactionCount)));
        Assert.Equal(["EUR 2020-05-01 1.2 1", "EUR 2020-05-04 1.5 1", "GBP 2020-05-01 1.5 1"], Words(answer.Conversions!));
        Assert.Empty(answer.Conversions!.Left);
    }

    [Fact]
    public void Day_IsTheValueDate_ElseTheTransactions()
    {
        const string early = "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2020-05-01\"/><value currency=\"EUR\" value-date=\"2020-05-04\">100</value></transaction>";
        const string none = "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2020-05-01\"/><value currency=\"EUR\">100</value></transaction>";
        using var ledger = Ledger(Rates, File(Activity("A", early), Activity("B", none)));
        Assert.Equal([("A", 150m), ("B", 120m)], ledger.Ask(new ActivitiesQuestion { ConvertTo = Usd }).Activities.Select(activity => (activity.Id!, activity.Sums.Single().Spent)).Order());
    }

    [Fact]
    public void Transactions_WithoutARate_StayAsTheyAre_AndSaySo()
    {
        using var ledger = Ledger(Rates, File(Activity("A", Transaction("100", currency: "currency=\"EUR\"") + Transaction("7", currency: "currency=\"EUR\"", date: "2019-01-01") + Transaction("5", currency: "currency=\"AFN\"") + Transaction("much", currency: "currency=\"AFN\""))));
        var answer = ledger.Ask(new ActivitySumsQuestion { By = ActivityGrouping.Type, ConvertTo = Usd });
        Assert.Equal([("AFN", 5m), ("EUR", 7m), ("USD", 120m)], answer.Lines.Select(line => (line.Currency, line.Sum)));
        Assert.Equal([("AFN", 1L), ("EUR", 1L)], answer.Conversions!.Left.Select(left => (left.Currency, left.TransactionCount)));
        Assert.Equal("AFN in USD on 2020-05-01: no document states a rate of AFN", answer.Conversions.Left[0].WhyNot);
        Assert.Equal(1, answer.Uncounted.Unreadable);
    }

    [Fact]
    public void Shares_AreOfTheConvertedAmount()
    {
        using var ledger = Ledger(Rates, File(Activity("A", Country("AF", "60") + Country("PK", "40") + Transaction("100", currency: "currency=\"EUR\""))));
        Assert.Equal([("AF", "USD", 72m), ("PK", "USD", 48m)], ledger.Ask(new ActivitySumsQuestion { By = ActivityGrouping.Country, ConvertTo = Usd }).Lines.Select(line => (line.Code!, line.Currency, line.Sum)));
    }

    [Fact]
    public void Activity_ShowsEachTransactionAsStated_AndConvertedWithItsRateAndSource()
    {
        using var ledger = Ledger(Rates, File(Activity("A", Transaction("100", currency: "currency=\"EUR\"") + Transaction("3"))));
        var answer = ledger.Ask(new ActivityQuestion { Id = "A", ConvertTo = Usd });
        var line = answer.Transactions[0];
        Assert.Equal((100m, "EUR", 120m, "USD", 1.2m), (line.Amount, line.Currency, line.Converted!.Value, line.Converted.Currency, line.Converted.Rate));
        Assert.Equal("line 3, column USD", Assert.Single(line.Converted.Sources).Place);
        Assert.Null(answer.Transactions[1].Converted);
        Assert.Equal(123m, Assert.Single(answer.Sums).Spent);
    }

    [Fact]
    public void Movement_ThatTheSidesStateInTwoCurrencies_IsComparedInOne()
    {
        using var ledger = Ledger(Rates, ActivityBuilder.File(new ActivityBuilder("D-1", "D").Out(100, "A-1", "EUR"), new ActivityBuilder("A-1", "A").In(110, "D-1").Spent(80, "GBP")));
        var answer = ledger.Ask(new ActivityTraceQuestion { Activity = "A-1", ConvertTo = Usd });
        var movement = Assert.Single(answer.ComesFrom).Movement!;
        Assert.Equal((new MovementAmount("USD", 120, 110, 120), -10m), (Assert.Single(movement.Amounts), movement.Amounts[0].Difference!.Value));
        Assert.Equal(["EUR 2020-05-01 1.2 1"], Words(movement.Conversions!));
        Assert.Equal(["EUR 2020-05-01 1.2 1", "GBP 2020-05-01 1.5 1"], Words(answer.Conversions!));
        Assert.Equal([("USD", 120m)], ledger.Ask(new ChainsQuestion { ConvertTo = Usd }).Ends.Select(end => (end.Currency, end.Amount)));
    }

    [Fact]
    public void Sums_AreAsStated_WhenNothingIsAsked()
    {
        using var ledger = Ledger(Rates, ActivityBuilder.File(new ActivityBuilder("D-1", "D").Out(100, "A-1", "EUR")));
        Assert.Null(ledger.Ask(new ActivitiesQuestion()).Conversions);
        Assert.Null(ledger.Ask(new ChainsQuestion()).Conversions);
        var answer = ledger.Ask(new ActivityTraceQuestion { Activity = "D-1" });
        Assert.Equal([new CurrencySum("EUR", 100)], answer.WentOn);
        Assert.Null(answer.Conversions);
    }

    private static IEnumerable<string> Words(Conversions conversions) =>
        conversions.Rates.Select(rate => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate.Currency} {rate.Day:yyyy-MM-dd} {rate.Rate} {rate.TransactionCount}"));
}
