using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The organisations of FTS, each by a number of its own: sources name one of them with and without its id.</summary>
internal sealed class Organisations
{
    private readonly Dictionary<int, int[]> _ofSet = [];
    private readonly List<string> _names = [];

    public Organisations(Facts facts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, set) in facts.Sets(ObjectType.Organization).OrderBy(set => set.Key))
        {
            _ofSet[code] = [.. set.Members.Where(member => (member.Name ?? member.Id) is not null).Select(member => Number(numbers, (member.Name ?? member.Id)!)).Distinct()];
        }
    }

    /// <summary>Their names, by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Those of a set; none for 0.</summary>
    public IReadOnlyList<int> OfSet(int set) => _ofSet.TryGetValue(set, out var members) ? members : [];

    /// <summary>Those that an id or a name means.</summary>
    public IEnumerable<int> Named(Facts facts, string value) => ObjectMatcher.TryForName(facts, ObjectType.Organization, value) is not { } named ? []
        : facts.Sets(ObjectType.Organization).Where(set => set.Value.Members.Any(named.Matches))
            .SelectMany(set => set.Value.Members.Where(named.Matches).Select(member => member.Name ?? member.Id).OfType<string>())
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(name => _names.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)));

    private int Number(Dictionary<string, int> numbers, string name)
    {
        if (numbers.TryGetValue(name, out var known)) return known;
        _names.Add(name);
        return numbers[name] = _names.Count - 1;
    }
}
