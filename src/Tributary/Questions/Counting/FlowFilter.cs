using Tributary.Flows;

namespace Tributary.Questions;

/// <summary>Which flows a question is about. Values of one kind are alternatives; different kinds must all hold.</summary>
/// <remarks>
/// Countries, plans, years, emergencies and clusters draw a boundary: money that comes in from outside is funding, money
/// that moves inside it is internal. Donors, recipients, statuses and on-plan only choose among flows.
/// </remarks>
public abstract record FlowFilter
{
    /// <summary>Destination countries: ISO 3166 codes, names, or FTS ids.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Destination plans: FTS ids or codes such as HAFG20.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Destination usage years.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Destination emergencies: FTS ids or names.</summary>
    public IReadOnlyList<string> Emergencies { get; init; } = [];

    /// <summary>Destination clusters: ids or names, of a plan or global.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Source organisations: FTS ids or names.</summary>
    public IReadOnlyList<string> Donors { get; init; } = [];

    /// <summary>Destination organisations: FTS ids or names.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Statuses; empty for all.</summary>
    public IReadOnlyList<FlowStatus> Statuses { get; init; } = [];

    /// <summary>Only flows with a destination plan (true) or without one (false); null for both.</summary>
    public bool? OnPlan { get; init; }

    /// <summary>Leave out flows that a person settled as reports of another flow. Default: they count, as FTS counts them.</summary>
    public bool WithoutDuplicates { get; init; }

    /// <summary>The words for a filter that lets all flows pass.</summary>
    internal const string AllFlows = "all flows";

    /// <summary>The filter in words, for headings.</summary>
    public string Describe()
    {
        var parts = new List<string>();
        Add(parts, "country", Countries);
        Add(parts, "plan", Plans);
        Add(parts, "year", Years);
        Add(parts, "emergency", Emergencies);
        Add(parts, "cluster", Clusters);
        Add(parts, "donor", Donors);
        Add(parts, "recipient", Recipients);
        Add(parts, "status", [.. Statuses.Select(status => status.ToString().ToLowerInvariant())]);
        if (OnPlan is { } onPlan) parts.Add(onPlan ? "on plan" : "not on a plan");
        if (WithoutDuplicates) parts.Add("without settled duplicates");
        return parts.Count == 0 ? AllFlows : string.Join(", ", parts);
    }

    private static void Add<T>(List<string> parts, string name, IReadOnlyList<T> values)
    {
        if (values.Count > 0) parts.Add($"{name} {string.Join(" or ", values)}");
    }
}

/// <summary>A value in a question names nothing that the ledger knows.</summary>
public sealed class UnknownValueException : Exception
{
    /// <param name="message">The whole message.</param>
    internal UnknownValueException(string message) : base(message)
    {
    }

    /// <param name="what">The kind of value.</param>
    /// <param name="value">The value given.</param>
    /// <param name="advice">Where to look.</param>
    /// <param name="similar">What the ledger knows by similar names.</param>
    public UnknownValueException(string what, string value, string advice, IReadOnlyList<string>? similar = null)
        : base($"{what} '{value}': the ledger knows none by that id or name; {(similar is { Count: > 0 } ? $"is it {string.Join(", or ", similar)}?" : advice)}")
    {
    }
}
