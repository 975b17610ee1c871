using System.Globalization;
using DuckDB.NET.Data;

namespace Tributary.Ledgers;

/// <summary>Opens DuckDB files so that nothing but that file is ever touched.</summary>
internal static class FactDatabase
{
    /// <summary>The version of the fact tables. An older snapshot is made again from documents and journal.</summary>
    public const int Format = 1;

    private static readonly Lock Confining = new();

    /// <summary>Opens a published snapshot for reading.</summary>
    /// <param name="path">The snapshot's file.</param>
    /// <param name="spill">A folder for what does not fit memory.</param>
    public static DuckDBConnection OpenForReading(string path, string spill) => Open(path, "access_mode=read_only;memory_limit=1GB;", spill);

    /// <summary>Opens or makes a snapshot that is not published yet.</summary>
    /// <remarks>With one thread: rows come from one thread at a time, and while a second one waits for a share of the work it keeps a processor busy that reading and compressing need.</remarks>
    public static DuckDBConnection OpenForWriting(string path, string spill) => Open(path, "threads=1;memory_limit=640MB;", spill);

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

    /// <summary>An exact amount without the zeros that the column's scale adds.</summary>
    public static decimal GetAmount(this DuckDBDataReader row, int column) => row.GetDecimal(column) / 1.000000000000000000000000000000m;

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

    // No extension is loaded, no other file or address is opened, and a query cannot change that.
    private static DuckDBConnection Open(string path, string settings, string spill)
    {
        var connection = new DuckDBConnection(
            $"Data Source={path};{settings}temp_directory={spill};autoinstall_known_extensions=false;autoload_known_extensions=false");
        try
        {
            connection.Open();
            Confine(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Connections of one process to one file share a database, whose settings another thread may have locked already, or be locking.
    private static void Confine(DuckDBConnection connection)
    {
        lock (Confining)
        {
            if (connection.Scalar("SELECT current_setting('lock_configuration')::INTEGER") != 0) return;
            connection.Execute("SET enable_external_access = false; SET lock_configuration = true");
        }
    }
}
