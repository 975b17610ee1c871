using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>What is an amount in another currency, by the rate of a day?</summary>
public sealed record ConvertQuestion : IQuestion<ConvertAnswer>
{
    /// <summary>The amount.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The currency wanted.</summary>
    public required Currency To { get; init; }

    /// <summary>The day whose rate is wanted.</summary>
    public required DateOnly Day { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No rate that was known fits.</exception>
    public ConvertAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var conversion = RateBook.Of(facts).Convert(Amount, To, Day);
        if (conversion is not { To: { } converted, Rate: { } rate })
            throw new UnknownValueException($"{conversion.WhyNot}; expected a published rate; `tributary rates show` lists what is known, `tributary rates import FILE` takes tables in");
        return new ConvertAnswer
        {
            Amount = Amount.Value,
            Currency = Amount.Currency.Code,
            Day = Day,
            To = To.Code,
            Value = converted.Value,
            Rate = rate.Rate,
            RateFirstDay = rate.First,
            RateLastDay = rate.Last,
            Basis = rate.Basis?.Word() ?? "",
            Through = rate.Through?.Code,
            Stated = [.. rate.Stated.Select(StatedRateLine.Of)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>An amount in another currency.</summary>
public sealed record ConvertAnswer
{
    /// <summary>The amount as it was.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Its currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The day whose rate was wanted.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The currency wanted.</summary>
    public required string To { get; init; }

    /// <summary>The amount in that currency, not rounded.</summary>
    public required decimal Value { get; init; }

    /// <summary>Units of the currency wanted for one of the other.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The first day that the rate is of.</summary>
    public required DateOnly RateFirstDay { get; init; }

    /// <summary>The last one.</summary>
    public required DateOnly RateLastDay { get; init; }

    /// <summary>daily, monthly average or end of month; empty where no rate is needed.</summary>
    public required string Basis { get; init; }

    /// <summary>The currency through which it was crossed; null for none.</summary>
    public required string? Through { get; init; }

    /// <summary>The stated rates, each with its place: none where none is needed, one, or two that were crossed.</summary>
    public required IReadOnlyList<StatedRateLine> Stated { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}
