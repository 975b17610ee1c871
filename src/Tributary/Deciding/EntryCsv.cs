using System.Globalization;
using System.Text;
using Tributary.Reading;

namespace Tributary.Deciding;

/// <summary>Reads forms from CSV: a header with the names of fields, then one entry in each row.</summary>
internal sealed class EntryCsv
{
    /// <summary>The column that says what a row is, where rows are of several kinds.</summary>
    public const string Kind = "entry";

    private const int CharactersMax = 8 << 20;

    private readonly CsvReader _rows;
    private readonly string _name;
    private readonly Mistakes _mistakes;
    private List<string> _columns = [];
    private int _characters;

    private EntryCsv(CsvReader rows, string name, Mistakes mistakes) => (_rows, _name, _mistakes) = (rows, name, mistakes);

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="kind">What a row is that does not say it.</param>
    /// <param name="mistakes">Takes what cannot be read of it.</param>
    /// <exception cref="DecisionRefusedException">It is no CSV, or longer than entries are.</exception>
    public static List<FilledForm> Read(Stream content, string name, string kind, Mistakes mistakes)
    {
        var csv = new EntryCsv(new CsvReader(content), name, mistakes);
        var forms = csv.ReadHeader() ? csv.ReadRows(kind) : [];
        if (csv._rows.Fatal is { } fatal) throw EntryFile.Refused($"{name}, {fatal.Place}", fatal.Found, fatal.Expected, fatal.Advice);
        return forms;
    }

    private bool ReadHeader()
    {
        if (!_rows.Read()) return false;
        _columns = Fields();
        var known = EntryForms.All.SelectMany(form => form.Fields).Select(field => field.Name).Append(Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var column in _columns.Where(column => !known.Contains(column))) _mistakes.Add(Line(), $"the column '{column}'", "expected the name of a field", "look for a slip, or leave it out; docs/conferences.md lists the fields");
        foreach (var column in _columns.GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Count() > 1)) _mistakes.Add(Line(), $"the column '{column.Key}' a second time", "expected it once", "leave one of the two out");
        return true;
    }

    private List<FilledForm> ReadRows(string kind)
    {
        var forms = new List<FilledForm>();
        while (_rows.Read())
        {
            if (forms.Count == EntryFile.EntriesMax || _characters > CharactersMax) throw EntryFile.Refused(Line(), $"more than {EntryFile.EntriesMax} rows, or {CharactersMax >> 20} million characters", "expected fewer", "split the file");
            if (ReadRow(kind) is { } form) forms.Add(form);
        }
        return forms;
    }

    private FilledForm? ReadRow(string kind)
    {
        var values = Fields();
        if (values.Count != _columns.Count)
        {
            _mistakes.Add(Line(), $"{values.Count} fields", $"expected {_columns.Count}, as many as the header has", "look for an unquoted comma");
            return null;
        }
        var stated = _columns.IndexOf(Kind) is var at and >= 0 && values[at].Length > 0 ? values[at] : kind;
        if (EntryForms.All.FirstOrDefault(form => form.Kind == stated) is not { } form)
        {
            _mistakes.Add(Line(), $"an entry '{stated}'", $"expected one of {string.Join(", ", EntryForms.All.Select(one => one.Kind))}", "correct it");
            return null;
        }
        return Fill(form, values);
    }

    private FilledForm Fill(EntryForm form, List<string> values)
    {
        var line = Line();
        var filled = FilledForm.InFile(form, line);
        for (var column = 0; column < values.Count; column++)
        {
            var name = _columns[column];
            if (form.Has(name)) filled.Fill(name, values[column], $"{line}, {name}");
            else if (values[column].Length > 0 && EntryForms.All.Any(other => other.Has(name))) _mistakes.Add($"{line}, {name}", $"'{values[column]}'", $"expected nothing: a {form.Kind} has no such field", "leave it empty");
        }
        return filled;
    }

    private List<string> Fields()
    {
        List<string> fields = [.. Enumerable.Range(0, _rows.FieldCount).Select(field => Encoding.UTF8.GetString(_rows.Field(field)).Trim())];
        _characters += fields.Sum(field => field.Length);
        return fields;
    }

    private string Line() => string.Create(CultureInfo.InvariantCulture, $"{_name}, line {_rows.LineNumber}");
}
