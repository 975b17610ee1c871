using System.Text;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>A kind of file of a set that only together is a list. Known by its content.</summary>
/// <param name="Set">The list that it is of: <c>OFAC</c> or <c>UK</c>.</param>
/// <param name="FileName">The name under which it is kept in the set.</param>
/// <param name="What">What it holds.</param>
internal sealed record ListPart(string Set, string FileName, string What)
{
    private const int RowsSeen = 5;

    public static readonly ListPart OfacEntries = new("OFAC", "sdn.csv", "entries");
    public static readonly ListPart OfacNames = new("OFAC", "alt.csv", "other names");
    public static readonly ListPart OfacAddresses = new("OFAC", "add.csv", "addresses");
    public static readonly ListPart OfacRemarks = new("OFAC", "sdn_comments.csv", "the rest of long remarks");
    public static readonly ListPart UkSubjects = new("UK", "subjects.csv", "entries");
    public static readonly ListPart UkNames = new("UK", "subject_names.csv", "names");
    public static readonly ListPart UkBirths = new("UK", "subject_dobs.csv", "births");
    public static readonly ListPart UkIdentifiers = new("UK", "subject_identifiers.csv", "numbers");
    public static readonly ListPart UkCountries = new("UK", "subject_countries.csv", "countries");

    /// <summary>All of them in the order in which a set is kept.</summary>
    public static readonly IReadOnlyList<ListPart> All = [OfacEntries, OfacNames, OfacAddresses, OfacRemarks, UkSubjects, UkNames, UkBirths, UkIdentifiers, UkCountries];

    /// <summary>The part of a set that a file with these first bytes is; null for none.</summary>
    public static ListPart? Of(ReadOnlySpan<byte> head)
    {
        var rows = Rows(head);
        if (rows.Count == 0) return null;
        var header = string.Join(',', rows[0]);
        foreach (var part in (ReadOnlySpan<ListPart>)[UkSubjects, UkNames, UkBirths, UkIdentifiers, UkCountries])
        {
            if (UkColumns.Of(part).All(column => rows[0].Contains(column, StringComparer.Ordinal))) return part;
        }
        if (rows.TrueForAll(IsOfacEntry)) return OfacEntries;
        if (rows.TrueForAll(row => row.Length == 5 && IsNumber(row[0]) && IsNumber(row[1]) && row[2] is "aka" or "fka" or "nka")) return OfacNames;
        if (rows.TrueForAll(row => row.Length == 6 && IsNumber(row[0]) && IsNumber(row[1]) && OfacRow.IsAnyNone(row))) return OfacAddresses;
        // Two fields are a weak sign: a remark goes on with other remarks after semicolons, and ends with a full stop.
        return rows.TrueForAll(row => row.Length == 2 && IsNumber(row[0]) && row[1].Contains(';', StringComparison.Ordinal)) ? OfacRemarks : null;
    }

    /// <summary>Whether it holds what the others are about.</summary>
    public bool IsMain => this == OfacEntries || this == UkSubjects;

    // The last row that is seen may be cut off: it is not counted.
    private static List<string[]> Rows(ReadOnlySpan<byte> head)
    {
        var end = head.LastIndexOf((byte)'\n');
        if (head.IsEmpty || head[0] is (byte)'{' or (byte)'<' or (byte)'[') return [];
        using var stream = new MemoryStream((end < 0 ? head : head[..(end + 1)]).ToArray(), writable: false);
        var csv = new CsvReader(stream);
        var rows = new List<string[]>();
        while (rows.Count < RowsSeen && csv.Read())
        {
            var row = new string[csv.FieldCount];
            for (var field = 0; field < row.Length; field++) row[field] = Encoding.UTF8.GetString(csv.Field(field));
            if (row is not [""] and not ["\u001a"]) rows.Add(row);
        }
        return rows;
    }

    private static bool IsOfacEntry(string[] row) => row.Length == 12 && IsNumber(row[0]) && OfacRow.IsAnyNone(row) && row[2].Trim() is OfacRow.None or "individual" or "vessel" or "aircraft" or "entity";

    private static bool IsNumber(string text) => text.Length is > 0 and <= 10 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
