using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which exchange rates does the ledger know, and what were they on a day?</summary>
public sealed record RatesQuestion : IQuestion<RatesAnswer>
{
    /// <summary>Only rates of this currency; null for all.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The day whose rates are wanted; null for none.</summary>
    public DateOnly? Day { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No document that was known states a rate of the currency.</exception>
    public RatesAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var known = Known(facts, token).FindAll(line => Currency is null || line.Base == Currency.Value.Code || line.Currency == Currency.Value.Code);
        if (known.Count == 0 && Currency is { } currency) throw new UnknownValueException($"currency '{currency}': no document states a rate of it{(facts.Until is { } until ? $" as of {until:yyyy-MM-dd}" : "")}; expected one; `tributary rates show` lists what is known, `tributary rates import FILE` takes tables in");
        return new RatesAnswer { Known = known, Day = Day, Rates = Day is { } day ? OfDay(RateBook.Of(facts), day, token) : [], Snapshot = facts.Name, AsOf = facts.AsOf };
    }

    private static List<KnownRates> Known(Facts facts, CancellationToken token) => facts.Query(
        FactDatabase.Sql("Questions/Rates/known-rates.sql").Replace("$was_known", facts.WasKnown("d"), StringComparison.Ordinal),
        row => new KnownRates(row.GetString(0), row.GetString(1), RateBases.Parse(row.GetString(2)).Word(), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4), row.GetInt64(5), row.GetString(6), facts.Locate(row.GetInt32(7), "the document")), token);

    private List<StatedRateLine> OfDay(RateBook book, DateOnly day, CancellationToken token)
    {
        var rates = new List<StatedRateLine>();
        foreach (var pair in book.Pairs.Where(pair => Currency is null || pair.Has(Currency.Value.Code)))
        {
            token.ThrowIfCancellationRequested();
            if (book.Stated(pair, day) is { } stated) rates.Add(StatedRateLine.Of(stated));
        }
        return rates;
    }
}

/// <summary>Exchange rates of a ledger.</summary>
public sealed record RatesAnswer
{
    /// <summary>What is known, by the currencies, what the rates are, and where they come from.</summary>
    public required IReadOnlyList<KnownRates> Known { get; init; }

    /// <summary>The day asked for; null for none.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>The stated rates that stand for that day; none when no day was asked for.</summary>
    public required IReadOnlyList<StatedRateLine> Rates { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>Rates of one kind of document for two currencies.</summary>
/// <param name="Base">The currency of which one unit is priced.</param>
/// <param name="Currency">The currency in which it is.</param>
/// <param name="Basis">daily, monthly average or end of month.</param>
/// <param name="FirstDay">The first day of a rate.</param>
/// <param name="LastDay">The last day of one.</param>
/// <param name="Rates">How many days or months have one.</param>
/// <param name="Format">The kind of document.</param>
/// <param name="Source">The latest of the documents.</param>
public sealed record KnownRates(string Base, string Currency, string Basis, DateOnly FirstDay, DateOnly LastDay, long Rates, string Format, SourceLocation Source);

/// <summary>A stated rate in words.</summary>
/// <param name="Base">The currency of which one unit is priced.</param>
/// <param name="Currency">The currency in which it is.</param>
/// <param name="Rate">Units of <paramref name="Currency"/> for one of <paramref name="Base"/>.</param>
/// <param name="FirstDay">The first day that it is of.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="Basis">daily, monthly average or end of month.</param>
/// <param name="CurrencyBasis">Empty where the document names both currencies; otherwise how one was found.</param>
/// <param name="Source">The document and the place in it.</param>
public sealed record StatedRateLine(string Base, string Currency, decimal Rate, DateOnly FirstDay, DateOnly LastDay, string Basis, string CurrencyBasis, SourceLocation Source)
{
    internal static StatedRateLine Of(StatedRate stated) => new(stated.Base.Code, stated.Currency.Code, stated.Rate, stated.First, stated.Last, stated.Basis.Word(), stated.CurrencyBasis, stated.Source);
}
