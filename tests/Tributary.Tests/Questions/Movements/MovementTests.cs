using CsCheck;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Movements;

/// <summary>Money between activities: each movement once whoever states it, each trail to its end, and no circle that hangs a reader.</summary>
public sealed class MovementTests
{
    private static ActivityBuilder Donor(string id = "D-1") => new(id, "D");

    private static ActivityBuilder Agency(string id = "A-1") => new(id, "A");

    [Fact]
    public void Movement_ThatBothSidesState_CountsOnceWithThePayersFigure()
    {
        using var ledger = Of(Donor().Out(60, "A-1").Out(40, "A-1"), Agency().In(95, "D-1"));
        var answer = Trace(ledger, "D-1");
        var movement = Assert.Single(answer.GoesTo).Movement!;
        Assert.Equal((MovementBasis.BothSides, 3L), (movement.Basis, movement.Transactions));
        Assert.Equal(new MovementAmount("USD", 100, 95, 100), Assert.Single(movement.Amounts));
        Assert.Equal(-5, movement.Amounts[0].Difference);
        Assert.Equal([new CurrencySum("USD", 100)], answer.WentOn);
        Assert.Equal([new CurrencySum("USD", 100)], Trace(ledger, "A-1").CameIn);
    }

    [Fact]
    public void Movement_ThatTheSidesStateInTwoCurrencies_CountsInThePayersAlone()
    {
        using var ledger = Of(Donor().Out(100, "A-1", "EUR"), Agency().In(110, "D-1"));
        var movement = Assert.Single(Trace(ledger, "A-1").ComesFrom).Movement!;
        Assert.Equal([new MovementAmount("EUR", 100, null, 100), new MovementAmount("USD", null, 110, 0)], movement.Amounts);
        Assert.Equal([new CurrencySum("EUR", 100)], Trace(ledger, "A-1").CameIn);
    }

    [Fact]
    public void Movement_ThatOneSideStates_SaysWhich()
    {
        using var ledger = Of(Donor().Out(10, "A-1"), Agency().In(20, "D-2"), Donor("D-2"), Agency("A-2").OutFrom(5, "D-1"));
        Assert.Equal([(MovementBasis.Receiver, "D-2"), (MovementBasis.Provider, "D-1")], Trace(ledger, "A-1").ComesFrom.Select(step => (step.Movement!.Basis, step.Activity!.Id)));
        Assert.Equal((MovementBasis.Named, 5m), (Trace(ledger, "A-2").ComesFrom.Single().Movement!.Basis, Trace(ledger, "A-2").ComesFrom.Single().Movement!.Amounts.Single().Counted));
    }

    // What an activity paid and where the money is from are told beside incoming funds: it is no second movement.
    [Fact]
    public void Movement_ThatIncomingFundsState_IsNotInferredFromPaymentsAsWell()
    {
        using var ledger = Of(Donor(), Agency().In(100, "D-1").OutFrom(70, "D-1"));
        var movement = Assert.Single(Trace(ledger, "A-1").ComesFrom).Movement!;
        Assert.Equal((MovementBasis.Receiver, 100m), (movement.Basis, movement.Amounts.Single().Counted));
    }

    // The payer names the organisation and no activity; its receiver names the payer's activity. What left once must not count twice.
    [Fact]
    public void Movement_ThatThePayerStatesByOrganisation_IsNoSecondOne()
    {
        using var ledger = Of(Donor().Out(1000, null, receiver: "A office").Out(30, null, receiver: "B office"), Agency().In(950, "D-1").Spent(950));
        var answer = Trace(ledger, "D-1");
        var movement = answer.GoesTo[0].Movement!;
        Assert.Equal((MovementBasis.ReceiverAndOrganisation, new MovementAmount("USD", 950, 950, 950)), (movement.Basis, movement.Amounts.Single()));
        Assert.Equal([("A office", 50m), ("B office", 30m)], answer.GoesTo.Skip(1).Select(step => (step.End!.Receiver!, step.End.Amounts.Single().Value)));
        Assert.Equal(1030m, ledger.Ask(new ChainsQuestion()).Ends.Sum(end => end.Amount));
    }

    [Fact]
    public void Movements_OfSeveralCurrencies_AreInTheOrderOfTheirWorthWhereRatesAreKnown()
    {
        const string rates = "Date,USD,JPY,GBP,CHF,\n2020-05-01,1.2,120,0.8,1,\n";
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(rates, ".csv"), folder.Write(ActivityBuilder.File(new ActivityBuilder("Z", "Z").In(1_000_000, "X", "JPY").In(900_000, "Y"), new ActivityBuilder("X", "X"), new ActivityBuilder("Y", "Y")), ".xml"));
        Assert.Equal(["Y", "X"], Trace(ledger, "Z").ComesFrom.Select(step => step.Activity!.Id));
    }

    [Fact]
    public void Amounts_AsLargeAsAreKept_DoNotLeaveTheirColumn()
    {
        using var ledger = Of(Agency().Out(99999999999999999999m, null).Out(99999999999999999999m, null));
        Assert.Equal(199999999999999999998m, Trace(ledger, "A-1").GoesTo.Single().End!.Amounts.Single().Value);
    }

    [Theory]
    [InlineData(2020, 1, 7)]
    [InlineData(2021, 0, 0)]
    public void Chains_OfAYear_AreOfItsPaymentsAlone(int year, int activities, int amount)
    {
        using var ledger = Of(Agency().Spent(7), Agency("A-2").With("""<transaction><transaction-type code="4"/><transaction-date iso-date="2019-05-01"/><value currency="USD">90</value></transaction>"""));
        var answer = ledger.Ask(new ChainsQuestion { Years = [year] });
        Assert.Equal((activities, (decimal)amount), (answer.Activities, answer.Ends.Sum(end => end.Amount)));
    }

    [Fact]
    public void Chains_OfHumanitarianMoney_LeaveTheRestOut()
    {
        using var ledger = Of(Agency().Spent(7).With("""<transaction humanitarian="1"><transaction-type code="4"/><transaction-date iso-date="2020-05-01"/><value currency="USD">90</value></transaction>"""));
        Assert.Equal(90, ledger.Ask(new ChainsQuestion { IsHumanitarian = true }).Ends.Sum(end => end.Amount));
        Assert.Equal(7, ledger.Ask(new ChainsQuestion { IsHumanitarian = false }).Ends.Sum(end => end.Amount));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void Relation_OfAWholeAndAPart_IsAStepWithoutMoney(string type)
    {
        using var ledger = type == "1" ? Of(Agency(), Agency("A-1-1").Related("1", "A-1")) : Of(Agency().Related("2", "A-1-1"), Agency("A-1-1"));
        var step = Assert.Single(Trace(ledger, "A-1").GoesTo);
        Assert.Equal(("A-1-1", MovementBasis.Part, 0), (step.Activity!.Id, step.Movement!.Basis, step.Movement.Amounts.Count));
    }

    [Fact]
    public void Trail_EndsWhereItEnds_AndSaysWhy()
    {
        using var ledger = Of(Agency().Out(50, null, receiver: "Some NGO").Out(20, null).Spent(7).Out(3, "N-9"), Agency("A-2"));
        var ends = Trace(ledger, "A-1").GoesTo.Select(step => (step.End!.Reason, step.End.Receiver, step.End.Amounts.Single().Value));
        Assert.Equal([(TrailEndReason.NotInLedger, null, 3m), (TrailEndReason.NoActivityNamed, "Some NGO", 50m), (TrailEndReason.NoReceiverNamed, null, 20m), (TrailEndReason.Spent, null, 7m)], ends);
        Assert.Equal(TrailEndReason.NothingPaid, Assert.Single(Trace(ledger, "A-2").GoesTo).End!.Reason);
    }

    [Fact]
    public void Trace_OfAnActivityThatIsOnlyNamed_ShowsWhoNamesIt()
    {
        using var ledger = Of(Agency().Out(3, "N-9"));
        var answer = Trace(ledger, "N-9");
        Assert.False(answer.Activity.IsInLedger);
        Assert.Equal("A-1", Assert.Single(answer.ComesFrom).Activity!.Id);
    }

    [Fact]
    public void Trace_OfAnUnknownActivity_NamesNearOnes()
    {
        using var ledger = Of(Agency("XM-OCHA-1"), Agency("XM-OCHA-2"));
        Assert.Contains("is it 'XM-OCHA-1', or 'XM-OCHA-2'?", Assert.Throws<UnknownValueException>(() => Trace(ledger, "XM-OCHA-3")).Message, StringComparison.Ordinal);
        Assert.Equal("XM-OCHA-1", Trace(ledger, " xm-ocha-1 ").Activity.Id);
    }

    // Whoever pays whom, circles included: money is conserved, and every tree ends.
    [Fact]
    public void Trace_OfAnyPayments_CountsEachMovementOnce() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 9]).Array[1, 12].Sample(payments =>
    {
        using var ledger = Of([.. Enumerable.Range(0, 6).Select(id => payments.Where(payment => payment.Item1 == id).Aggregate(Agency($"A-{id}"), (activity, payment) => activity.Out(payment.Item3, $"A-{payment.Item2}")))]);
        for (var id = 0; id < 6; id++)
        {
            var answer = Trace(ledger, $"A-{id}");
            Assert.Equal(payments.Where(payment => payment.Item1 == id && payment.Item2 != id).Sum(payment => payment.Item3), answer.WentOn.Sum(sum => sum.Value));
            Assert.Equal(payments.Where(payment => payment.Item2 == id && payment.Item1 != id).Sum(payment => payment.Item3), answer.CameIn.Sum(sum => sum.Value));
        }
    }, iter: 8, threads: 1);

    [Fact]
    public void Chains_OfACountry_TellEachEndOnceWithItsWay()
    {
        const string InAfghanistan = """<recipient-country code="AF" percentage="100"/>""";
        using var ledger = Of(Donor().Out(100, "A-1").With(InAfghanistan), Agency().In(100, "D-1").Out(60, "N-1").Spent(25).With(InAfghanistan), new ActivityBuilder("N-1", "N").In(60, "A-1").Spent(55).With(InAfghanistan), Agency("A-2").Spent(9));
        var answer = ledger.Ask(new ChainsQuestion { Countries = ["AFG"] });
        Assert.Equal(3, answer.Activities);
        Assert.Equal([("D-1 A-1 N-1", TrailEndReason.Spent, 55m), ("D-1 A-1", TrailEndReason.Spent, 25m)], answer.Lines.Select(line => (string.Join(' ', line.Steps.Select(step => step.Id)), line.End, line.Amount!.Value)));
        Assert.Equal([new ChainEndSum(TrailEndReason.Spent, "USD", 80, 2)], answer.Ends);
    }

    [Fact]
    public void Chains_OfAPlan_AreThoseOfActivitiesThatNameIt()
    {
        using var ledger = Of(Agency().Spent(5).With("""<humanitarian-scope type="2" vocabulary="2-1" code="HAFG20"/>"""), Agency("A-2").Spent(6));
        Assert.Equal("A-1", Assert.Single(ledger.Ask(new ChainsQuestion { Plans = ["hafg20"] }).Lines).Steps.Single().Id);
    }

    private static ActivityTraceAnswer Trace(TempLedger ledger, string activity) => ledger.Ask(new ActivityTraceQuestion { Activity = activity });

    private static TempLedger Of(params IEnumerable<ActivityBuilder> activities)
    {
        using var folder = new TempFolder();
        return TempLedger.Of(folder.Write(ActivityBuilder.File(activities), ".xml"));
    }
}
