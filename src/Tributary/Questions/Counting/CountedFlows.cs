using System.Globalization;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The flows that a question is about, each with its boundary: the one place where the rules of counting are applied.</summary>
/// <remarks>
/// <c>docs/counting.md</c> has the rules. Sets of objects are judged in C# (there are few), flows in SQL (there are many):
/// the query compares small numbers only, and no text of a user ever enters it.
/// </remarks>
internal sealed class CountedFlows
{
    /// <summary>What makes a boundary inferred rather than stated, for people.</summary>
    public const string InferredBasis = "HDX's CSV files state neither whether money is new nor the source's plan: where the source is inside as far as they tell, the boundary they state for their own country query is taken";

    private readonly string _sql;

    private CountedFlows(string sql, IReadOnlyList<BoundaryEdge> edges) => (_sql, Edges) = (sql, edges);

    /// <summary>The edges of the boundary.</summary>
    public IReadOnlyList<BoundaryEdge> Edges { get; }

    /// <summary>A query's beginning: defines <c>counted</c>, a row for each flow whose destination is inside.</summary>
    /// <remarks>Beside the columns of <c>flow</c> it has <c>boundary</c> (incoming, internal), <c>is_shared</c> and <c>is_inferred</c>.</remarks>
    public string With(string rest) => Complete("", "inside") + rest;

    /// <summary>The same over groups of flows, of which there are few: <c>counted</c> has a row for each, with <c>flow_count</c>, the sum as <c>amount_usd</c>, and the latest <c>known_from</c>.</summary>
    /// <remarks>What is asked of groups costs half of what it does of flows: the rules of counting are then applied to thousands of rows, not millions.</remarks>
    /// <param name="columns">The columns of <c>flow</c> that tell groups apart, beside status and what boundaries depend on.</param>
    /// <param name="rest">What is asked.</param>
    public string WithGroups(IEnumerable<string> columns, string rest) => Complete(FactDatabase.Sql("Questions/Counting/groups.sql").Replace("$columns", string.Concat(columns.Select(column => column + ", ")), StringComparison.Ordinal), "groups") + rest;

    private string Complete(string grouped, string of) => _sql.Replace("$grouped", grouped, StringComparison.Ordinal).Replace("$of", of, StringComparison.Ordinal);

    /// <summary>Finds what the filter's values name and draws its boundary.</summary>
    /// <exception cref="UnknownValueException">A value names nothing that the ledger knows.</exception>
    public static CountedFlows Of(Facts facts, FlowFilter filter) => Of(facts, filter, facts.LatestWord);

    /// <summary>The same, or null when a value names nothing that was known on the day: then no flow was meant by it.</summary>
    public static CountedFlows? OfKnown(Facts facts, FlowFilter filter)
    {
        try
        {
            return Of(facts, filter);
        }
        catch (UnknownValueException)
        {
            return null;
        }
    }

    /// <summary>The same for every statement that ever was the latest word, up to the day as of which the facts are read.</summary>
    /// <exception cref="UnknownValueException">A value names nothing that the ledger knows.</exception>
    public static CountedFlows OfAllTimes(Facts facts, FlowFilter filter) => Of(facts, filter, facts.EverLatestWord);

    /// <summary>The same over all statements of each flow, early and late, also those that never were the latest word.</summary>
    /// <exception cref="UnknownValueException">A value names nothing that the ledger knows.</exception>
    public static CountedFlows OfAllStatements(Facts facts, FlowFilter filter) => Of(facts, filter, facts.WasStated);

    private static CountedFlows Of(Facts facts, FlowFilter filter, string word)
    {
        var edges = Draw(facts, filter);
        List<string> joins = [.. edges.Select(JoinOf), .. OrganizationJoins(facts, filter)];
        List<string> where = [$"({word})", .. Choices(facts, filter)];
        var sourceInside = edges.Count == 0 ? "true" : string.Join(" AND ", edges.Select(SourceInside));
        var shared = edges.Count == 0 ? "false" : string.Join(" OR ", edges.Select(edge => $"in_{edge.Type}.shared"));
        return new CountedFlows(FactDatabase.Sql("Questions/Counting/counted.sql")
            .Replace("$source_inside", $"coalesce({sourceInside}, false)", StringComparison.Ordinal)
            .Replace("$shared", shared, StringComparison.Ordinal)
            .Replace("$joins", string.Join("\n    ", joins), StringComparison.Ordinal)
            .Replace("$where", string.Join("\n      AND ", where), StringComparison.Ordinal), edges);
    }

    /// <summary>Which kind of cluster a question's cluster values name: a plan's own where there is one, else the global ones.</summary>
    public static ObjectType ClusterTypeOf(Facts facts, IReadOnlyList<string> clusters, bool planGiven)
    {
        var names = clusters.All(value => int.TryParse(value, out var id) ? !GlobalClusters.Contains(id) : Knows(facts, ObjectType.Cluster, value));
        var globals = clusters.All(value => int.TryParse(value, out var id) ? GlobalClusters.Contains(id) : Knows(facts, ObjectType.GlobalCluster, value));
        return names && (planGiven || !globals) ? ObjectType.Cluster : ObjectType.GlobalCluster;
    }

    private static List<BoundaryEdge> Draw(Facts facts, FlowFilter filter)
    {
        var edges = new List<BoundaryEdge>();
        if (filter.Countries.Count > 0) edges.Add(BoundaryEdge.Draw(facts, ObjectType.Location, ObjectMatcher.ForCountries(facts, filter.Countries)));
        if (filter.Plans.Count > 0) edges.Add(BoundaryEdge.Draw(facts, ObjectType.Plan, ObjectMatcher.ForPlans(facts, filter.Plans)));
        if (filter.Years.Count > 0) edges.Add(BoundaryEdge.Draw(facts, ObjectType.UsageYear, ObjectMatcher.ForYears(facts, filter.Years)));
        if (filter.Emergencies.Count > 0)
        {
            edges.Add(BoundaryEdge.Draw(facts, ObjectType.Emergency, ObjectMatcher.ForNames(facts, ObjectType.Emergency, filter.Emergencies, "emergency", "give an FTS id such as 911, or the whole name")));
        }
        if (filter.Clusters.Count > 0)
        {
            var type = ClusterTypeOf(facts, filter.Clusters, filter.Plans.Count > 0);
            edges.Add(BoundaryEdge.Draw(facts, type, ObjectMatcher.ForNames(facts, type, filter.Clusters, "cluster", "`tributary coverage --plan ID` lists a plan's clusters")));
        }
        return edges;
    }

    private static IEnumerable<string> Choices(Facts facts, FlowFilter filter)
    {
        if (filter.WithoutDuplicates && Settlements.Of(facts).Left is { Count: > 0 } left) yield return $"flow_id NOT IN ({string.Join(',', left)})";
        if (filter.Statuses.Count > 0) yield return $"status IN ({string.Join(", ", filter.Statuses.Select(status => $"'{status.ToString().ToLowerInvariant()}'"))})";
        if (filter.OnPlan is { } onPlan) yield return $"dst_plan IS {(onPlan ? "NOT " : "")}NULL";
    }

    private static IEnumerable<string> OrganizationJoins(Facts facts, FlowFilter filter)
    {
        if (filter.Donors.Count > 0) yield return JoinOf(facts, Side.Source, "in_donors", filter.Donors, "donor", "`tributary donors` lists them");
        if (filter.Recipients.Count > 0) yield return JoinOf(facts, Side.Destination, "in_recipients", filter.Recipients, "recipient", "`tributary recipients` lists them");
    }

    private static string JoinOf(Facts facts, Side side, string name, IReadOnlyList<string> values, string what, string advice)
    {
        var named = ObjectMatcher.ForNames(facts, ObjectType.Organization, values, what, advice);
        var sets = facts.Sets(ObjectType.Organization).Where(set => set.Value.Members.Any(named.Matches)).Select(set => (set.Key, Shared: false));
        return Join(name, FlowColumns.Of(side, ObjectType.Organization), [.. sets]);
    }

    private static string JoinOf(BoundaryEdge edge)
    {
        var shared = edge.Shared.ToHashSet();
        return Join($"in_{edge.Type}", FlowColumns.Of(Side.Destination, edge.Type), [.. edge.DestinationInside.Select(code => (code, shared.Contains(code)))]);
    }

    // A join with a few rows, not IN (…): each join leaves the next one fewer flows to look at, which is three times as fast.
    private static string Join(string name, string column, IReadOnlyList<(int Code, bool Shared)> sets)
    {
        var rows = sets.Count == 0 ? "SELECT 0, false WHERE false" : "VALUES " + string.Join(", ", sets.Select(set => string.Create(CultureInfo.InvariantCulture, $"({set.Code}, {(set.Shared ? "true" : "false")})")));
        return $"JOIN ({rows}) AS {name}(code, shared) ON {column} = {name}.code";
    }

    // What a partial source does not state cannot put it outside.
    private static string SourceInside(BoundaryEdge edge)
    {
        var inside = In(Side.Source, edge.Type, edge.SourceInside);
        return edge.Type is ObjectType.Location or ObjectType.UsageYear ? inside : $"(source_partial OR {inside})";
    }

    private static string In(Side side, ObjectType type, IReadOnlyList<int> codes) => codes.Count == 0
        ? "false"
        : string.Create(CultureInfo.InvariantCulture, $"{FlowColumns.Of(side, type)} IN ({string.Join(',', codes)})");

    private static bool Knows(Facts facts, ObjectType type, string value) =>
        facts.Sets(type).Values.Any(set => set.Members.Any(member => ObjectMatcher.IsNamed(member, value)));
}
