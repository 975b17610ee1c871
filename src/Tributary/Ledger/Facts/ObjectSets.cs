using DuckDB.NET.Data;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>Reads the object sets of a snapshot.</summary>
internal static class ObjectSets
{
    /// <summary>All sets by code, or those of one type.</summary>
    public static Dictionary<int, ObjectSet> Load(DuckDBConnection connection, ObjectType? type = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT code, type::VARCHAR, object_id, name, object_code, behaviour::VARCHAR, kinds FROM object_set_member {(type is { } one ? $"WHERE type = '{one}'" : "")} ORDER BY code, ordinal";
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
            members.Add(new FlowObject(rows.GetText(2), rows.GetText(3), rows.GetText(4), Enum.Parse<Behaviour>(rows.GetString(5), ignoreCase: true), rows.GetText(6)));
        }
        if (members.Count > 0) sets.Add(code, new ObjectSet(kind, [.. members]));
        return sets;
    }
}
