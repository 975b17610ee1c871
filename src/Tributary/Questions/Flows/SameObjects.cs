using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Sources write one object in several ways, which are several sets: those that read alike are one.</summary>
internal static class SameObjects
{
    /// <summary>Rows (code, same), in SQL, of the sets that another one stands for; a set that is not among them stands for itself.</summary>
    public static string Sql(Facts facts, ObjectType type)
    {
        var alike = facts.Sets(type).Keys.Order().GroupBy(code => Key(facts, type, code), StringComparer.OrdinalIgnoreCase)
            .SelectMany(codes => codes.Skip(1).Select(code => string.Create(CultureInfo.InvariantCulture, $"({code}, {codes.First()})")));
        var rows = string.Join(", ", alike);
        return rows.Length == 0 ? "SELECT 0, 0 WHERE false" : "VALUES " + rows;
    }

    // A plan's name changes from year to year and its id does not.
    private static string? Key(Facts facts, ObjectType type, int code) => type == ObjectType.Plan
        ? string.Join(',', facts.Sets(type)[code].Members.Select(member => member.Id ?? member.Name).Order(StringComparer.Ordinal))
        : ObjectNames.InOrder(facts, type, code);
}
