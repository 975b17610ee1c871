using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>Numbers that stand for object sets and terms inside one snapshot.</summary>
/// <remarks>
/// A flow names up to sixteen sets, and millions of flows name a few thousand of them: as small numbers they pack to a
/// byte or two and are compared in bulk. A reader gives the same instance for the same set, so most look-ups compare a
/// reference and nothing else.
/// </remarks>
internal sealed class FactCodes
{
    private const int SeenMax = 1 << 14;

    private readonly Seen[] _seen = new Seen[SeenMax];
    private readonly Dictionary<ObjectSet, int> _sets = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _knownFrom = [];
    private readonly HashSet<int> _newlyKnown = [];
    private readonly HashSet<int> _named = [];

    /// <summary>All sets by number.</summary>
    public IReadOnlyCollection<KeyValuePair<int, ObjectSet>> Sets => [.. _sets.Select(set => KeyValuePair.Create(set.Value, set.Key))];

    /// <summary>Sets that this snapshot's table does not have yet.</summary>
    public List<(int Code, ObjectSet Set)> NewSets { get; } = [];

    /// <summary>Terms that this snapshot's table does not have yet.</summary>
    public List<(int Code, string Text)> NewTerms { get; } = [];

    /// <summary>Sets of which a document names an earlier day than the snapshot's table does: their numbers, and the day as days since 1970.</summary>
    public IEnumerable<(int Code, int Day)> NewlyKnown => _newlyKnown.Order().Select(code => (code, _knownFrom[code]));

    /// <summary>Takes over a set that the table has.</summary>
    public void Know(int code, ObjectSet set) => _sets.Add(set, code);

    /// <summary>Takes over the day from which a set is known, as days since 1970.</summary>
    public void KnowFrom(int code, int day) => _knownFrom.Add(code, day);

    /// <summary>Takes over a term that the table has.</summary>
    public void Know(int code, string text) => _terms.Add(text, code);

    /// <summary>The number of a set; null for none.</summary>
    public int? Of(ObjectSet? set)
    {
        if (set is null) return null;
        ref var seen = ref Slot(set);
        if (!ReferenceEquals(seen.Instance, set)) seen = new Seen(set, Name(set));
        return seen.Code;
    }

    /// <summary>The number of a term; null for none.</summary>
    public int? Of(string? text)
    {
        if (text is null) return null;
        ref var seen = ref Slot(text);
        if (!ReferenceEquals(seen.Instance, text)) seen = new Seen(text, Find(text));
        return seen.Code;
    }

    /// <summary>Forgets which instances a document's reader used, and learns from when the sets that it names are known.</summary>
    /// <param name="day">The document's day as days since 1970; null when the document is not kept.</param>
    public void EndDocument(int? day)
    {
        Array.Clear(_seen);
        foreach (var code in _named)
        {
            if (day is not { } from || (_knownFrom.TryGetValue(code, out var earlier) && earlier <= from)) continue;
            _knownFrom[code] = from;
            _newlyKnown.Add(code);
        }
        _named.Clear();
    }

    // One instance per slot: a later one takes the place of an earlier, so that no document can make it grow.
    private ref Seen Slot(object instance) => ref _seen[RuntimeHelpers.GetHashCode(instance) & (SeenMax - 1)];

    private int Name(ObjectSet set)
    {
        var code = Find(set);
        _named.Add(code);
        return code;
    }

    private int Find(ObjectSet set)
    {
        if (_sets.TryGetValue(set, out var code)) return code;
        code = _sets.Count + 1;
        _sets.Add(set, code);
        NewSets.Add((code, set));
        return code;
    }

    private int Find(string text)
    {
        if (_terms.TryGetValue(text, out var code)) return code;
        code = _terms.Count + 1;
        _terms.Add(text, code);
        NewTerms.Add((code, text));
        return code;
    }

    /// <summary>An instance met before, and its number.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(object? Instance, int Code);
}
