using System.Globalization;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>How the amounts of a transaction and a flow stand to each other.</summary>
public enum AmountAgreement
{
    /// <summary>They are the same, to the unit: FTS keeps whole dollars.</summary>
    Same,

    /// <summary>They are the same to within what is lost in rounding and rates.</summary>
    Near,

    /// <summary>One is the sum of several of the other kind that one reference names.</summary>
    Sum,

    /// <summary>They differ.</summary>
    Different,

    /// <summary>They cannot be compared: one has no amount, or no rate joins their currencies.</summary>
    NotCompared,
}

/// <summary>The amounts of a transaction and a flow in one currency.</summary>
/// <param name="Agreement">How they stand to each other.</param>
/// <param name="Currency">The currency in which they were compared; null where they were not.</param>
/// <param name="Transaction">The transaction in it.</param>
/// <param name="Flow">The flow in it.</param>
/// <param name="Rate">The rate by which the transaction was converted; null where none was needed.</param>
/// <param name="WhyNot">Empty, or why they were not compared.</param>
internal sealed record ComparedAmounts(AmountAgreement Agreement, string? Currency, decimal? Transaction, decimal? Flow, AppliedRate? Rate, string WhyNot)
{
    /// <summary>What a document's rounding takes away.</summary>
    private const decimal Unit = 1;

    /// <summary>How far apart amounts of one currency may be and still be near.</summary>
    private const decimal Nearly = 0.01m;

    // FTS converts by the rate of a month, and not always of the same one.
    private const decimal NearlyByRate = 0.05m;

    /// <summary>Whether they agree.</summary>
    public bool Agree => Agreement is AmountAgreement.Same or AmountAgreement.Near or AmountAgreement.Sum;

    /// <summary>Compares in the transaction's currency where the flow states it, else in US dollars at the rate of the transaction's day.</summary>
    public static ComparedAmounts Of(TransactionSide transaction, FlowSide flow, RateBook rates)
    {
        if (transaction.Value is not { } value || transaction.Currency is not { } currency) return new ComparedAmounts(AmountAgreement.NotCompared, null, null, null, null, "the transaction has no amount in a currency");
        if (flow.In(currency) is { } stated) return new ComparedAmounts(AgreementOf(value, stated, Nearly), currency, value, stated, null, "");
        if (transaction.RateDay is not { } day) return new ComparedAmounts(AmountAgreement.NotCompared, null, null, null, null, "the transaction states no day, so that no rate is known");
        var converted = rates.Convert(new Amount(value, new Currency(currency)), Money.Currency.Usd, day);
        return converted.To is { } usd
            ? new ComparedAmounts(AgreementOf(usd.Value, flow.AmountUsd, NearlyByRate), Money.Currency.Usd.Code, usd.Value, flow.AmountUsd, converted.Rate, "")
            : new ComparedAmounts(AmountAgreement.NotCompared, null, null, null, null, converted.WhyNot);
    }

    /// <summary>Whether two amounts of one currency are the same to the unit, or nearly.</summary>
    public static bool AreNear(decimal one, decimal other) => AgreementOf(one, other, Nearly) != AmountAgreement.Different;

    /// <summary>What that adds to the score.</summary>
    public int Points => Agreement switch
    {
        AmountAgreement.Same => 25,
        AmountAgreement.Near => Rate is null ? 20 : 15,
        AmountAgreement.Sum => 20,
        AmountAgreement.Different => -10,
        AmountAgreement.NotCompared => 0,
        _ => throw new System.Diagnostics.UnreachableException(Agreement.ToString()),
    };

    /// <summary>The same in words, with the amounts that it rests on.</summary>
    public string Text => Agreement switch
    {
        AmountAgreement.Same => $"just the amount, {Amount(Flow)}{(Rate is null ? "" : " at the day's rate")}",
        AmountAgreement.Near => Rate is null
            ? $"the amount to within 1 %, {Amount(Transaction)} and {Amount(Flow)}"
            : $"the amount to within 5 % at the rate of {Rate.First:yyyy-MM-dd}, {Amount(Rounded(Transaction))} and {Amount(Flow)}",
        AmountAgreement.Sum => $"amounts that add up by one reference, {Amount(Transaction)} and {Amount(Flow)}",
        AmountAgreement.Different => $"amounts that differ, {Amount(Rounded(Transaction))} and {Amount(Flow)}",
        AmountAgreement.NotCompared => $"amounts that were not compared: {WhyNot}",
        _ => throw new System.Diagnostics.UnreachableException(Agreement.ToString()),
    };

    private static decimal? Rounded(decimal? value) => value is { } given ? Math.Round(given, 2, MidpointRounding.AwayFromZero) : null;

    private string Amount(decimal? value) => string.Create(CultureInfo.InvariantCulture, $"{Currency} {value:#,##0.##}");

    private static AmountAgreement AgreementOf(decimal one, decimal other, decimal nearly)
    {
        // Nothing is the same as nothing, which says nothing.
        if (one == 0 || other == 0) return AmountAgreement.Different;
        var apart = Math.Abs(one - other);
        return apart < Unit ? AmountAgreement.Same : apart <= Math.Max(Math.Abs(one), Math.Abs(other)) * nearly ? AmountAgreement.Near : AmountAgreement.Different;
    }
}
