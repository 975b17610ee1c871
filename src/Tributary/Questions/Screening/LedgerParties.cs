using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Questions;

/// <summary>The parties on the flows of a ledger: who gives, who passes on, who receives.</summary>
/// <remarks>
/// Organisations with an id are one party under all of their names. One that a document names without an id (HDX does) is the party that alone goes by that name
/// elsewhere, else a party of its own. FTS states organisations alone, and no country of theirs.
/// </remarks>
internal sealed class LedgerParties
{
    private readonly Dictionary<int, IReadOnlyList<string>> _keysOfSets = [];
    // The one id that goes with a name; null where several do.
    private readonly Dictionary<string, string?> _ids = new(StringComparer.OrdinalIgnoreCase);

    private LedgerParties(Facts facts, IEnumerable<int> sets)
    {
        var named = sets.ToDictionary(set => set, set => facts.Sets(ObjectType.Organization)[set].Members.Where(IsNamed).ToList());
        foreach (var member in named.Values.SelectMany(members => members)) Learn(member);
        foreach (var (set, members) in named) _keysOfSets.Add(set, [.. members.Select(KeyOf).Distinct(StringComparer.Ordinal)]);
        All = [.. named.Values.SelectMany(members => members).GroupBy(KeyOf, StringComparer.Ordinal).Select(party => Party(party.Key, party)).OrderBy(party => party.Key, StringComparer.Ordinal)];
    }

    /// <summary>All of them, in the order of their keys.</summary>
    public IReadOnlyList<LedgerParty> All { get; }

    /// <summary>The parties of the flows as of the facts' day.</summary>
    public static LedgerParties Of(Facts facts, CancellationToken token) => facts.Remember(nameof(LedgerParties), () => new LedgerParties(facts, SetsOf(facts, "true", token)));

    /// <summary>The keys of the parties of some flows.</summary>
    public HashSet<string> KeysOfFlows(Facts facts, IEnumerable<long> flows, CancellationToken token) =>
        SetsOf(facts, $"flow_id IN ({string.Join(',', flows)})", token).SelectMany(KeysOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The keys of the parties of a set by its number; none for 0, which stands for no set.</summary>
    public IReadOnlyList<string> KeysOf(int set) => _keysOfSets.GetValueOrDefault(set) ?? [];

    /// <summary>The sets that have one of some parties.</summary>
    public IEnumerable<int> SetsWith(IReadOnlySet<string> keys) => _keysOfSets.Where(set => set.Value.Any(keys.Contains)).Select(set => set.Key).Order();

    private void Learn(FlowObject member)
    {
        if (member.Id is null) return;
        var name = member.Name!.Trim();
        _ids[name] = _ids.TryGetValue(name, out var id) && id != member.Id ? null : member.Id;
    }

    private string KeyOf(FlowObject member) => (member.Id ?? _ids.GetValueOrDefault(member.Name!.Trim())) is { } id ? $"fts:{id}" : $"name:{member.Name!.Trim()}";

    private static LedgerParty Party(string key, IEnumerable<FlowObject> members) =>
        new(key, [.. members.Select(member => member.Name!.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], NameType.Organisation, []);

    private static IEnumerable<int> SetsOf(Facts facts, string where, CancellationToken token) => facts.Query(
        $"SELECT DISTINCT unnest([src_organization, dst_organization]) AS code FROM flow WHERE ({facts.LatestWord}) AND ({where})", row => row.GetNumber(0), token).OfType<int>();

    // FTS's words for nobody in particular are no name.
    private static bool IsNamed(FlowObject member) => !string.IsNullOrWhiteSpace(member.Name) && member.Name != PartyFunding.NotSpecified;
}
