using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>Finds the objects of one type that the values of a question name.</summary>
/// <remarks>
/// The API names an object by id and name, HDX's files by name or code alone. A value that names an object by one also
/// finds it by the others: the ids, names and codes that stand together anywhere in the ledger are one object.
/// </remarks>
internal sealed class ObjectMatcher
{

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _codes = new(StringComparer.OrdinalIgnoreCase);

    private ObjectMatcher()
    {
    }

    /// <summary>Whether the object is one of those named.</summary>
    public bool Matches(FlowObject thing) =>
        (thing.Id is { } id && _ids.Contains(id))
        || (thing.Code is { } code && _codes.Contains(code))
        || (thing.Id is null && thing.Name is { } name && _names.Contains(name));

    /// <summary>Makes a matcher for organisations, emergencies or clusters.</summary>
    /// <exception cref="UnknownValueException">A value names nothing.</exception>
    public static ObjectMatcher ForNames(Facts facts, ObjectType type, IEnumerable<string> values, string what, string advice)
    {
        var matcher = new ObjectMatcher();
        foreach (var value in values)
        {
            if (!matcher.AddAll(facts, type, member => IsNamed(member, value))) throw new UnknownValueException(what, value, advice, Similar(facts, type, value));
        }
        return matcher;
    }

    /// <summary>Makes a matcher for one id, name or code; null when the ledger knows no such object.</summary>
    public static ObjectMatcher? TryForName(Facts facts, ObjectType type, string value)
    {
        var matcher = new ObjectMatcher();
        return matcher.AddAll(facts, type, member => IsNamed(member, value)) ? matcher : null;
    }

    /// <summary>Makes a matcher for usage years. Any year may be asked for, whether or not the ledger has a flow for it.</summary>
    public static ObjectMatcher ForYears(Facts facts, IEnumerable<int> years)
    {
        var matcher = new ObjectMatcher();
        foreach (var year in years) matcher.AddAll(facts, ObjectType.UsageYear, member => member.Name == Text(year));
        return matcher;
    }

    /// <summary>Makes a matcher for countries. Any country of ISO 3166 may be asked for, whether or not the ledger has a flow to it.</summary>
    /// <exception cref="UnknownValueException">A value is neither a country nor a place of the ledger.</exception>
    public static ObjectMatcher ForCountries(Facts facts, IEnumerable<string> values)
    {
        var matcher = new ObjectMatcher();
        foreach (var value in values)
        {
            var isCountry = CountryNames.TryFind(facts, value, out var iso3);
            if (isCountry) matcher._codes.Add(iso3);
            var found = matcher.AddAll(facts, ObjectType.Location, member => IsNamed(member, value) || (isCountry && CountryNames.Iso3Of(facts, member) == iso3));
            if (!found && !isCountry) throw new UnknownValueException("country", value, "give an ISO 3166 code such as AFG, or a name as FTS writes it");
        }
        return matcher;
    }

    /// <summary>Makes a matcher for plans, by id or code.</summary>
    /// <exception cref="UnknownValueException">The ledger has neither a plan nor a flow of that id or code.</exception>
    public static ObjectMatcher ForPlans(Facts facts, IEnumerable<string> values)
    {
        var matcher = new ObjectMatcher();
        foreach (var id in PlanIds.FindAll(facts, values)) matcher._ids.Add(Text(id));
        return matcher;
    }

    /// <summary>Whether a member is called by an id, name or code.</summary>
    public static bool IsNamed(FlowObject member, string value) =>
        member.Id == value || string.Equals(member.Code, value, StringComparison.OrdinalIgnoreCase) || string.Equals(member.Name, value, StringComparison.OrdinalIgnoreCase);

    private static List<string> Similar(Facts facts, ObjectType type, string value) => SimilarNames.Of(facts.Sets(type).Values.SelectMany(set => set.Members).Select(member => member.Name), value);

    private bool AddAll(Facts facts, ObjectType type, Func<FlowObject, bool> named)
    {
        var found = false;
        foreach (var member in facts.Sets(type).Values.SelectMany(set => set.Members).Where(named))
        {
            found = true;
            if (member.Id is { } id) _ids.Add(id);
            if (member.Name is { } name) _names.Add(name);
            if (member.Code is { } code) _codes.Add(code);
        }
        return found;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Countries as the ledger and ISO 3166 name them.</summary>
internal static class CountryNames
{
    /// <summary>The ISO 3166 alpha-3 code of a code, a name or an FTS location id.</summary>
    public static bool TryFind(Facts facts, string value, out string iso3)
    {
        var located = Locations(facts).FirstOrDefault(place => place.Id == value || string.Equals(place.Name, value, StringComparison.OrdinalIgnoreCase) || string.Equals(place.Iso3, value, StringComparison.OrdinalIgnoreCase));
        if (located.Iso3 is not null)
        {
            iso3 = located.Iso3;
            return true;
        }
        var found = Countries.Find(value, out var country);
        iso3 = country?.Iso3 ?? "";
        return found;
    }

    /// <summary>The code of a flow's location; null for a region. The ledger's own list of locations goes before the built-in names.</summary>
    public static string? Iso3Of(Facts facts, FlowObject location)
    {
        if (location.Code is { Length: 3 } code) return code;
        if (location.Id is { } id && Locations(facts).FirstOrDefault(place => place.Id == id).Iso3 is { } listed) return listed;
        return location.Name is { } name && Countries.Find(name, out var country) ? country.Iso3 : null;
    }

    /// <summary>Whether a document of the ledger lists places.</summary>
    public static bool HasList(Facts facts) => Locations(facts).Count > 0;

    /// <summary>Whether a listed place has the id of this one and a code.</summary>
    public static bool IsListed(Facts facts, FlowObject location) => location.Id is { } id && Locations(facts).Any(place => place.Id == id && place.Iso3 is not null);

    /// <summary>A country's name: the ledger's, else ISO 3166's, else the code.</summary>
    public static string NameOf(Facts facts, string iso3) =>
        Locations(facts).FirstOrDefault(place => place.Iso3 == iso3).Name ?? (Countries.Find(iso3, out var country) ? country.Name : iso3);

    private static IReadOnlyList<(string Id, string? Iso3, string Name)> Locations(Facts facts) => facts.Remember(nameof(CountryNames), () =>
        facts.Query($"SELECT DISTINCT l.location_id::VARCHAR, l.iso3, l.name FROM location l JOIN document d ON d.code = l.document WHERE {facts.WasKnown("d")} ORDER BY ALL", row => (row.GetString(0), row.GetText(1), row.GetString(2))));
}

/// <summary>Plans by id and code.</summary>
internal static class PlanIds
{
    /// <summary>The ids of the plans that a value names: an id, or a code such as HAFG20 (codes may be used twice).</summary>
    public static IReadOnlyList<int> Find(Facts facts, string value)
    {
        var known = facts.Remember(nameof(PlanIds), () => Load(facts));
        if (int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)) return known.Any(plan => plan.Id == id) ? [id] : [];
        return [.. known.Where(plan => string.Equals(plan.Code, value, StringComparison.OrdinalIgnoreCase)).Select(plan => plan.Id).Distinct()];
    }

    /// <summary>The ids of the plans that values name.</summary>
    /// <exception cref="UnknownValueException">The ledger has neither a plan nor a flow of one of them.</exception>
    public static IEnumerable<int> FindAll(Facts facts, IEnumerable<string> values) => values.SelectMany(value =>
        Find(facts, value) is { Count: > 0 } ids ? ids : throw new UnknownValueException("plan", value, "`tributary plans` lists the plans it knows"));

    private static IReadOnlyList<(int Id, string? Code)> Load(Facts facts)
    {
        var plans = facts.Query($"SELECT DISTINCT p.plan_id, p.plan_code FROM plan p JOIN document d ON d.code = p.document WHERE {facts.WasKnown("d")}", row => (row.GetInt32(0), row.GetText(1)));
        foreach (var member in facts.Sets(ObjectType.Plan).Values.SelectMany(set => set.Members))
        {
            if (int.TryParse(member.Id, out var id)) plans.Add((id, member.Code));
        }
        return plans;
    }
}
