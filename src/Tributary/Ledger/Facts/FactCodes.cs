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

    /// <summary>Sets that this snapshot's table does not have yet.</summary>
    public List<(int Code, ObjectSet Set)> NewSets { get; } = [];

    /// <summary>Terms that this snapshot's table does not have yet.</summary>
    public List<(int Code, string Text)> NewTerms { get; } = [];

    /// <summary>Takes over a set that the table has.</summary>
    public void Know(int code, ObjectSet set) => _sets.Add(set, code);

    /// <summary>Takes over a term that the table has.</summary>
    public void Know(int code, string text) => _terms.Add(text, code);

    /// <summary>The number of a set; null for none.</summary>
    public int? Of(ObjectSet? set)
    {
        if (set is null) return null;
        ref var seen = ref Slot(set);
        if (!ReferenceEquals(seen.Instance, set)) seen = new Seen(set, Find(set));
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

    /// <summary>Forgets which instances a document's reader used.</summary>
    public void EndDocument() => Array.Clear(_seen);

    // One instance per slot: a later one takes the place of an earlier, so that no document can make it grow.
    private ref Seen Slot(object instance) => ref _seen[RuntimeHelpers.GetHashCode(instance) & (SeenMax - 1)];

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
