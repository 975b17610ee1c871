namespace Tributary.Activities;

/// <summary>A transaction of an activity.</summary>
public sealed record ActivityTransaction
{
    /// <summary>Which transaction of its activity it is, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The publisher's own reference; null when not stated.</summary>
    public string? Reference { get; init; }

    /// <summary>The code of its type, as in <see cref="TransactionTypes"/>; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is humanitarian, whatever its activity is; null when not stated, and the activity's word counts.</summary>
    public bool? IsHumanitarian { get; init; }

    /// <summary>The day on which it was made; null when not stated.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The amount.</summary>
    public required StatedAmount Amount { get; init; }

    /// <summary>A description in English where it is stated, else in the first language; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Where the money comes from; null when not stated.</summary>
    public ActivityOrganisation? Provider { get; init; }

    /// <summary>Where the money goes; null when not stated.</summary>
    public ActivityOrganisation? Receiver { get; init; }

    /// <summary>The code of the channel of disbursement; null when not stated.</summary>
    public string? Channel { get; init; }

    /// <summary>How it is classified; what it does not say, the activity's defaults do.</summary>
    public Classification Classification { get; init; } = Classification.None;

    /// <summary>Its own countries, regions and sectors; none when those of the activity count.</summary>
    public IReadOnlyList<ActivityShare> Shares { get; init; } = [];

    /// <summary>Whatever no other property holds, as JsonML; null for nothing.</summary>
    public string? Details { get; init; }
}

/// <summary>A budget of an activity, or a disbursement that is planned.</summary>
public sealed record ActivityBudget
{
    /// <summary>Which of its kind and activity it is, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Which of them.</summary>
    public required BudgetKind Kind { get; init; }

    /// <summary>1 original, 2 revised; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>1 indicative, 2 committed; null when not stated.</summary>
    public string? Status { get; init; }

    /// <summary>The first day of its period; null when not stated.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day of its period; null when not stated.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The amount.</summary>
    public required StatedAmount Amount { get; init; }

    /// <summary>Where the money comes from; null when not stated.</summary>
    public ActivityOrganisation? Provider { get; init; }

    /// <summary>Where the money goes; null when not stated.</summary>
    public ActivityOrganisation? Receiver { get; init; }

    /// <summary>What an organisation's budget is for: a country's code, a region's, an organisation's identifier; null for an activity's.</summary>
    public string? Recipient { get; init; }

    /// <summary>Whatever no other property holds, as JsonML; null for nothing.</summary>
    public string? Details { get; init; }
}

/// <summary>What a budget is.</summary>
public enum BudgetKind
{
    /// <summary>An activity's budget.</summary>
    Budget,

    /// <summary>A planned disbursement of an activity.</summary>
    PlannedDisbursement,

    /// <summary>An organisation's whole budget.</summary>
    Total,

    /// <summary>An organisation's budget for another organisation.</summary>
    RecipientOrganisation,

    /// <summary>An organisation's budget for a region.</summary>
    RecipientRegion,

    /// <summary>An organisation's budget for a country.</summary>
    RecipientCountry,

    /// <summary>What an organisation spent in all.</summary>
    TotalExpenditure,
}

/// <summary>An amount as it is stated.</summary>
/// <param name="Value">Major units; null when not stated, or not readable: then it is in no sum.</param>
/// <param name="Currency">The code as stated, in capitals; null when neither the amount nor its activity states one: then it is in no sum.</param>
/// <param name="Basis">Where the currency is from.</param>
/// <param name="ValueDate">The day on which the value is to be converted; null when not stated.</param>
public sealed record StatedAmount(decimal? Value, string? Currency, CurrencyBasis Basis, DateOnly? ValueDate);

/// <summary>Where an amount's currency is from.</summary>
public enum CurrencyBasis
{
    /// <summary>The amount states it.</summary>
    Stated,

    /// <summary>The activity's default.</summary>
    Default,

    /// <summary>Nobody states one.</summary>
    None,
}

/// <summary>The types of transaction of the IATI standard, version 2.03.</summary>
public static class TransactionTypes
{
    /// <summary>Incoming funds.</summary>
    public const string IncomingFunds = "1";

    /// <summary>Outgoing commitment.</summary>
    public const string OutgoingCommitment = "2";

    /// <summary>Disbursement.</summary>
    public const string Disbursement = "3";

    /// <summary>Expenditure.</summary>
    public const string Expenditure = "4";

    /// <summary>Incoming commitment.</summary>
    public const string IncomingCommitment = "11";

    /// <summary>Outgoing pledge.</summary>
    public const string OutgoingPledge = "12";

    /// <summary>Incoming pledge.</summary>
    public const string IncomingPledge = "13";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [IncomingFunds] = "incoming funds", [OutgoingCommitment] = "outgoing commitment", [Disbursement] = "disbursement", [Expenditure] = "expenditure",
        ["5"] = "interest payment", ["6"] = "loan repayment", ["7"] = "reimbursement", ["8"] = "purchase of equity", ["9"] = "sale of equity", ["10"] = "credit guarantee",
        [IncomingCommitment] = "incoming commitment", [OutgoingPledge] = "outgoing pledge", [IncomingPledge] = "incoming pledge",
    };

    /// <summary>The name of a type; the code itself when the standard has no such type.</summary>
    public static string NameOf(string? code) => code is null ? "not stated" : Names.GetValueOrDefault(code, code);
}
