using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>Flows and transactions put side by side: by reference, amount, parties, days and countries; nothing guessed away.</summary>
public sealed class ReconcileTests
{
    private const string Name = "XX-ABC-1-GRANT-7001#2:2020-03-01:100000USD";
    private static readonly FlowBuilder Flow = ReconcileDesk.Flow;
    private static readonly TransactionBuilder Transaction = new();
    private static readonly ActivityBuilder Activity = new();

    [Fact]
    public void Pair_AlikeInEverythingButAReference_HasItsReasons()
    {
        using var desk = ReconcileDesk.Of([Flow], Activity);
        var pair = desk.Pair();
        Assert.Equal((Name, 7001L, 80, "likely", AmountAgreement.Same), (pair.Transaction.Id, pair.Flow.Id.Value, pair.Score, pair.Standing, pair.Amounts));
        Assert.Equal(
            ["just the amount, USD 100,000 25", "one donor by name, \"Land of Plenty Aid\" 15", "one recipient by name, \"Helping Hands Federation\" 15", "one day 10", "one country, AFG 10", "both are a commitment 5"],
            pair.Reasons.Select(reason => $"{reason.Text} {reason.Points}"));
    }

    public static TheoryData<string, string, int> References() => new()
    {
        { "GRANT-7001", "one reference, GRANT-7001", 35 },
        { "part of grant-7001/X;other", "", 0 },
        { "[grant-7001];[11630]", "one reference, GRANT-7001", 35 },
        { "TX-2020-55", "one reference, TX-2020-55", 35 },
        { "SM200147", "one reference, SM200147", 35 },
        { "900331", "one reference, 900331", 20 },
        { "2020", "", 0 },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Reference_OfTheActivityOrTheTransaction_IsAReason(string refCode, string reason, int points)
    {
        using var desk = ReconcileDesk.Of([Flow with { RefCode = refCode }], Activity with { Other = "SM200147:900331", Transactions = [Transaction with { Reference = "TX-2020-55" }] });
        var reasons = desk.Pair().Reasons.Where(found => found.Text.StartsWith("one reference", StringComparison.Ordinal)).Select(found => (found.Text, found.Points));
        Assert.Equal(reason.Length == 0 ? [] : [(reason, points)], reasons);
    }

    [Theory]
    [InlineData("2021-07-01", "487 days apart", -10)]
    [InlineData("2020-03-08", "7 days apart", 8)]
    [InlineData("2020-04-01", "31 days apart", 6)]
    [InlineData("2020-06-01", "92 days apart", 3)]
    public void Days_TheNearer_TheMore(string date, string reason, int points)
    {
        using var desk = ReconcileDesk.Of([Flow with { RefCode = "GRANT-7001" }], Activity with { Transactions = [Transaction with { Date = date }] });
        Assert.Contains(new MovementReason(reason, points), desk.Pair().Reasons);
    }

    [Fact]
    public void Transaction_OfAnotherCountryAndOtherParties_IsInIatiAlone()
    {
        using var desk = ReconcileDesk.Of([Flow], Activity with { Country = "MX", Transactions = [Transaction with { Provider = "Sunrise Bakery", Receiver = "Ministry of Lakes" }] });
        var answer = desk.Ask();
        Assert.Equal((0L, 0L, 1L, 1L), (answer.AgreedCount, answer.DifferentCount, answer.OnlyInFtsCount, answer.OnlyInIatiCount));
    }

    // What an organisation spends itself, or books from itself to itself, moves between no two parties.
    [Theory]
    [InlineData("4", "Helping Hands Federation")]
    [InlineData("2", "Land of Plenty Aid")]
    public void Transaction_OfOneParty_IsNoMovement(string type, string receiver)
    {
        using var desk = ReconcileDesk.Of([Flow], Activity with { Transactions = [Transaction with { Type = type, Receiver = receiver }] });
        var answer = desk.Ask();
        Assert.Equal((1L, 0L), (answer.OnlyInFtsCount, answer.OnlyInIatiCount));
    }

    [Fact]
    public void Amount_InTheFlowsOriginalCurrency_IsComparedThere()
    {
        using var desk = ReconcileDesk.Of([Flow with { AmountUsd = 118_483, OriginalAmount = 100_000, OriginalCurrency = "EUR" }], Activity with { Transactions = [Transaction with { Currency = "EUR" }] });
        var pair = desk.Pair();
        Assert.Equal((AmountAgreement.Same, "EUR", 100_000m, 0m), (pair.Amounts, pair.ComparedIn, pair.FlowAmount, pair.Difference));
    }

    [Fact]
    public void Amount_WithoutARate_IsNotComparedAndSaysSo()
    {
        using var desk = ReconcileDesk.Of([Flow with { RefCode = "GRANT-7001" }], Activity with { Transactions = [Transaction with { Currency = "EUR" }] });
        var pair = Assert.Single(desk.Ask().Different);
        Assert.Equal((AmountAgreement.NotCompared, null, 90), (pair.Amounts, pair.Difference, pair.Score));
        Assert.Equal("EUR in USD on 2020-03-01: no document states a rate of EUR", pair.WhyNotCompared);
        Assert.Null(Assert.Single(desk.Ask().Totals, total => total.In == "IATI").AmountUsd);
    }

    [Fact]
    public void Amount_InAnotherCurrency_IsConvertedAtTheDayAndNamesItsRate()
    {
        using var desk = ReconcileDesk.Of([Flow with { AmountUsd = 109_000 }], Activity with { Transactions = [Transaction with { Currency = "EUR" }] });
        desk.Import("<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube><Cube time=\"2020-02-28\"><Cube currency=\"USD\" rate=\"1.0977\"/></Cube></Cube></gesmes:Envelope>");
        var pair = Assert.Single(desk.Ask().Agreed);
        Assert.Equal((AmountAgreement.Near, "USD", 109_770m, -770m, 1.0977m, new DateOnly(2020, 2, 28)), (pair.Amounts, pair.ComparedIn, pair.TransactionAmount, pair.Difference, pair.Rate, pair.RateDay));
        Assert.Single(pair.RateSources);
    }

    [Fact]
    public void Transaction_ThatIsTheSumOfFlowsOfOneReference_AgreesWithEach()
    {
        using var desk = ReconcileDesk.Of([Flow with { AmountUsd = 60_000, RefCode = "GRANT-7001" }, Flow with { Id = 7002, AmountUsd = 40_000, RefCode = "GRANT-7001" }], Activity);
        var answer = desk.Ask();
        Assert.Equal([7001L, 7002L], answer.Agreed.Select(pair => pair.Flow.Id.Value));
        Assert.All(answer.Agreed, pair => Assert.Equal((Name, AmountAgreement.Sum), (pair.Transaction.Id, pair.Amounts)));
        Assert.Equal([(1L, 100_000m), (2L, 100_000m)], answer.Totals.Select(total => (total.Count, total.Amount)).Order());
    }

    [Fact]
    public void Pair_OfOneReferenceWithOtherAmounts_IsDifferentAndSaysByHowMuch()
    {
        using var desk = ReconcileDesk.Of([Flow with { RefCode = "GRANT-7001" }], Activity with { Transactions = [Transaction with { Value = "80000" }] });
        var pair = Assert.Single(desk.Ask().Different);
        Assert.Equal((80_000m, 100_000m, 20_000m), (pair.TransactionAmount, pair.FlowAmount, pair.Difference));
    }

    // Names in two languages are never alike; that flows of one organisation name its activities says that it is one.
    [Fact]
    public void Donor_OfThreeActivitiesThatFlowsName_IsKnownByReferences()
    {
        var flows = Enumerable.Range(1, 3).Select(number => Flow with { Id = number, RefCode = $"GRANT-700{number}" });
        var activities = Enumerable.Range(1, 4).Select(number => Activity with { Id = $"XX-ABC-1-GRANT-700{number}", Transactions = [Transaction with { Provider = "Pays d'Abondance", Value = $"{number}00000" }] });
        using var desk = ReconcileDesk.Of([.. flows, Flow with { Id = 4, AmountUsd = 400_000 }], activities);
        var answer = desk.Ask(new ReconcileQuestion { Donors = ["Pays d'Abondance"] });
        Assert.Contains(new MovementReason("one donor by the references of 3 activities", 12), Assert.Single(answer.Agreed, pair => pair.Flow.Id.Value == 4).Reasons);
        Assert.Equal(4, answer.Totals.Where(total => total.In == "FTS").Sum(total => total.Count));
        var refused = Assert.Throws<UnknownValueException>(() => desk.Ask(new ReconcileQuestion { Donors = ["Nobody"] }));
        Assert.StartsWith("donor 'Nobody'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfTransactions_AreReferencesWhereTheyTellAndElseWhatIsStated()
    {
        using var desk = ReconcileDesk.Of([], Activity with
        {
            Transactions = [Transaction with { Reference = "A1" }, Transaction with { Reference = "B" }, Transaction with { Reference = "B", Value = "5" }, Transaction, Transaction],
        });
        Assert.Equal(
            ["XX-ABC-1-GRANT-7001#2:2020-03-01:100000USD", "XX-ABC-1-GRANT-7001#2:2020-03-01:100000USD:2", "XX-ABC-1-GRANT-7001#2:2020-03-01:100000USD:3", "XX-ABC-1-GRANT-7001#2:2020-03-01:5USD", "XX-ABC-1-GRANT-7001#A1"],
            desk.Ask().OnlyInIati.Select(transaction => transaction.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Filters_ChooseOnBothSides()
    {
        using var desk = ReconcileDesk.Of([Flow, Flow with { Id = 2, AmountUsd = 7, Destination = ["Organization:2=Helping Hands Federation", "Location:1=Afghanistan", "UsageYear:2021", "Plan:901"] }],
            Activity, Activity with { Id = "XX-ABC-1-9", Publisher = "XX-DEF-2", Plan = "901", Transactions = [Transaction with { Date = "2021-05-05", Value = "9" }] });
        Assert.Equal((1L, 0L, 0L), Counts(desk.Ask(new ReconcileQuestion { Years = [2020], Countries = ["AFG"], Donors = ["Land of Plenty Aid"] })));
        Assert.Equal((0L, 1L, 1L), Counts(desk.Ask(new ReconcileQuestion { Plans = ["901"] })));
        Assert.Equal((1L, 1L, 0L), Counts(desk.Ask(new ReconcileQuestion { Publishers = ["XX-ABC-1"] })));
        Assert.Throws<UnknownValueException>(() => desk.Ask(new ReconcileQuestion { Publishers = ["XX"] }));
    }

    private static (long Agreed, long OnlyInFts, long OnlyInIati) Counts(ReconcileAnswer answer) => (answer.AgreedCount, answer.OnlyInFtsCount, answer.OnlyInIatiCount);
}
