using System.Globalization;
using System.Text;
using Tributary.Flows;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Makes object sets of the cells of HDX's flow rows.</summary>
/// <remarks>
/// Lists are joined by a comma in these files although names may hold commas. So an organisation and an emergency are
/// one object each, clusters part only at a comma that no space follows, and several plans keep their names only where
/// as many as ids are found in this way. Where several cells describe one set they come joined by NUL, which the CSV reader lets into no cell.
/// </remarks>
internal static class HdxObjects
{
    /// <summary>Stands between the cells that describe one set.</summary>
    public const byte CellEnd = 0;

    private const int YearsMax = 100;

    /// <summary>Cells: name, types.</summary>
    public static HdxSet Organization(byte[] cells)
    {
        var (name, kinds, _) = Parts(cells);
        return One(ObjectType.Organization, new(null, name, null, Behaviour.Single, kinds is null ? null : Joined(kinds)));
    }

    /// <summary>Cell: ISO 3166 alpha-3 codes.</summary>
    public static HdxSet Locations(byte[] cell)
    {
        var codes = Text(cell).Split(',');
        return Array.TrueForAll(codes, IsIso3)
            ? Several(ObjectType.Location, [.. codes.Select(code => new FlowObject(null, null, code, Behaviours(codes.Length)))])
            : Wrong(HdxCodes.LocationInvalid, cell, "ISO 3166 codes of three capital letters, joined by commas");
    }

    /// <summary>Cells: first year, last year; the last may be empty.</summary>
    public static HdxSet Years(byte[] cells)
    {
        var (first, last, _) = Parts(cells);
        if (!TryYear(first, out var start) || !TryYear(last ?? first, out var end)) return WrongYears(first, last, "years of four digits");
        if (end < start) return WrongYears(first, last, "a last year that is not before the first");
        if (end - start >= YearsMax) return WrongYears(first, last, "a span of at most a hundred years");
        var years = Enumerable.Range(start, end - start + 1);
        return Several(ObjectType.UsageYear, [.. years.Select(year => new FlowObject(null, YearName(year), null, Behaviours(end - start + 1)))]);
    }

    /// <summary>Cells: ids, codes, name or names.</summary>
    public static HdxSet Plans(byte[] cells)
    {
        var (idList, codeList, name) = Parts(cells);
        if (idList is null) return One(ObjectType.Plan, new(null, name, codeList, Behaviour.Single));
        var ids = idList.Split(',');
        if (!Array.TrueForAll(ids, IsId)) return Wrong(FtsCodes.IdInvalid, Encoding.UTF8.GetBytes(idList), "plan ids, joined by commas");
        if (ids.Length == 1) return One(ObjectType.Plan, new(ids[0], name, codeList, Behaviour.Single));
        var codes = codeList?.Split(',');
        var issue = codes is null || codes.Length == ids.Length ? null : CodesDiffer(codeList!);
        var names = name is null ? [] : SplitNames(name);
        return Several(ObjectType.Plan, [.. ids.Select((id, at) => new FlowObject(id, NullIfEmpty(names.Count == ids.Length ? names[at] : ""), NullIfEmpty(issue is null ? codes?[at] : ""), Behaviour.Shared))], issue);
    }

    /// <summary>Cell: name.</summary>
    public static HdxSet Emergency(byte[] cell) => One(ObjectType.Emergency, new(null, Text(cell), null, Behaviour.Single));

    /// <summary>Cell: names.</summary>
    public static HdxSet GlobalClusters(byte[] cell)
    {
        var names = SplitNames(Text(cell));
        return Several(ObjectType.GlobalCluster, [.. names.Select(name => new FlowObject(null, name, null, Behaviours(names.Count)))]);
    }

    /// <summary>Cells: name, code.</summary>
    public static HdxSet Project(byte[] cells)
    {
        var (name, code, _) = Parts(cells);
        return One(ObjectType.Project, new(null, name, code, Behaviour.Single));
    }

    /// <summary>Whether the text has the shape of an ISO 3166 alpha-3 code.</summary>
    public static bool IsIso3(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    /// <summary>Keywords and organisation types, which hold no commas themselves, in the form in which flows keep lists.</summary>
    public static string Joined(byte[] cell) => Joined(Text(cell));

    private static string Joined(string list) => list.Replace(",", "; ", StringComparison.Ordinal);

    private static HdxSet One(ObjectType type, FlowObject member) => new(new ObjectSet(type, [member]), null);

    private static HdxSet Several(ObjectType type, IReadOnlyList<FlowObject> members, CellIssue? issue = null) => new(new ObjectSet(type, members), issue);

    private static HdxSet Wrong(string code, ReadOnlySpan<byte> cell, string expected) => new(null, CellIssue.Error(code, cell, expected));

    private static HdxSet WrongYears(string? first, string? last, string expected) =>
        Wrong(HdxCodes.YearInvalid, Encoding.UTF8.GetBytes($"{first} to {last}"), expected);

    private static CellIssue CodesDiffer(string codes) =>
        CellIssue.Warning(HdxCodes.PlanCodesDiffer, Encoding.UTF8.GetBytes(codes), "as many plan codes as plan ids");

    private static Behaviour Behaviours(int count) => count > 1 ? Behaviour.Shared : Behaviour.Single;

    private static (string? First, string? Second, string? Third) Parts(byte[] cells)
    {
        var parts = Text(cells).Split((char)CellEnd);
        return (NullIfEmpty(parts[0]), NullIfEmpty(parts[1]), NullIfEmpty(parts[2]));
    }

    private static string? NullIfEmpty(string? text) => text is { Length: 0 } ? null : text;

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);

    private static bool IsId(string id) => id.Length is > 0 and <= 9 && id.All(char.IsAsciiDigit);

    private static bool TryYear(string? text, out int year)
    {
        year = 0;
        return text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }

    private static string YearName(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static List<string> SplitNames(string names)
    {
        var found = new List<string>();
        var start = 0;
        for (var at = 0; at < names.Length; at++)
        {
            if (names[at] != ',' || (at + 1 < names.Length && names[at + 1] == ' ')) continue;
            found.Add(names[start..at]);
            start = at + 1;
        }
        found.Add(names[start..]);
        return found;
    }
}
