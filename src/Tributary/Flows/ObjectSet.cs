using System.Text;

namespace Tributary.Flows;

/// <summary>One object on one side of a flow: an organisation, place, plan, year …</summary>
/// <param name="Id">The source's own id; null where the source gives only a name (HDX's organisations, "Not specified").</param>
/// <param name="Name">The name as the source states it.</param>
/// <param name="Code">A code beside the id: ISO 3166 alpha-3 of a location, a plan's code; null where none is stated.</param>
/// <param name="Behaviour">How it relates to the others of its type on the same side.</param>
/// <param name="Kinds">Organisation types as stated, joined by <c>; </c>; null for other objects.</param>
/// <param name="Subkinds">Organisation subtypes as stated, joined by <c>; </c>; null for other objects and where none is stated (HDX).</param>
public sealed record FlowObject(string? Id, string? Name, string? Code, Behaviour Behaviour, string? Kinds = null, string? Subkinds = null)
{
    /// <summary>Types and subtypes, joined by <c>; </c>; null where none is stated.</summary>
    public string? AllKinds => Kinds is null ? Subkinds : Subkinds is null ? Kinds : $"{Kinds}; {Subkinds}";
}

/// <summary>All objects of one type on one side of a flow. Many flows share one set: it is made once and never changes.</summary>
public sealed class ObjectSet : IEquatable<ObjectSet>
{
    private readonly string _content;

    /// <summary>Makes a set.</summary>
    /// <param name="type">What the members are.</param>
    /// <param name="members">At least one object, in the order the source states them.</param>
    /// <exception cref="ArgumentException">No member.</exception>
    public ObjectSet(ObjectType type, IReadOnlyList<FlowObject> members)
    {
        if (members.Count == 0) throw new ArgumentException("a set has a member; no set stands for none", nameof(members));
        Type = type;
        Members = members;
        _content = Describe(type, members);
    }

    /// <summary>What the members are.</summary>
    public ObjectType Type { get; }

    /// <summary>The objects, in the order the source states them.</summary>
    public IReadOnlyList<FlowObject> Members { get; }

    /// <inheritdoc/>
    public bool Equals(ObjectSet? other) => other is not null && string.Equals(_content, other._content, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectSet);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_content, StringComparison.Ordinal);

    private static string Describe(ObjectType type, IReadOnlyList<FlowObject> members)
    {
        const char field = '\u001f', record = '\u001e';
        var text = new StringBuilder().Append((int)type);
        foreach (var member in members)
        {
            text.Append(record).Append(member.Id).Append(field).Append(member.Name).Append(field).Append(member.Code)
                .Append(field).Append((int)member.Behaviour).Append(field).Append(member.Kinds).Append(field).Append(member.Subkinds);
        }
        return text.ToString();
    }
}
