using System.Globalization;

namespace Tributary.Benchmarks;

/// <summary>What a question asks about.</summary>
internal sealed record PostgresFilter(string? Country = null, int? Year = null, string? Plan = null);

/// <summary>The questions as plain SQL over the same tables: what somebody would write who keeps the flows in PostgreSQL.</summary>
/// <remarks>The names of donors and recipients come by a join with the sets' members, as in our answers.</remarks>
internal static class PostgresSql
{
    private const string Funded = "boundary = 'incoming' AND NOT is_shared AND status <> 'pledge'";
    private const string Name = "(SELECT string_agg(coalesce(m.name, m.object_id), ' + ' ORDER BY m.ordinal) FROM object_set_member m WHERE m.code = {0})";

    public static string Funding(PostgresFilter filter) => $"""
        {Counted(filter)}
        SELECT max(known_from), count(*), sum(amount_usd) FILTER (WHERE status = 'pledge'), sum(amount_usd) FILTER (WHERE boundary = 'internal'), sum(amount_usd) FILTER (WHERE is_shared),
               sum(amount_usd) FILTER (WHERE {Funded} AND status = 'paid'), sum(amount_usd), sum(amount_usd) FILTER (WHERE {Funded})
        FROM counted
        """;

    public static string Parties(PostgresFilter filter, string side) => $"""
        {Counted(filter)},
        parties AS (
            SELECT {side} AS party, count(*) FILTER (WHERE {Funded}) AS flows, sum(amount_usd) FILTER (WHERE status = 'pledge') AS pledged, sum(amount_usd) FILTER (WHERE boundary = 'internal') AS moved,
                   coalesce(sum(amount_usd) FILTER (WHERE {Funded}), 0) AS funding
            FROM counted GROUP BY 1
        )
        SELECT {Named("party")}, flows, pledged, moved, funding FROM parties ORDER BY funding DESC
        """;

    public static string Clusters(PostgresFilter filter) => $"""
        {Counted(filter)},
        moved AS (
            SELECT dst_global_cluster AS members, amount_usd AS amount FROM counted WHERE NOT is_shared AND status <> 'pledge'
            UNION ALL
            SELECT src_global_cluster, -amount_usd FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal'
        )
        SELECT {Named("members")}, (SELECT sum(value) FROM figure WHERE plan_id = {filter.Plan} AND measure = 'requirement'), amount FROM (SELECT members, sum(amount) AS amount FROM moved GROUP BY members) grouped
        """;

    // A plan's money is that of flows which name it alone, less what left it for itself.
    public static string Plans => """
        WITH single AS (SELECT code, min(object_id) AS plan FROM object_set_member WHERE type = 'Plan' GROUP BY code HAVING count(*) = 1),
        sums AS (
            SELECT d.plan, sum(f.amount_usd) AS amount
            FROM flow f JOIN single d ON d.code = f.dst_plan
            WHERE f.known_to IS NULL AND f.status <> 'pledge'
              AND NOT (coalesce(NOT f.new_money, f.stated_boundary = 'internal')
                       AND (f.source_partial OR EXISTS (SELECT 1 FROM object_set_member m WHERE m.code = f.src_plan AND m.object_id = d.plan AND m.behaviour <> 'overlap')))
            GROUP BY d.plan
        )
        SELECT p.plan_id, p.name, (SELECT max(value) FROM figure g WHERE g.plan_id = p.plan_id AND g.measure = 'requirement'), coalesce(s.amount, 0)
        FROM (SELECT DISTINCT ON (plan_id) plan_id, name FROM plan ORDER BY plan_id, document DESC) p LEFT JOIN sums s ON s.plan = p.plan_id::text
        """;

    public static string Funds => $"""
        WITH fund AS (SELECT DISTINCT code FROM object_set_member WHERE type = 'Organization' AND kinds ILIKE '%pooled fund%'),
        moved AS (
            SELECT dst_organization AS fund, dst_usage_year AS year, amount_usd AS came, 0 AS went FROM flow JOIN fund ON code = dst_organization WHERE known_to IS NULL AND status <> 'pledge' AND src_organization IS DISTINCT FROM dst_organization
            UNION ALL
            SELECT src_organization, src_usage_year, 0, amount_usd FROM flow JOIN fund ON code = src_organization WHERE known_to IS NULL AND status <> 'pledge' AND src_organization IS DISTINCT FROM dst_organization
        )
        SELECT {Named("fund")}, {Named("year")}, came, went, came + went FROM (SELECT fund, year, sum(came) AS came, sum(went) AS went FROM moved GROUP BY 1, 2) grouped
        """;

    public static string Hidden(PostgresFilter filter) => $"""
        {Counted(filter)},
        several AS (SELECT code FROM object_set_member GROUP BY code HAVING count(*) > 1),
        moved AS (
            SELECT dst_global_cluster AS cluster, dst_plan AS plan, amount_usd AS amount FROM counted WHERE NOT is_shared AND status <> 'pledge'
            UNION ALL
            SELECT src_global_cluster, src_plan, -amount_usd FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal'
        )
        SELECT 'cluster', {Named("cluster")}, sum(amount) FROM moved WHERE cluster IS NULL OR cluster IN (SELECT code FROM several) GROUP BY cluster
        UNION ALL
        SELECT 'plan', {Named("plan")}, sum(amount) FROM moved WHERE plan IS NULL OR plan IN (SELECT code FROM several) GROUP BY plan
        """;

    public static string Quality(PostgresFilter filter, string side = "src_organization") => $"""
        {Counted(filter)},
        several AS (SELECT code FROM object_set_member WHERE type IN ('UsageYear', 'Location') GROUP BY code HAVING count(*) > 1),
        judged AS (SELECT *, first_reported - decision_date AS delay FROM counted)
        SELECT {Named("line")}, flows, amount, half, most, undecided, undescribed, unreceived, unclustered, unplanned, years, places, zeros, late
        FROM (
            SELECT {side} AS line, count(*) AS flows, sum(amount_usd) AS amount, percentile_disc(0.5) WITHIN GROUP (ORDER BY delay) AS half, percentile_disc(0.9) WITHIN GROUP (ORDER BY delay) AS most,
                   count(*) FILTER (WHERE decision_date IS NULL) AS undecided, count(*) FILTER (WHERE description IS NULL) AS undescribed, count(*) FILTER (WHERE dst_organization IS NULL) AS unreceived,
                   count(*) FILTER (WHERE coalesce(dst_cluster, dst_global_cluster) IS NULL) AS unclustered, count(*) FILTER (WHERE dst_plan IS NULL) AS unplanned,
                   count(*) FILTER (WHERE dst_usage_year IN (SELECT code FROM several)) AS years, count(*) FILTER (WHERE dst_location IN (SELECT code FROM several)) AS places,
                   count(*) FILTER (WHERE amount_usd = 0) AS zeros, count(*) FILTER (WHERE delay > 30) AS late
            FROM judged GROUP BY 1
        ) grouped
        """;

    public static string Duplicates(PostgresFilter filter) => $"""
        {Counted(filter)},
        named AS (SELECT c.*, {Named("src_organization")} AS donor, {Named("dst_organization")} AS recipient FROM counted c WHERE amount_usd <> 0 AND date IS NOT NULL AND src_organization IS NOT NULL AND dst_organization IS NOT NULL),
        repeated AS (SELECT donor, recipient, amount_usd, date FROM named GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
        alike AS (SELECT n.* FROM named n JOIN repeated USING (donor, recipient, amount_usd, date))
        SELECT a.flow_id, b.flow_id, a.description = b.description, a.ref_code = b.ref_code, a.dst_plan IS NOT DISTINCT FROM b.dst_plan, 1
        FROM alike a JOIN alike b USING (donor, recipient, amount_usd, date)
        WHERE a.flow_id < b.flow_id AND a.parent_flow_id IS DISTINCT FROM b.flow_id AND b.parent_flow_id IS DISTINCT FROM a.flow_id
        """;

    public static string History(PostgresFilter filter) => $"""
        {Counted(filter, "(known_to IS NULL OR known_to > known_from)")},
        funded AS (SELECT flow_id, document, known_from, known_to, CASE WHEN {Funded} THEN amount_usd ELSE 0 END AS amount FROM counted),
        moved AS (
            SELECT coalesce(b.known_from, e.known_to) AS day, b.document, coalesce(b.amount, 0) - coalesce(e.amount, 0) AS change
            FROM funded b FULL JOIN (SELECT * FROM funded WHERE known_to IS NOT NULL) e ON e.flow_id = b.flow_id AND e.known_to = b.known_from
        )
        SELECT day, document, count(*), sum(change) FROM moved WHERE change <> 0 GROUP BY 1, 2 ORDER BY 1, 2
        """;

    public static string Diff(PostgresFilter filter)
    {
        var (then, now) = (Day(QuestionLedger.First), Day(QuestionLedger.Again));
        var counted = Counted(filter, "true");
        return $"""
            {counted},
            b AS (SELECT * FROM counted WHERE known_from <= {then} AND (known_to IS NULL OR known_to > {then})),
            a AS (SELECT * FROM counted WHERE known_from <= {now} AND (known_to IS NULL OR known_to > {now}))
            SELECT coalesce(a.flow_id, b.flow_id), b.amount_usd, a.amount_usd, b.status, a.status, b.date, a.date, b.description, a.description, b.dst_organization, a.dst_organization, b.dst_plan, a.dst_plan, 1
            FROM b FULL JOIN a ON a.flow_id = b.flow_id
            WHERE (b.document, b.place) IS DISTINCT FROM (a.document, a.place)
              AND (b.amount_usd, b.original_amount, b.original_currency, b.exchange_rate, b.status, b.flow_type, b.contribution_type, b.method, b.keywords, b.budget_year, b.date, b.decision_date, b.first_reported, b.description, b.ref_code,
                   b.src_organization, b.src_location, b.src_usage_year, b.dst_organization, b.dst_location, b.dst_usage_year, b.dst_plan, b.dst_emergency, b.dst_global_cluster, b.dst_project, b.boundary, b.is_shared)
                  IS DISTINCT FROM
                  (a.amount_usd, a.original_amount, a.original_currency, a.exchange_rate, a.status, a.flow_type, a.contribution_type, a.method, a.keywords, a.budget_year, a.date, a.decision_date, a.first_reported, a.description, a.ref_code,
                   a.src_organization, a.src_location, a.src_usage_year, a.dst_organization, a.dst_location, a.dst_usage_year, a.dst_plan, a.dst_emergency, a.dst_global_cluster, a.dst_project, a.boundary, a.is_shared)
            """;
    }

    // Every flow that was a pledge at some time, by the last word on it as a pledge, and what it is now.
    public static string Pledges(PostgresFilter filter) => $"""
        {Counted(filter, "true")},
        pledged AS (SELECT DISTINCT ON (flow_id) * FROM counted WHERE status = 'pledge' AND boundary = 'incoming' ORDER BY flow_id, known_to IS NULL DESC, known_from DESC)
        SELECT p.flow_id, {Named("p.src_organization")}, coalesce(p.decision_date, p.date), p.document, p.place, now.status, now.amount_usd, p.amount_usd
        FROM pledged p LEFT JOIN counted now ON now.flow_id = p.flow_id AND now.known_to IS NULL
        WHERE NOT p.is_shared
        ORDER BY p.amount_usd DESC
        """;

    public static string Flows(PostgresFilter filter, int limit) => $"""
        {Counted(filter)},
        top AS (SELECT * FROM counted ORDER BY amount_usd DESC, flow_id LIMIT {limit})
        SELECT flow_id, status, boundary, date, description, {Named("src_organization")}, {Named("dst_organization")}, {Named("dst_plan")}, (SELECT count(*) FROM counted), (SELECT sum(amount_usd) FROM counted), amount_usd FROM top
        """;

    public static string Explain(PostgresFilter filter, string donor) => $"""
        {Counted(filter)}
        SELECT flow_id, status, boundary, date, description, {Named("src_organization")}, {Named("dst_organization")}, {Named("dst_plan")}, document, place, amount_usd
        FROM counted
        WHERE {Funded} AND src_organization IN (SELECT code FROM object_set_member WHERE type = 'Organization' AND name = '{donor.Replace("'", "''", StringComparison.Ordinal)}')
        ORDER BY amount_usd DESC, flow_id
        """;

    public static string Trace(long flow) => string.Create(CultureInfo.InvariantCulture, $"""
        WITH RECURSIVE up AS (
            SELECT flow_id, parent_flow_id FROM flow WHERE flow_id = {flow} AND known_to IS NULL
            UNION ALL
            SELECT p.flow_id, p.parent_flow_id FROM flow p JOIN up ON p.flow_id = up.parent_flow_id WHERE p.known_to IS NULL
        ),
        down AS (
            SELECT flow_id, 0 AS depth FROM up WHERE parent_flow_id IS NULL
            UNION ALL
            SELECT c.flow_id, down.depth + 1 FROM flow c JOIN down ON c.parent_flow_id = down.flow_id WHERE c.known_to IS NULL AND down.depth < 64
        )
        SELECT f.flow_id, depth, f.status, f.date, f.description, {Named("f.src_organization")}, {Named("f.dst_organization")}, {Named("f.dst_location")}, f.document, f.place, f.amount_usd
        FROM down JOIN flow f ON f.flow_id = down.flow_id AND f.known_to IS NULL
        """);

    /// <summary>The rules of counting: a row for each flow whose destination is inside.</summary>
    private static string Counted(PostgresFilter filter, string word = "known_to IS NULL")
    {
        List<(string Type, string Column, string Inside)> edges = [];
        if (filter.Country is { } country) edges.Add(("Location", "location", $"object_code = '{country}' OR (object_code IS NULL AND name = 'Afghanistan')"));
        if (filter.Plan is { } plan) edges.Add(("Plan", "plan", $"object_id = '{plan}'"));
        if (filter.Year is { } year) edges.Add(("UsageYear", "usage_year", string.Create(CultureInfo.InvariantCulture, $"name = '{year}'")));
        var sets = edges.Select(edge => $"""
            {edge.Column} AS (SELECT code, bool_or(behaviour = 'shared') AND NOT bool_and({edge.Inside}) AS shared FROM object_set_member WHERE type = '{edge.Type}' GROUP BY code HAVING bool_or({edge.Inside})),
            src_{edge.Column}_inside AS (SELECT DISTINCT code FROM object_set_member WHERE type = '{edge.Type}' AND ({edge.Inside}) AND behaviour <> 'overlap'),
            """);
        var joins = edges.Select(edge => $"JOIN {edge.Column} ON {edge.Column}.code = f.dst_{edge.Column}");
        var source = edges.Select(edge => $"{(edge.Column == "plan" ? "(f.source_partial OR " : "(")}f.src_{edge.Column} IN (SELECT code FROM src_{edge.Column}_inside))");
        return $"""
            WITH RECURSIVE {string.Join("\n", sets)}
            counted AS (
                SELECT f.*, {(edges.Count == 0 ? "false" : string.Join(" OR ", edges.Select(edge => $"{edge.Column}.shared")))} AS is_shared,
                       CASE WHEN coalesce({(edges.Count == 0 ? "true" : string.Join(" AND ", source))}, false) AND coalesce(NOT f.new_money, f.stated_boundary = 'internal') THEN 'internal' ELSE 'incoming' END AS boundary
                FROM flow f {string.Join(' ', joins)}
                WHERE {word}
            )
            """;
    }

    private static string Named(string set) => string.Format(CultureInfo.InvariantCulture, Name, set);

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");
}
