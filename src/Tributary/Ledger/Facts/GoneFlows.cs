using System.Globalization;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>Finds the statements of flows that a whole answer for their scope no longer has.</summary>
/// <param name="Scope">What was asked for.</param>
/// <param name="Day">When it was answered.</param>
/// <param name="Documents">The answer's documents, by their numbers in the facts.</param>
internal sealed record GoneFlows(FlowScope Scope, DateOnly Day, IReadOnlyList<int> Documents)
{
    /// <summary>A query for them: flow, document, place and day. Those that were gone before are left out.</summary>
    /// <param name="sets">The facts' sets by number. There are few, so each is judged here, and the query compares numbers.</param>
    /// <param name="further">Which statements to look at: a condition on <c>f</c>.</param>
    public string Sql(IReadOnlyCollection<KeyValuePair<int, ObjectSet>> sets, string further)
    {
        var inside = Scope.Objects.GroupBy(thing => thing.Type).Select(edge => Inside(edge.Key, [.. edge], sets));
        return FactDatabase.Sql("Ledger/Facts/gone.sql")
            .Replace("$day", string.Create(CultureInfo.InvariantCulture, $"DATE '{Day:yyyy-MM-dd}'"), StringComparison.Ordinal)
            .Replace("$further", further, StringComparison.Ordinal)
            .Replace("$inside", string.Join("\n  AND ", inside), StringComparison.Ordinal)
            .Replace("$documents", Documents.Count == 0 ? "NULL" : string.Join(',', Documents), StringComparison.Ordinal);
    }

    private static string Inside(ObjectType type, List<ScopeObject> edge, IEnumerable<KeyValuePair<int, ObjectSet>> sets)
    {
        var codes = sets.Where(set => set.Value.Type == type && set.Value.Members.Any(member => edge.Exists(thing => thing.Means(member)))).Select(set => set.Key).Order().ToList();
        return codes.Count == 0 ? "false" : $"f.{FlowColumns.Of(Side.Destination, type)} IN ({string.Join(',', codes)})";
    }
}
