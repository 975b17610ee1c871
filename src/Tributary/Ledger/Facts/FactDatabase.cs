using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Money;

namespace Tributary.Ledgers;

/// <summary>Opens DuckDB files so that nothing but that file is ever touched.</summary>
internal static class FactDatabase
{
    /// <summary>The version of the fact tables. An older snapshot is made again from documents and journal.</summary>
    public const int Format = 6;

    /// <summary>The tables, besides <c>flow</c>, whose rows a document states: each has a column <c>document</c>.</summary>
    public static readonly IReadOnlyList<string> StatedTables = ["flow_child", "flow_report", "plan", "figure", "location", "exchange_rate", "list_version", "listed_entry", "activity", "activity_party", "activity_share", "activity_scope", "related_activity", "activity_transaction", "iati_budget", "organisation", "evidence", "evidence_span", "issue", "issue_count", "ignored_field"];

    private static string[] Classification => ["flow_type", "finance_type", "aid_type", "tied_status"];

    private static string[] Sides => ["provider_ref", "provider_type", "provider_name", "receiver_ref", "receiver_type", "receiver_name"];

    /// <summary>The columns of those tables that hold numbers of terms.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> TermColumns = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["activity"] = ["version", "reporter_ref", "reporter_type", "reporter_name", "status", "default_currency", "default_language", .. Classification],
        ["activity_party"] = ["role", "ref", "type", "name", "crs_channel"],
        ["activity_share"] = ["vocabulary", "code", "name"],
        ["activity_scope"] = ["type", "vocabulary", "code", "name"],
        ["related_activity"] = ["type"],
        ["activity_transaction"] = ["type", "currency", .. Sides, "channel", .. Classification],
        ["iati_budget"] = ["type", "status", "currency", .. Sides],
        ["organisation"] = ["version", "name", "reporter_ref", "reporter_type", "reporter_name", "default_currency"],
    };

    private static readonly Lock Locking = new();

    /// <summary>What a reader may keep in memory: a quarter of the machine's, and never less than a gigabyte. What is read once is not read again.</summary>
    private static readonly long ReadingMegabytes = Math.Max(1024, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 >> 20);

    /// <summary>Opens a published snapshot for reading.</summary>
    /// <param name="path">The snapshot's file.</param>
    /// <param name="spill">A folder for what does not fit memory.</param>
    /// <remarks>A join with up to a few thousand rows skips every block of the other side that has none of them.</remarks>
    public static DuckDBConnection OpenForReading(string path, string spill) => Open(path, spill, "", ("access_mode", "read_only"), ("memory_limit", $"{ReadingMegabytes}MB"), ("dynamic_or_filter_threshold", "5000"));

    /// <summary>Opens or makes a snapshot that is not published yet.</summary>
    /// <remarks>With one thread: rows come from one thread at a time, and while a second one waits for a share of the work it keeps a processor busy that reading and compressing need.</remarks>
    public static DuckDBConnection OpenForWriting(string path, string spill) => Open(path, spill, "", ("threads", "1"), ("memory_limit", "200MB"));

    /// <summary>Opens a database in memory from which one file may be written, and nothing else.</summary>
    /// <param name="target">The file that may be written.</param>
    /// <param name="spill">A folder for what does not fit memory.</param>
    /// <param name="snapshot">A published snapshot, whose tables are then at hand for reading; null for none.</param>
    public static DuckDBConnection OpenForExport(string target, string spill, string? snapshot)
    {
        var before = snapshot is null ? "" : $"ATTACH {Literal(snapshot)} AS facts (READ_ONLY); USE facts; ";
        return Open(":memory:", spill, $"{before}SET allowed_paths = [{Literal(target)}]; ", ("memory_limit", "1GB"));
    }

    /// <summary>Text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Runs a statement that gives no rows.</summary>
    public static int Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a query that gives one whole number.</summary>
    public static long Scalar(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a query and makes something of each row.</summary>
    public static List<T> Column<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> make)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var made = new List<T>();
        while (rows.Read()) made.Add(make(rows));
        return made;
    }

    /// <summary>Runs a query that gives a column of numbers.</summary>
    public static List<int> Column(this DuckDBConnection connection, string sql) => connection.Column(sql, row => row.GetInt32(0));

    /// <summary>An exact amount without the zeros that the column's scale adds.</summary>
    public static decimal GetAmount(this DuckDBDataReader row, int column) => ScaledDecimal.WithoutZeros(row.GetDecimal(column));

    /// <summary>Text, or null.</summary>
    public static string? GetText(this DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A whole number, or null.</summary>
    public static int? GetNumber(this DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>A day, or null.</summary>
    public static DateOnly? GetDay(this DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    /// <summary>The text of a .sql file that lies beside the code.</summary>
    public static string Sql(string name)
    {
        using var stream = typeof(FactDatabase).Assembly.GetManifestResourceStream(name)
            ?? throw new System.Diagnostics.UnreachableException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // No extension is loaded, no other file or address is opened but the target, and a query cannot change that.
    private static DuckDBConnection Open(string path, string spill, string before, params ReadOnlySpan<(string Name, string Value)> settings)
    {
        // Built, not written: a folder's name may hold what would be a setting.
        var text = new DuckDBConnectionStringBuilder
        {
            DataSource = path,
            ["temp_directory"] = spill,
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        };
        foreach (var (name, value) in settings) text[name] = value;
        var connection = new DuckDBConnection(text.ConnectionString);
        try
        {
            connection.Open();
            LockSettings(connection, before);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Connections of one process to one file share a database: another thread may have locked its settings already.
    private static void LockSettings(DuckDBConnection connection, string before)
    {
        lock (Locking)
        {
            if (connection.Scalar("SELECT current_setting('lock_configuration')::INTEGER") == 1) return;
            connection.Execute(before + "SET enable_external_access = false; SET lock_configuration = true");
        }
    }
}
