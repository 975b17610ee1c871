using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Names sets of objects for people.</summary>
internal static class ObjectNames
{
    /// <summary>The members of a set: countries by code, others by name; null for no set (0) or one of another type.</summary>
    public static string? Of(Facts facts, ObjectType type, int set) => Members(facts, type, set) is { } members ? string.Join(", ", members) : null;

    /// <summary>The same in the order of the names: sources list one set in several orders.</summary>
    public static string? InOrder(Facts facts, ObjectType type, int set) => Members(facts, type, set) is { } members ? string.Join(", ", members.Order(StringComparer.Ordinal)) : null;

    /// <summary>Objects that share a flow.</summary>
    public static string Shared(IEnumerable<FlowObject> members) => string.Join(" + ", members.Select(member => member.Name)) + " (shared)";

    private static IEnumerable<string?>? Members(Facts facts, ObjectType type, int set) => set != 0 && facts.Sets(type).TryGetValue(set, out var objects)
        ? objects.Members.Select(member => type == ObjectType.Location ? CountryNames.Iso3Of(facts, member) ?? member.Name : member.Name ?? member.Code ?? member.Id)
        : null;
}
