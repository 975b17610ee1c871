using CsCheck;
using Tributary.Questions;
using static Tributary.Tests.Questions.Iati.IatiSample;

namespace Tributary.Tests.Questions.Iati;

/// <summary>The law of IATI transactions: flags, shares, currencies.</summary>
public sealed class ActivitySumsTests
{
    [Fact]
    public void Humanitarian_OfATransaction_OverridesItsActivitys()
    {
        using var ledger = Ledger(File(
            Activity("A", Transaction("1") + Transaction("10", attributes: "humanitarian=\"0\""), "default-currency=\"USD\" humanitarian=\"1\""),
            Activity("B", Transaction("100") + Transaction("1000", attributes: "humanitarian=\"1\""))));
        Assert.Equal([("0", 110m), ("1", 1001m)], Sums(ledger, ActivityGrouping.Humanitarian).Select(line => (line.Code!, line.Sum)).Order());
        Assert.Equal(1001m, Assert.Single(ledger.Ask(new ActivitiesQuestion { IsHumanitarian = true }).Totals).Spent);
    }

    [Fact]
    public void Shares_OfATransaction_OverrideItsActivitys()
    {
        using var ledger = Ledger(File(Activity("A", Country("AF", "60") + Country("PK", "40") + Transaction("100") + Transaction("10", inside: Country("SY")))));
        Assert.Equal("AF 60, PK 40, SY 10", Print(Sums(ledger, ActivityGrouping.Country)));
    }

    // A transaction that states clusters says nothing of the OECD's sectors: the activity's count for those.
    [Fact]
    public void Shares_OfATransactionInOneVocabulary_LeaveOthersToItsActivity()
    {
        using var ledger = Ledger(File(Activity("A", Sector("72010", "100") + Sector("1", "100", "10") + Transaction("100", inside: Sector("7", vocabulary: "10")))));
        Assert.Equal("72010 100", Print(Sums(ledger, ActivityGrouping.Sector)));
        Assert.Equal("7 100", Print(Sums(ledger, ActivityGrouping.Cluster)));
    }

    [Fact]
    public void Places_CountriesAndRegions_ShareOneHundred()
    {
        using var ledger = Ledger(File(Activity("A", Country("AF", "60") + Region("679", "40") + Region("Asia", "40", "99") + Transaction("100"))));
        Assert.Equal("679 40, AF 60", Print(Sums(ledger, ActivityGrouping.Country)));
    }

    /// <summary>What countries state, and what becomes of 100.</summary>
    [Theory]
    [InlineData("AF", "AF 100")]
    [InlineData("AF:50", "AF 50, NotSpecified 50")]
    [InlineData("AF:33.33 PK:33.33 SY:33.33", "AF 33.33, NotSpecified 0.01, PK 33.33, SY 33.33")]
    [InlineData("AF:60 PK:60", "OverHundred 100")]
    [InlineData("AF:60.02 PK:40.02", "AF 60.02, NotSpecified -0.04, PK 40.02")]
    [InlineData("AF PK", "WithoutPercentages 100")]
    [InlineData("AF:60 PK", "AF 60, WithoutPercentages 40")]
    [InlineData("AF:150 PK:-50", "BelowZero 100")]
    [InlineData("AF:50 AF:50", "AF 100")]
    [InlineData("af", "AF 100")]
    [InlineData("", "NotSpecified 100")]
    public void Percentages_AsStated_ShareOutOrLeaveARest(string stated, string expected)
    {
        var countries = stated.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(country => country.Split(':')).Select(country => Country(country[0], country.ElementAtOrDefault(1)));
        using var ledger = Ledger(File(Activity("A", string.Concat(countries) + Transaction("100"))));
        Assert.Equal(expected, Print(Sums(ledger, ActivityGrouping.Country)));
    }

    [Fact]
    public void Percentages_WithMorePlacesThanAreKept_ShareOutAllTheSame()
    {
        using var ledger = Ledger(File(Activity("A", Country("AF", "33.333333333333333333333") + Country("PK", "66.666666666666666666667") + Transaction("300"))));
        Assert.Equal([("AF", 100m), ("PK", 200m)], Sums(ledger, ActivityGrouping.Country).Where(line => line.Rest is null).Select(line => (line.Code!, Math.Round(line.Sum, 10))).Order());
    }

    [Fact]
    public void Country_ByItsCodeOfThreeLetters_IsTheSame()
    {
        using var ledger = Ledger(File(Activity("A", Country("AFG") + Transaction("1000")), Activity("B", Country("AF") + Transaction("1"))));
        Assert.Equal("AF 1001", Print(Sums(ledger, ActivityGrouping.Country)));
        Assert.Equal(1001m, Assert.Single(ledger.Ask(new ActivitiesQuestion { Countries = ["AFG"] }).Totals).Spent);
    }

    [Fact]
    public void Amounts_AreExact()
    {
        using var ledger = Ledger(File(Activity("A", Transaction("4e-5") + Transaction("1234.567") + Transaction("-34.567") + Transaction("99999999999999.5") + Transaction("-99999999999999.5"))));
        Assert.Equal(1200.00004m, Assert.Single(Sums(ledger, ActivityGrouping.Type)).Sum);
    }

    [Fact]
    public void Amounts_AsLargeAsAreKept_DoNotLeaveTheirColumn()
    {
        using var ledger = Ledger(File(Activity("A", Transaction("99999999999999999999") + Transaction("99999999999999999999"))));
        Assert.Equal(199999999999999999998m, Assert.Single(Sums(ledger, ActivityGrouping.Type)).Sum);
    }

    [Fact]
    public void Currencies_StayApart_AndNoneIsInNoSum()
    {
        using var ledger = Ledger(File(
            Activity("A", Transaction("1") + Transaction("10", currency: "currency=\"EUR\"")),
            Activity("B", Transaction("100") + Transaction("much", currency: "currency=\"EUR\""), attributes: "")));
        var answer = ledger.Ask(new ActivitySumsQuestion { By = ActivityGrouping.Type });
        Assert.Equal([("EUR", 10m, 1L), ("USD", 1m, 1L)], answer.Lines.Select(line => (line.Currency, line.Sum, line.TransactionCount)));
        Assert.Equal(new UncountedTransactions(Unreadable: 1, WithoutCurrency: 1), answer.Uncounted);
    }

    [Fact]
    public void Activity_InTwoFiles_CountsOnceByTheLatestWord()
    {
        using var ledger = Ledger(File(Activity("A", Country("AF") + Transaction("1"))), File(Activity("A", Country("PK") + Transaction("10"))));
        Assert.Equal("PK 10", Print(Sums(ledger, ActivityGrouping.Country)));
        Assert.Equal("AF 1", Print(ledger.Open().Ask(new ActivitySumsQuestion { By = ActivityGrouping.Country }, TempLedger.Day, TestContext.Current.CancellationToken).Lines));
        Assert.Equal(0, ledger.Ask(new ActivitiesQuestion { Countries = ["AFG"] }).ActivityCount);
    }

    [Fact]
    public void Filter_ByCountry_TakesItsPart_AndTellsWhatNobodySharesOut()
    {
        using var ledger = Ledger(File(
            Activity("A", Country("AF", "25") + Country("PK", "75") + Transaction("100")),
            Activity("B", Country("AF") + Country("PK") + Transaction("7")),
            Activity("C", Country("PK") + Transaction("1000"))));
        var answer = ledger.Ask(new ActivitiesQuestion { Countries = ["AFG"] });
        Assert.Equal(25m, Assert.Single(answer.Totals).Spent);
        Assert.Equal(new UndividedSum("3", "USD", 7, 1), Assert.Single(answer.Undivided));
        Assert.Equal(["A", "B"], answer.Activities.Select(activity => activity.Id));
        Assert.Equal("AF 25", Print(ledger.Ask(new ActivitySumsQuestion { By = ActivityGrouping.Country, Countries = ["Afghanistan"] }).Lines));
    }

    [Fact]
    public void Filter_ByCountryAndCluster_MultipliesTheirPercentages()
    {
        using var ledger = Ledger(File(Activity("A", Country("AF", "50") + Country("PK", "50") + Sector("7", "20", "10") + Sector("10", "80", "10") + Transaction("100"))));
        Assert.Equal(10m, Assert.Single(ledger.Ask(new ActivitiesQuestion { Countries = ["AFG"], Clusters = ["health"] }).Totals).Spent);
        Assert.Equal("10 40, 7 10", Print(ledger.Ask(new ActivitySumsQuestion { By = ActivityGrouping.Cluster, Countries = ["AFG"] }).Lines));
    }

    [Fact]
    public void Filter_ChoosesActivitiesAndTransactions()
    {
        using var ledger = Ledger(File(
            Activity("A", "<activity-status code=\"4\"/><humanitarian-scope type=\"2\" vocabulary=\"2-1\" code=\"HAFG20\"/>" + Transaction("1") + Transaction("2", date: "2021-05-01")),
            Activity("B", "<humanitarian-scope type=\"1\" vocabulary=\"1-2\" code=\"EP-2020-000012-001\"/>" + Transaction("10", inside: Sector("72010")), publisher: "XM-TEST-2")));
        Assert.Equal(3m, Spent(new ActivitiesQuestion { Plans = ["hafg20"] }));
        Assert.Equal(2m, Spent(new ActivitiesQuestion { Plans = ["HAFG20"], Years = [2021] }));
        Assert.Equal(10m, Spent(new ActivitiesQuestion { Emergencies = ["EP-2020-000012-001"] }));
        Assert.Equal(3m, Spent(new ActivitiesQuestion { Statuses = ["closed"] }));
        Assert.Equal(10m, Spent(new ActivitiesQuestion { Publishers = ["publisher xm-test-2"] }));
        Assert.Equal(10m, Spent(new ActivitiesQuestion { Sectors = ["72010"] }));
        Assert.Contains("'XM-TEST-2'", Assert.Throws<UnknownValueException>(() => Spent(new ActivitiesQuestion { Publishers = ["TEST-2"] })).Message, StringComparison.Ordinal);
        Assert.Throws<UnknownValueException>(() => Spent(new ActivitiesQuestion { Clusters = ["no cluster"] }));

        decimal Spent(ActivitiesQuestion question) => Assert.Single(ledger.Ask(question).Totals).Spent;
    }

    // Whatever is stated: nothing is lost and nothing made up.
    [Fact]
    public void Parts_OfAnyShares_AddUpToTheAmount() => Gen.Select(Gen.Decimal[-1e9m, 1e9m], Gen.Select(Gen.Int[1, 4], Gen.Decimal[-5, 60], Gen.Bool, (code, percent, isStated) => (code, isStated ? decimal.Round(percent, 6) : (decimal?)null)).List[0, 5])
        .Sample((amount, shares) =>
        {
            var value = decimal.Round(amount, 4);
            var key = shares.Count == 0 ? null : string.Join(';', shares.Select(share => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"country,,{share.code},{share.Item2}")));
            var parts = Sharing.Read(key, new HashSet<int>()).PartsOf(value).ToList();
            return parts.Sum(part => part.Amount) == value && parts.Count(part => part.Code is null) <= 1;
        });

    private static IReadOnlyList<ActivitySum> Sums(TempLedger ledger, ActivityGrouping by) => ledger.Ask(new ActivitySumsQuestion { By = by }).Lines;

    private static string Print(IEnumerable<ActivitySum> lines) => string.Join(", ", lines.Select(line => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line.Rest?.ToString() ?? line.Code} {line.Sum / 1.0000000000m}")).Order(StringComparer.Ordinal));
}
