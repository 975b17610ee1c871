namespace Tributary.Activities;

/// <summary>An organisation as its own IATI file describes it.</summary>
public sealed record PublishingOrganisation
{
    /// <summary>Which organisation of its document it is, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its identifier; null when not stated.</summary>
    public string? Id { get; init; }

    /// <summary>The version of the standard that the document states; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>Its name in English where it is stated, else in the first language; null when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Who publishes it; null when not stated.</summary>
    public ActivityOrganisation? Reporter { get; init; }

    /// <summary>The currency of amounts that state none; null when not stated.</summary>
    public string? DefaultCurrency { get; init; }

    /// <summary>When the publisher last changed it, in UTC; null when not stated.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Its budgets and what it spent.</summary>
    public IReadOnlyList<ActivityBudget> Budgets { get; init; } = [];

    /// <summary>Whatever no other property holds, as JsonML; null for nothing.</summary>
    public string? Details { get; init; }
}
