using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How the sets of one type stand to one edge of a boundary.</summary>
/// <param name="Type">What the edge is made of.</param>
/// <param name="DestinationInside">Sets of which a member lies inside.</param>
/// <param name="SourceInside">The same for the source side, where a member that only overlaps does not put the source inside.</param>
/// <param name="Shared">Sets among whose members the amount is shared, of which not all lie inside.</param>
internal sealed record BoundaryEdge(ObjectType Type, IReadOnlyList<int> DestinationInside, IReadOnlyList<int> SourceInside, IReadOnlyList<int> Shared)
{
    /// <summary>Judges every set of a type once: flows only carry the set's number.</summary>
    public static BoundaryEdge Draw(Facts facts, ObjectType type, ObjectMatcher inside)
    {
        List<int> destination = [], source = [], shared = [];
        foreach (var (code, set) in facts.Sets(type))
        {
            if (!set.Members.Any(inside.Matches)) continue;
            destination.Add(code);
            if (set.Members.Any(member => member.Behaviour != Behaviour.Overlap && inside.Matches(member))) source.Add(code);
            if (set.Members.Any(member => member.Behaviour == Behaviour.Shared) && !set.Members.All(inside.Matches)) shared.Add(code);
        }
        return new BoundaryEdge(type, destination, source, shared);
    }
}
