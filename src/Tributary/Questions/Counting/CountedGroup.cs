namespace Tributary.Questions;

/// <summary>Counted flows that are alike in all that decides which figure they belong to.</summary>
/// <param name="Boundary">incoming or internal.</param>
/// <param name="Shared">Whether only an unknown part is inside.</param>
/// <param name="Status">pledge, commitment or paid.</param>
/// <param name="Flows">How many.</param>
/// <param name="AmountUsd">Their sum.</param>
internal abstract record CountedGroup(string Boundary, bool Shared, string Status, long Flows, decimal AmountUsd)
{
    public bool IsFunding => this is { Boundary: "incoming", Shared: false } and not { Status: "pledge" };

    public bool IsCommitted => IsFunding && Status == "commitment";

    public bool IsPaid => IsFunding && Status == "paid";

    public bool IsPledged => this is { Boundary: "incoming", Shared: false, Status: "pledge" };

    public bool IsShared => this is { Boundary: "incoming", Shared: true } and not { Status: "pledge" };

    public bool IsInternal => this is { Boundary: "internal", Shared: false } and not { Status: "pledge" };
}

/// <summary>Adds up the groups of one figure.</summary>
internal static class CountedGroups
{
    /// <summary>The amount of the groups chosen.</summary>
    public static decimal AmountOf<T>(this List<T> groups, Func<T, bool> chosen) where T : CountedGroup => groups.Where(chosen).Sum(group => group.AmountUsd);

    /// <summary>The number of flows of the groups chosen.</summary>
    public static long FlowsOf<T>(this List<T> groups, Func<T, bool> chosen) where T : CountedGroup => groups.Where(chosen).Sum(group => group.Flows);
}
