using System.Text;
using Tributary.Reading;

namespace Tributary.Names;

/// <summary>A file of pairs of names that cannot be read.</summary>
public sealed class NamePairsException : Exception
{
    /// <param name="message">The message, <c>place: what was found; what was expected; what to do</c>.</param>
    public NamePairsException(string message) : base(message)
    {
    }
}

/// <summary>Pairs of names in a CSV file with the columns <c>name1</c>, <c>name2</c> and, if there is one, <c>schema</c>; other columns are kept.</summary>
/// <remarks>Read row by row: a file may have any length. <c>schema</c> is Person, Organization, Company, LegalEntity or Vessel, as FollowTheMoney has it (https://followthemoney.tech).</remarks>
public sealed class NamePairs
{
    private readonly string _path;
    private readonly CsvReader _csv;
    private readonly NameType _type;
    private readonly int _one;
    private readonly int _other;
    private readonly int _schema;

    private NamePairs(string path, CsvReader csv, NameType type, IReadOnlyList<string> columns)
    {
        (_path, _csv, _type, Columns) = (path, csv, type, columns);
        (_one, _other, _schema) = (IndexOf("name1"), IndexOf("name2"), IndexOf("schema"));
        if (_one < 0 || _other < 0) throw new NamePairsException($"{path}, line 1: columns {string.Join(", ", columns)}; expected name1 and name2; name them in the first line");
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">How messages name it.</param>
    /// <param name="stream">The file.</param>
    /// <param name="type">What bears the names, where no schema says it.</param>
    /// <exception cref="NamePairsException">It is no such file.</exception>
    public static NamePairs Open(string path, Stream stream, NameType type)
    {
        var csv = new CsvReader(stream);
        if (!csv.Read()) throw new NamePairsException($"{path}: {csv.Fatal?.ToString() ?? "no line; expected a first line with name1 and name2; see `tributary names compare --help`"}");
        return new NamePairs(path, csv, type, Cells(csv));
    }

    /// <summary>The rows one by one, each with the comparison of its names.</summary>
    /// <exception cref="NamePairsException">A row cannot be read.</exception>
    public IEnumerable<(IReadOnlyList<string> Cells, NameComparison Comparison)> Compare()
    {
        while (_csv.Read())
        {
            var cells = Cells(_csv);
            if (cells.Count != Columns.Count) throw new NamePairsException($"{_path}, line {_csv.LineNumber}: {cells.Count} cells; expected {Columns.Count}, as the first line has; mend the line");
            var type = _schema < 0 ? _type : TypeOf(cells[_schema], _type);
            yield return (cells, NameMatcher.Explain(PreparedName.Of(cells[_one], type), PreparedName.Of(cells[_other], type)));
        }
        if (_csv.Fatal is { } fatal) throw new NamePairsException($"{_path}, {fatal}");
    }

    private static NameType TypeOf(string schema, NameType otherwise) => schema switch
    {
        "Person" => NameType.Person,
        "Organization" or "Company" or "PublicBody" => NameType.Organisation,
        "Vessel" or "Airplane" => NameType.Vessel,
        "LegalEntity" => NameType.Any,
        _ => otherwise,
    };

    private static List<string> Cells(CsvReader csv)
    {
        var cells = new List<string>(csv.FieldCount);
        for (var index = 0; index < csv.FieldCount; index++) cells.Add(Encoding.UTF8.GetString(csv.Field(index)));
        return cells;
    }

    private int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index].Trim(), column, StringComparison.OrdinalIgnoreCase)) return index;
        }
        return -1;
    }
}
