using System.Globalization;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>Sets of objects as cells of HDX's flow files, each set made once.</summary>
/// <remarks>HDX sorts what the API lists by name. What one of HDX's own files lists keeps that file's order.</remarks>
internal sealed class HdxObjectCells
{
    private static readonly HdxCells None = new("", "", "", "", "");

    private readonly Facts _facts;
    private readonly string _iso3;
    private readonly bool _hasList;
    private readonly Dictionary<(int Set, bool AsStated), HdxCells> _made = [];
    private readonly SortedSet<string> _unlisted = new(StringComparer.Ordinal);

    public HdxObjectCells(Facts facts, string iso3)
    {
        (_facts, _iso3) = (facts, iso3);
        _hasList = CountryNames.HasList(facts);
        // While rows are streamed, the connection can answer nothing else.
        foreach (var type in ObjectTypes.All) facts.Sets(type);
        _ = PlanNames.All(facts);
    }

    /// <summary>Places that have no code, of the sets made so far.</summary>
    public IReadOnlyCollection<string> UnlistedPlaces => _unlisted;

    /// <summary>The cells of a set; of none, empty ones.</summary>
    public HdxCells Of(ObjectType type, int? set, bool asStated)
    {
        if (set is not { } code || !_facts.Sets(type).TryGetValue(code, out var objects)) return None;
        if (!_made.TryGetValue((code, asStated), out var cells)) _made[(code, asStated)] = cells = Make(objects, asStated);
        return cells;
    }

    private HdxCells Make(ObjectSet set, bool asStated)
    {
        IReadOnlyList<FlowObject> members = asStated ? set.Members : [.. set.Members.OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Id, StringComparer.Ordinal)];
        return set.Type switch
        {
            ObjectType.Location => Places(members, asStated),
            ObjectType.UsageYear => Years(members),
            ObjectType.Plan => Plans(members),
            _ => new HdxCells(Joined(members.Select(member => member.Name)), "", Joined(members.Select(member => member.Code)), Joined(members.Select(Kinds)), ""),
        };
    }

    // As HDX does: what FTS's list of places does not know by an ISO code has none. The country asked for always has its own.
    private HdxCells Places(IReadOnlyList<FlowObject> members, bool asStated)
    {
        var codes = members.Select(CodeOf).OfType<string>().ToList();
        if (!asStated) codes.Sort(StringComparer.Ordinal);
        return None with { Codes = string.Join(',', codes) };
    }

    private string? CodeOf(FlowObject place)
    {
        var code = CountryNames.Iso3Of(_facts, place);
        if (code is { Length: 3 } && code.All(char.IsAsciiLetterUpper) && (!_hasList || place.Code is not null || code == _iso3 || CountryNames.IsListed(_facts, place))) return code;
        _unlisted.Add(place.Name ?? place.Id ?? "a place without a name");
        return null;
    }

    private static HdxCells Years(IReadOnlyList<FlowObject> members)
    {
        var years = members.Select(member => HdxYears.Number(member.Name)).OfType<int>().ToList();
        return years.Count == 0 ? None : None with { Names = Year(years.Min()), Last = Year(years.Max()) };
    }

    private HdxCells Plans(IReadOnlyList<FlowObject> members)
    {
        // The lists are parallel. Of several plans one without an id has no place in them.
        if (members.Count > 1 && members.Any(member => member.Id is not null)) members = [.. members.Where(member => member.Id is not null)];
        var ids = members.Select(member => member.Id).OfType<string>();
        var codes = members.Select(member => member.Code ?? (int.TryParse(member.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? PlanNames.Describe(_facts, id).Code : null)).ToList();
        return new HdxCells(Parallel([.. members.Select(member => member.Name)]), string.Join(',', ids), Parallel(codes), "", "");
    }

    private static string? Kinds(FlowObject organization) => organization.Kinds?.Replace("; ", ",", StringComparison.Ordinal);

    private static string Parallel(List<string?> texts) => texts.Exists(text => text is not null) ? HdxText.Of(string.Join(',', texts)) : "";

    private static string Joined(IEnumerable<string?> texts) => HdxText.Of(string.Join(',', texts.Where(text => text is not null)));

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>What a set fills cells with.</summary>
/// <param name="Names">Names joined by commas; of years, the first.</param>
/// <param name="Ids">Ids of plans.</param>
/// <param name="Codes">Codes of plans, projects and places.</param>
/// <param name="Kinds">Types of organisations.</param>
/// <param name="Last">Of years, the last.</param>
internal sealed record HdxCells(string Names, string Ids, string Codes, string Kinds, string Last);

/// <summary>One side of a flow as cells.</summary>
/// <param name="Row">The flow.</param>
/// <param name="FirstSet">Where its sets begin.</param>
/// <param name="AsStated">Whether lists keep their order.</param>
/// <param name="Objects">Makes the cells.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HdxSide(DuckDBDataReader Row, int FirstSet, bool AsStated, HdxObjectCells Objects)
{
    public string Kinds => Of(ObjectType.Organization).Kinds;

    public string Countries => Of(ObjectType.Location).Codes;

    public string FirstYear => Of(ObjectType.UsageYear).Names;

    public string LastYear => Of(ObjectType.UsageYear).Last;

    public string PlanIds => Of(ObjectType.Plan).Ids;

    public string PlanCodes => Of(ObjectType.Plan).Codes;

    public string ProjectCodes => Of(ObjectType.Project).Codes;

    public string Names(ObjectType type) => Of(type).Names;

    private HdxCells Of(ObjectType type) => Objects.Of(type, Row.GetNumber(FirstSet + (int)type), AsStated);
}
