using System.Text;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Screening;

/// <summary>Parties in a CSV file with a column <c>name</c> and perhaps <c>id</c>, <c>type</c>, <c>born</c>, <c>country</c>, <c>identifiers</c>, in any order.</summary>
/// <remarks>
/// Read row by row: a file may have any length. A row that cannot be used is a row with an issue, and the next is read. A file of people in
/// need is not read: nothing switches that off (<c>docs/screening.md</c>). A row of HXL hashtags (https://hxlstandard.org) is passed over. For one thread.
/// </remarks>
public sealed class PartyFile
{
    // HXL looks for its hashtags in the first 25 rows.
    private const int HashtagRowMax = 25;
    private const int HeadBytes = 64;
    private const int RolesKeptMax = 4096;

    private readonly string _path;
    private readonly CsvReader _csv;
    private readonly PartyColumns _columns;
    private readonly PartyReader _reader;
    private readonly Dictionary<string, bool> _roles = new(StringComparer.Ordinal);
    private long _row = 1;

    private PartyFile(string path, CsvReader csv, PartyColumns columns) => (_path, _csv, _columns, _reader) = (path, csv, columns, new PartyReader(columns));

    /// <summary>Headings of columns that are not used.</summary>
    public IReadOnlyList<string> UnusedColumns => _columns.Unused;

    /// <summary>Why there are no more rows before the end of the file; null otherwise.</summary>
    public PartyFileException? Problem { get; private set; }

    /// <summary>Opens a file and looks at its headings.</summary>
    /// <param name="path">How messages name it; its name may say that it is of people in need.</param>
    /// <param name="stream">The file.</param>
    /// <exception cref="PartyFileException">It is no such file, or one of people in need.</exception>
    public static PartyFile Open(string path, Stream stream)
    {
        if (BeneficiaryMarks.IsFileName(path)) throw PartyFileException.OfPeopleInNeed(path, "the name of the file");
        var content = new PeekStream(stream, HeadBytes);
        if (OtherForm(content.Head) is { } other) throw new PartyFileException($"{path}: {other}");
        var csv = new CsvReader(content);
        if (!csv.Read()) throw new PartyFileException($"{path}{(csv.Fatal is { } fatal ? $", {fatal}" : ": no line; expected a first line with the names of the columns, name among them; see `tributary screen --help`")}");
        var headings = Cells(csv);
        if (headings.FirstOrDefault(heading => heading.StartsWith('#') ? BeneficiaryMarks.IsHashtag(heading) : BeneficiaryMarks.IsHeading(heading)) is { } mark) throw PartyFileException.OfPeopleInNeed($"{path}, line 1", $"a column {ShownText.Of(mark)}");
        var (columns, problem) = PartyColumns.Of(headings);
        return columns is null ? throw new PartyFileException($"{path}, line 1: {problem}") : new PartyFile(path, csv, columns);
    }

    /// <summary>Reads the next row.</summary>
    /// <param name="country">The ISO 3166 alpha-3 code of a country by code or name; null when there is none.</param>
    /// <returns>Null at the end, and when <see cref="Problem"/> says why there is no more.</returns>
    public PartyRow? Read(Func<string, string?> country)
    {
        while (Problem is null && _csv.Read())
        {
            _row++;
            if (IsBlank() || IsOfHashtags()) continue;
            if (Problem is null && Role() is { } role) Problem = PartyFileException.OfPeopleInNeed($"{_path}, line {_csv.LineNumber}", $"the role {ShownText.Of(role)}");
            return Problem is null ? _reader.Read(_csv, _row, country) : null;
        }
        if (_csv.Fatal is { } fatal) Problem ??= new PartyFileException($"{_path}, {fatal}");
        return null;
    }

    // A line without anything on it is no row.
    private bool IsBlank() => _csv.FieldCount == 1 && _columns.Count > 1 && _csv.Field(0).IsEmpty;

    private bool IsOfHashtags()
    {
        if (_row > HashtagRowMax || !_csv.Field(0).IsEmpty && _csv.Field(0)[0] != '#') return false;
        var tags = Cells(_csv).Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        if (tags.Count == 0 || !tags.TrueForAll(IsHashtag)) return false;
        if (tags.Find(BeneficiaryMarks.IsHashtag) is { } mark) Problem = PartyFileException.OfPeopleInNeed($"{_path}, line {_csv.LineNumber}", $"the hashtag {ShownText.Of(mark)}");
        return true;
    }

    private static bool IsHashtag(string text) => text is ['#', var first, ..] && char.IsAsciiLetter(first) && text.AsSpan(1).IndexOfAnyExcept(HashtagCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> HashtagCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+");

    /// <summary>What the row says its party is, where that marks the file.</summary>
    private string? Role()
    {
        foreach (var column in _columns.Roles)
        {
            if (column >= _csv.FieldCount || _csv.Field(column) is { IsEmpty: true } or { Length: > PartyReader.CellBytesMax }) continue;
            var role = Encoding.UTF8.GetString(_csv.Field(column));
            if (!_roles.TryGetValue(role, out var isMark))
            {
                if (_roles.Count >= RolesKeptMax) _roles.Clear();
                _roles.Add(role, isMark = BeneficiaryMarks.IsRole(role));
            }
            if (isMark) return role;
        }
        return null;
    }

    private static string? OtherForm(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, > 0, ..] or [> 0, 0, > 0, 0, ..] => "UTF-16 text; expected UTF-8; save it as CSV in UTF-8",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a workbook or an archive; expected CSV; save its sheet as CSV in UTF-8",
        [0x1F, 0x8B, ..] => "compressed data; expected CSV; unpack it: gzip -dc FILE | tributary screen --batch -",
        _ => null,
    };

    private static List<string> Cells(CsvReader csv)
    {
        var cells = new List<string>(csv.FieldCount);
        for (var index = 0; index < csv.FieldCount; index++) cells.Add(Encoding.UTF8.GetString(csv.Field(index)[..Math.Min(csv.Field(index).Length, PartyReader.CellBytesMax)]));
        return cells;
    }
}
