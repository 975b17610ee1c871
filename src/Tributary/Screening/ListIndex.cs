using Tributary.Listings;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>The entries of lists, ready to be screened against. Made once; any number of threads may screen, each with a <see cref="NameSearch"/> of its own.</summary>
public sealed class ListIndex
{
    private readonly NameIndex _names;
    private readonly List<(ListedEntry Entry, ListedName Name)> _bearers = [];
    // By number: where the names of the entries begin that have it.
    private readonly ILookup<string, int> _identifiers;

    private ListIndex(IReadOnlyList<ListedEntry> entries)
    {
        var identifiers = new List<(string Key, int Bearer)>();
        foreach (var entry in entries)
        {
            identifiers.AddRange(entry.Identifiers.Select(identifier => (KeyOf(identifier.Number), _bearers.Count)));
            _bearers.AddRange(entry.Names.Select(name => (entry, name)));
        }
        _names = NameIndex.Of(_bearers.AsParallel().AsOrdered().Select(bearer => PreparedName.Of(bearer.Name.Text, TypeOf(bearer.Entry.Type))).ToArray());
        _identifiers = identifiers.Where(identifier => identifier.Key.Length >= IdentifierMin).ToLookup(identifier => identifier.Key, identifier => identifier.Bearer, StringComparer.Ordinal);
    }

    // Shorter numbers are house numbers and the like.
    private const int IdentifierMin = 5;

    /// <summary>How many names there are.</summary>
    public int NameCount => _names.Count;

    /// <summary>The names.</summary>
    internal NameIndex Names => _names;

    /// <summary>Indexes entries.</summary>
    public static ListIndex Of(IReadOnlyList<ListedEntry> entries) => new(entries);

    /// <summary>Finds the entries that may be a party, the likeliest first.</summary>
    /// <param name="party">Who is screened.</param>
    /// <param name="search">What searching needs; one for each thread.</param>
    /// <param name="threshold">The least score, at least <see cref="NameMatcher.DefaultThreshold"/>.</param>
    /// <param name="weights">What raises and lowers scores; the defaults unless given.</param>
    public List<ScreeningCandidate> Screen(ScreenedParty party, NameSearch search, double threshold, ScreeningWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(party);
        weights ??= ScreeningWeights.Default;
        var name = PreparedName.Of(party.Name, party.Type);
        var best = new Dictionary<ListedEntry, int>(ReferenceEqualityComparer.Instance);
        foreach (var hit in _names.Find(name, search, Math.Max(NameMatcher.DefaultThreshold, threshold - weights.Most(party.Born is not null, party.Countries.Count > 0))).ToArray().OrderBy(hit => hit.Score).ThenByDescending(hit => hit.Name))
        {
            if (Agree(party.Type, _bearers[hit.Name].Entry.Type)) best[_bearers[hit.Name].Entry] = hit.Name;
        }
        foreach (var bearer in party.Identifiers.SelectMany(identifier => _identifiers[KeyOf(identifier)])) best.TryAdd(_bearers[bearer].Entry, bearer);
        return [.. best.Select(found => Candidate(party, name, found.Value, weights)).Where(candidate => candidate.Score >= threshold)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Entry.List).ThenBy(candidate => candidate.Entry.Id, StringComparer.Ordinal)];
    }

    private ScreeningCandidate Candidate(ScreenedParty party, PreparedName name, int found, ScreeningWeights weights)
    {
        var (entry, listed) = _bearers[found];
        var comparison = NameMatcher.Explain(name, _names[found]);
        List<ScreeningReason> reasons = [.. ScreeningReasons.Of(party, entry, listed, comparison, weights)];
        var score = Math.Clamp(comparison.Score + reasons.Sum(reason => reason.Weight), 0, 1);
        if (party.Identifiers.FirstOrDefault(identifier => _identifiers[KeyOf(identifier)].Any(bearer => ReferenceEquals(_bearers[bearer].Entry, entry))) is { } same)
        {
            reasons.Add(new ScreeningReason($"same number: {same}", Math.Round(Math.Max(ScreeningWeights.SameIdentifier - score, 0), 4)));
            score = Math.Max(score, ScreeningWeights.SameIdentifier);
        }
        return new ScreeningCandidate(entry, listed, Math.Round(score, 4), comparison, reasons);
    }

    private static bool Agree(NameType wanted, ListedType type) => wanted == NameType.Any || type == ListedType.Unknown || TypeOf(type) == wanted;

    private static NameType TypeOf(ListedType type) => type switch
    {
        ListedType.Person => NameType.Person,
        ListedType.Organisation => NameType.Organisation,
        ListedType.Vessel or ListedType.Aircraft => NameType.Vessel,
        _ => NameType.Any,
    };

    // Numbers are written with and without blanks, points and strokes.
    private static string KeyOf(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
