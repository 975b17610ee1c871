using DuckDB.NET.Data;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>Reads the object sets of a snapshot.</summary>
internal static class ObjectSets
{
    /// <summary>All sets by code.</summary>
    public static Dictionary<int, ObjectSet> Load(DuckDBConnection connection) => Load(connection, "true");

    /// <summary>The sets of one type by code: those that a document names.</summary>
    public static Dictionary<int, ObjectSet> Load(DuckDBConnection connection, ObjectType type) =>
        Load(connection, $"type = '{type}' AND code IN (SELECT code FROM object_set_known)");

    /// <summary>The first day on which each set was known.</summary>
    public static Dictionary<int, DateOnly> LoadKnownFrom(DuckDBConnection connection) =>
        connection.Column("SELECT code, min(known_from) FROM object_set_known GROUP BY code", row => KeyValuePair.Create(row.GetInt32(0), row.GetFieldValue<DateOnly>(1))).ToDictionary();

    private static Dictionary<int, ObjectSet> Load(DuckDBConnection connection, string where)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT code, type::VARCHAR, object_id, name, object_code, behaviour::VARCHAR, kinds, subkinds FROM object_set_member WHERE {where} ORDER BY code, ordinal";
        using var rows = command.ExecuteReader();
        var sets = new Dictionary<int, ObjectSet>();
        var members = new List<FlowObject>();
        var (code, kind) = (0, default(ObjectType));
        while (rows.Read())
        {
            if (rows.GetInt32(0) != code)
            {
                if (members.Count > 0) sets.Add(code, new ObjectSet(kind, [.. members]));
                members.Clear();
                (code, kind) = (rows.GetInt32(0), Enum.Parse<ObjectType>(rows.GetString(1)));
            }
            members.Add(new FlowObject(rows.GetText(2), rows.GetText(3), rows.GetText(4), Enum.Parse<Behaviour>(rows.GetString(5), ignoreCase: true), rows.GetText(6), rows.GetText(7)));
        }
        if (members.Count > 0) sets.Add(code, new ObjectSet(kind, [.. members]));
        return sets;
    }
}
