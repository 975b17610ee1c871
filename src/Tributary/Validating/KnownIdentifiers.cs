using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Tributary.Validating;

/// <summary>The identifiers of a file's activities, as hashes, and the places that name others.</summary>
internal sealed class KnownIdentifiers
{
    /// <summary>Places that name an activity which did not stand before them, of a file at most.</summary>
    private const int OpenMax = 200_000;

    private readonly Dictionary<UInt128, (int Line, int Column)> _places = [];
    private readonly List<OpenReference> _open = [];

    /// <summary>References that were not kept, because there are too many.</summary>
    public long NotLookedUp { get; private set; }

    /// <summary>Places that name an activity which did not stand before them.</summary>
    public IReadOnlyList<OpenReference> Open => _open;

    /// <summary>Adds an identifier.</summary>
    /// <returns>Where it stood first; null when this is the first time.</returns>
    public (int Line, int Column)? Add(string identifier, int line, int column)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, HashOf(identifier), out var isKnown);
        if (isKnown) return place;
        place = (line, column);
        return null;
    }

    /// <summary>Whether a hash is that of an identifier of this file.</summary>
    public bool Contains(UInt128 hash) => _places.ContainsKey(hash);

    /// <summary>Notes a place that names an activity, unless that is known already.</summary>
    public void Refer(ReferenceUse use, string path, string value, int line, int column)
    {
        var hash = HashOf(value);
        if (_places.ContainsKey(hash)) return;
        if (_open.Count == OpenMax) NotLookedUp++;
        else _open.Add(new OpenReference(use, path, value, hash, line, column));
    }

    /// <summary>Says in which record the latest references stand.</summary>
    /// <param name="from">The first of them.</param>
    /// <param name="identifier">The record's identifier.</param>
    /// <param name="title">Its title.</param>
    public void EndRecord(int from, string? identifier, string? title)
    {
        foreach (var reference in CollectionsMarshal.AsSpan(_open)[from..]) (reference.Identifier, reference.Title) = (identifier, title);
    }

    private static UInt128 HashOf(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));
}

/// <summary>A place that names an activity.</summary>
internal sealed record OpenReference(ReferenceUse Use, string Path, string Value, UInt128 Hash, int Line, int Column)
{
    /// <summary>The identifier of the activity in which it stands.</summary>
    public string? Identifier { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>What to tell when nobody knows that activity.</summary>
    public Finding ToFinding() => new()
    {
        Id = Use.Id,
        Severity = FindingSeverity.Advisory,
        Category = Use.Category,
        Message = "It names an activity that is not in the files given.",
        Line = Line,
        Column = Column,
        Path = Path,
        Identifier = Identifier,
        Title = Title,
        Found = $"'{FindingWords.Shown(Value)}'",
        Expected = "the identifier of an activity in one of these files, or one that is published elsewhere",
        Places = [new FindingPlace("reference", Path, Line, Column, FindingWords.Shown(Value))],
    };
}
