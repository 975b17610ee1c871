using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>The object sets of HDX's flow rows, each distinct one made once and shared by all rows that state it.</summary>
internal sealed class HdxFlowSets
{
    /// <summary>The longest text of one set, in bytes; the codes of all locations of FTS together take about a thousand.</summary>
    public const int KeyBytesMax = 4096;

    private static readonly HdxSet TooLong = new(null, new CellIssue(HdxCodes.CellTooLong, Severity.Error,
        "more than 4096 bytes", "expected names or codes", "correct it at the source, or accept leaving the row out"));

    private readonly byte[] _key = new byte[KeyBytesMax];
    private readonly Utf8Cache<HdxSet> _organizations = new(HdxObjects.Organization);
    private readonly Utf8Cache<HdxSet> _locations = new(HdxObjects.Locations);
    private readonly Utf8Cache<HdxSet> _years = new(HdxObjects.Years);
    private readonly Utf8Cache<HdxSet> _plans = new(HdxObjects.Plans);
    private readonly Utf8Cache<HdxSet> _emergencies = new(HdxObjects.Emergency);
    private readonly Utf8Cache<HdxSet> _globalClusters = new(HdxObjects.GlobalClusters);
    private readonly Utf8Cache<HdxSet> _projects = new(HdxObjects.Project);

    /// <summary>One organisation.</summary>
    public HdxSet? Organization(ReadOnlySpan<byte> name, ReadOnlySpan<byte> kinds) => Get(_organizations, name, kinds);

    /// <summary>Countries by ISO 3166 alpha-3 code.</summary>
    public HdxSet? Locations(ReadOnlySpan<byte> codes) => Get(_locations, codes);

    /// <summary>Every year from the first to the last.</summary>
    public HdxSet? Years(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end) => Get(_years, start, end);

    /// <summary>Plans by id.</summary>
    public HdxSet? Plans(ReadOnlySpan<byte> ids, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> name) => Get(_plans, ids, codes, name);

    /// <summary>One emergency by name.</summary>
    public HdxSet? Emergency(ReadOnlySpan<byte> name) => Get(_emergencies, name);

    /// <summary>Global clusters by name.</summary>
    public HdxSet? GlobalClusters(ReadOnlySpan<byte> names) => Get(_globalClusters, names);

    /// <summary>One project.</summary>
    public HdxSet? Project(ReadOnlySpan<byte> name, ReadOnlySpan<byte> code) => Get(_projects, name, code);

    private static HdxSet? Get(Utf8Cache<HdxSet> cache, ReadOnlySpan<byte> cell) =>
        cell.IsEmpty ? null : cell.Length > KeyBytesMax ? TooLong : cache[cell];

    private HdxSet? Get(Utf8Cache<HdxSet> cache, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default)
    {
        var length = (long)first.Length + second.Length + third.Length;
        if (length == 0) return null;
        if (length + 2 > KeyBytesMax) return TooLong;
        var (secondAt, thirdAt) = (first.Length + 1, first.Length + second.Length + 2);
        first.CopyTo(_key);
        _key[secondAt - 1] = _key[thirdAt - 1] = HdxObjects.CellEnd;
        second.CopyTo(_key.AsSpan(secondAt));
        third.CopyTo(_key.AsSpan(thirdAt));
        return cache[_key.AsSpan(0, thirdAt + third.Length)];
    }
}

/// <summary>What cells that name objects say: the set, or what is wrong with them, or both when the set can still be used.</summary>
internal sealed record HdxSet(ObjectSet? Set, CellIssue? Issue);
