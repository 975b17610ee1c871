using Tributary.Flows;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Reads one side's objects and groups them into sets, one set for each type.</summary>
/// <remarks>
/// Few distinct objects make up all flows, so each is parsed once, by the bytes that state it; a group of several
/// objects is remembered by their bytes in a row. In the steady state a flow's sides cost look-ups and no memory.
/// </remarks>
internal sealed class FlowObjectReader
{
    private readonly Utf8Cache<FlowObjectPiece> _pieces = new(FlowObjectPiece.Of);
    private readonly Utf8Cache<ObjectSet> _groups;
    private readonly List<Member>[] _members = [.. ObjectTypes.All.Select(_ => new List<Member>())];
    private readonly Action<int, KeptOddities> _tell;
    private byte[] _key = new byte[1024];
    private List<Member> _group = [];

    /// <param name="tell">Takes what is odd about the element of an index.</param>
    public FlowObjectReader(Action<int, KeptOddities> tell)
    {
        _tell = tell;
        _groups = new Utf8Cache<ObjectSet>(_ => Together(_group));
    }

    /// <summary>Reads one side.</summary>
    /// <param name="array">Stands on the start of the array; afterwards on its end.</param>
    /// <param name="side">Takes the sets, by type; empty before.</param>
    public void Read(ref JsonCursor array, ObjectSet?[] side)
    {
        for (var index = 0; array.NextElement(); index++)
        {
            var start = array.Start;
            var piece = _pieces[array.Take()];
            if (piece.Oddities is not null) _tell(index, piece.Oddities);
            if (piece.Alone is not null) _members[(int)piece.Alone.Type].Add(new Member(piece.Alone, start, array.End));
        }
        foreach (var members in _members) Place(members, in array, side);
    }

    private void Place(List<Member> members, in JsonCursor array, ObjectSet?[] side)
    {
        if (members.Count == 0) return;
        var set = members.Count == 1 ? members[0].Alone : Group(members, in array);
        side[(int)set.Type] = set;
        members.Clear();
    }

    private ObjectSet Group(List<Member> members, in JsonCursor array)
    {
        var used = 0;
        foreach (var member in members)
        {
            var written = array.Between(member.Start, member.End);
            if (_key.Length < used + written.Length) Array.Resize(ref _key, (used + written.Length) * 2);
            written.CopyTo(_key.AsSpan(used));
            used += written.Length;
        }
        _group = members;
        return _groups[_key.AsSpan(0, used)];
    }

    private static ObjectSet Together(List<Member> members) =>
        new(members[0].Alone.Type, [.. members.Select(member => member.Alone.Members[0])]);

    private readonly record struct Member(ObjectSet Alone, int Start, int End);
}
