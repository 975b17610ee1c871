namespace Tributary.Screening;

/// <summary>Which column of a file of parties holds what, by its headings in any order.</summary>
internal sealed class PartyColumns
{
    /// <summary>The columns that are read.</summary>
    public static readonly IReadOnlyList<string> Known = ["name", "id", "type", "born", "country", "identifiers"];

    private readonly int[] _places;

    private PartyColumns(int[] places, int count, IReadOnlyList<int> roles, IReadOnlyList<string> unused) => (_places, Count, Roles, Unused) = (places, count, roles, unused);

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>The columns that say what the parties are.</summary>
    public IReadOnlyList<int> Roles { get; }

    /// <summary>Headings of the columns that are not used.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>The places of <see cref="Known"/>; below 0 where the file has no such column.</summary>
    public IReadOnlyList<int> Places => _places;

    public int Name => _places[0];

    public int Id => _places[1];

    public int Type => _places[2];

    public int Born => _places[3];

    public int Country => _places[4];

    public int Identifiers => _places[5];

    /// <summary>Reads the headings; what is wrong with them where they cannot be used.</summary>
    public static (PartyColumns? Columns, string? Problem) Of(IReadOnlyList<string> headings)
    {
        var folded = headings.Select(heading => heading.Trim().ToLowerInvariant()).ToList();
        var places = Known.Select(column => folded.IndexOf(column)).ToArray();
        if (Known.FirstOrDefault(column => folded.Count(heading => heading == column) > 1) is { } twice) return (null, $"two columns are called {twice}; expected one; rename the other");
        if (places[0] < 0) return (null, $"{Found(headings)}; expected a column name among them; put the names of the columns in the first line: {string.Join(", ", Known)}");
        return (new PartyColumns(places, headings.Count, RolesOf(headings, places[2]), [.. headings.Where((_, at) => !places.Contains(at))]), null);
    }

    // What a party is may also stand where its type should.
    private static List<int> RolesOf(IReadOnlyList<string> headings, int type) => [.. Enumerable.Range(0, headings.Count).Where(at => at == type || BeneficiaryMarks.IsRoleColumn(headings[at]))];

    private static string Found(IReadOnlyList<string> headings) =>
        headings is [var only] && only.Contains(';', StringComparison.Ordinal) ? $"columns that are divided by semicolons ({ShownText.Of(only)})"
        : headings is [var one] && one.Contains('\t', StringComparison.Ordinal) ? $"columns that are divided by tabs ({ShownText.Of(one)})"
        : $"columns {ShownText.Of(string.Join(", ", headings.Take(20)))}";
}
