namespace Tributary.Flows;

/// <summary>What a query asked a source of flows for: all flows whose destination has, for each type named, one of the objects named.</summary>
/// <remarks>A whole answer to such a query also says which flows there no longer are.</remarks>
/// <param name="Objects">At least one. Objects of one type are alternatives; different types must all hold.</param>
public sealed record FlowScope(IReadOnlyList<ScopeObject> Objects);

/// <summary>An object of a scope, by all that sources call it: one that names any of these is meant.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">The source's own id; null where it has none.</param>
/// <param name="Code">ISO 3166 alpha-3 of a country, a plan's code; null where it has none.</param>
/// <param name="Name">The name where it is as good as an id (a year); null elsewhere.</param>
public sealed record ScopeObject(ObjectType Type, string? Id = null, string? Code = null, string? Name = null)
{
    /// <summary>Whether a flow's object is this one: sources call it by id, code or name, and any of them will do.</summary>
    public bool Means(FlowObject member) =>
        (Id is not null && Id == member.Id) || (Code is not null && Code == member.Code) || (Name is not null && Name == member.Name);

    /// <summary>A usage year.</summary>
    public static ScopeObject Year(int year) => new(ObjectType.UsageYear, Name: year.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
