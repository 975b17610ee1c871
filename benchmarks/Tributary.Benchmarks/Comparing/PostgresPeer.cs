using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Npgsql;

namespace Tributary.Benchmarks;

/// <summary>A PostgreSQL with the rows of a ledger's snapshot, for comparison.</summary>
/// <remarks>The tables are the snapshot's own, with the same numbers for sets: that PostgreSQL profits from them too makes the comparison no easier for us.</remarks>
internal sealed class PostgresPeer : IDisposable
{
    private static readonly (string Name, string Values)[] Enums =
    [
        ("flow_status", "'pledge', 'commitment', 'paid'"), ("flow_boundary", "'incoming', 'internal', 'outgoing'"), ("flow_on_boundary", "'single', 'shared'"),
        ("object_type", "'Organization', 'Location', 'UsageYear', 'Plan', 'Emergency', 'Cluster', 'GlobalCluster', 'Project'"), ("behaviour", "'single', 'shared', 'overlap'"),
        ("measure", "'original_requirement', 'requirement', 'funding', 'shared_funding', 'overlap_funding', 'on_boundary_funding', 'covid_funding', 'pledges', 'flow_count'"),
        ("figure_grouping", "'total', 'cluster', 'global_cluster', 'location', 'other'"),
    ];

    private static readonly string[] Tables = ["flow", "flow_child", "object_set_member", "document", "plan", "figure"];

    private static readonly string[] Indexes =
    [
        "flow (flow_id)", "flow (parent_flow_id)", "flow (dst_location, dst_usage_year)", "flow (dst_plan)", "flow (dst_usage_year)", "flow (src_organization)", "flow (dst_organization)", "flow (known_to)",
        "flow_child (child_flow_id)", "object_set_member (code)", "object_set_member (type, object_code)", "object_set_member (type, name)",
    ];

    private readonly NpgsqlConnection _connection;

    private PostgresPeer(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Connects, and loads a snapshot unless it is there.</summary>
    /// <param name="connection">Npgsql's connection string, of a database of the benchmark's own.</param>
    /// <param name="ledger">The ledger's folder.</param>
    /// <param name="scratch">Takes the rows on their way.</param>
    /// <param name="tell">Hears how it goes on.</param>
    public static PostgresPeer Load(string connection, string ledger, ScratchFolder scratch, Action<string> tell)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0 }.ConnectionString);
        opened.Open();
        var peer = new PostgresPeer(opened);
        peer.Execute("SET work_mem = '256MB'; SET max_parallel_workers_per_gather = 2; SET random_page_cost = 1.1; SET effective_cache_size = '16GB'; SET maintenance_work_mem = '1GB'");
        if (peer.Scalar("SELECT count(*) FROM information_schema.tables WHERE table_name = 'loaded'") == 0) peer.Copy(ledger, scratch, tell);
        // The enums came after the connection.
        opened.ReloadTypes();
        return peer;
    }

    /// <summary>Runs a query, reads every row, and adds up the last column.</summary>
    public decimal Ask(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        using var rows = command.ExecuteReader();
        var sum = 0m;
        var values = new object[rows.FieldCount];
        while (rows.Read())
        {
            rows.GetValues(values);
            if (values[^1] is not DBNull) sum += Convert.ToDecimal(values[^1], CultureInfo.InvariantCulture);
        }
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Copy(string ledger, ScratchFolder scratch, Action<string> tell)
    {
        var snapshot = Directory.GetFiles(Path.Combine(ledger, "facts"), "snap-*.duckdb").Order(StringComparer.Ordinal).Last();
        using var facts = new DuckDBConnection($"DataSource={snapshot};access_mode=read_only");
        facts.Open();
        foreach (var (name, values) in Enums) Execute($"DROP TYPE IF EXISTS {name} CASCADE; CREATE TYPE {name} AS ENUM ({values})");
        foreach (var table in Tables)
        {
            var time = Stopwatch.StartNew();
            Create(facts, table);
            Fill(facts, table, scratch);
            tell($"PostgreSQL: {table} in {time.Elapsed.TotalSeconds:0} s");
        }
        foreach (var index in Indexes) Execute($"CREATE INDEX ON {index}");
        Execute("VACUUM ANALYZE");
        Execute("CREATE TABLE loaded (at TIMESTAMP DEFAULT now())");
        tell("PostgreSQL: indexes and statistics");
    }

    private void Create(DuckDBConnection facts, string table)
    {
        using var command = facts.CreateCommand();
        command.CommandText = $"SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position";
        using var rows = command.ExecuteReader();
        var columns = new List<string>();
        while (rows.Read()) columns.Add($"{rows.GetString(0)} {TypeOf(table, rows.GetString(0), rows.GetString(1))}");
        Execute($"DROP TABLE IF EXISTS {table}; CREATE TABLE {table} ({string.Join(", ", columns)})");
    }

    private static string TypeOf(string table, string column, string type) => (table, column) switch
    {
        ("flow", "status") => "flow_status",
        ("flow", "stated_boundary") => "flow_boundary",
        ("flow", "stated_on_boundary") => "flow_on_boundary",
        ("object_set_member", "type") => "object_type",
        ("object_set_member", "behaviour") => "behaviour",
        ("figure", "measure") => "measure",
        ("figure", "grouping") => "figure_grouping",
        _ => type switch { "VARCHAR" => "TEXT", "UBIGINT" => "NUMERIC(20)", _ => type },
    };

    private void Fill(DuckDBConnection facts, string table, ScratchFolder scratch)
    {
        var path = scratch.PathOf(table + ".csv");
        using (var command = facts.CreateCommand())
        {
            command.CommandText = $"COPY {table} TO '{path}' (FORMAT csv, HEADER false, NULLSTR '\\N')";
            command.ExecuteNonQuery();
        }
        using (var writer = _connection.BeginTextImport($"COPY {table} FROM STDIN (FORMAT csv, NULL '\\N')"))
        using (var reader = new StreamReader(path))
        {
            var buffer = new char[1 << 16];
            for (int read; (read = reader.Read(buffer)) > 0;) writer.Write(buffer, 0, read);
        }
        File.Delete(path);
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    private long Scalar(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
