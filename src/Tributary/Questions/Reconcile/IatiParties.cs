namespace Tributary.Questions;

/// <summary>The organisations that activities name, each by a number of its own: by its identifier, else by its name.</summary>
internal sealed class IatiParties
{
    // A publisher's identifier has its name in a few languages; what has more is a placeholder.
    private const int NamesMax = 8;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string?> _refs = [];
    private readonly List<SortedSet<string>> _names = [];

    /// <summary>How many there are.</summary>
    public int Count => _refs.Count;

    /// <summary>The names of one, in the order of the alphabet.</summary>
    public IEnumerable<string> NamesOf(int party) => _names[party].Take(NamesMax);

    /// <summary>All names and identifiers.</summary>
    public IEnumerable<string?> NamesAndIdentifiers => _refs.Concat(_names.SelectMany(names => names));

    /// <summary>One in words: its name, else its identifier.</summary>
    public string Words(int party) => _names[party].FirstOrDefault() ?? _refs[party] ?? "";

    /// <summary>The number of a party; null where neither identifier nor name is stated.</summary>
    public int? Take(string? identifier, string? name)
    {
        var (key, said) = (Clean(identifier), Clean(name));
        if ((key ?? said) is not { } known) return null;
        if (!_numbers.TryGetValue(known, out var party))
        {
            party = _numbers[known] = _refs.Count;
            _refs.Add(key);
            _names.Add(new SortedSet<string>(StringComparer.Ordinal));
        }
        if (said is not null) _names[party].Add(said);
        return party;
    }

    /// <summary>Those that an identifier or a name means.</summary>
    public IEnumerable<int> Named(string value) => Enumerable.Range(0, Count).Where(party =>
        string.Equals(_refs[party], value, StringComparison.OrdinalIgnoreCase) || _names[party].Contains(value, StringComparer.OrdinalIgnoreCase));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
