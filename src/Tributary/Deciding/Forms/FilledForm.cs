namespace Tributary.Deciding;

/// <summary>A form as somebody filled it in: texts by field, each with its place.</summary>
internal sealed class FilledForm
{
    private readonly Dictionary<string, (string Text, string Place)> _values = new(StringComparer.Ordinal);
    private readonly Func<string, string> _placeOfMissing;

    /// <param name="form">The form.</param>
    /// <param name="place">Where the entry stands.</param>
    /// <param name="placeOfMissing">The place at which to tell that a field is missing.</param>
    private FilledForm(EntryForm form, string place, Func<string, string> placeOfMissing) => (Form, EntryPlace, _placeOfMissing) = (form, place, placeOfMissing);

    public EntryForm Form { get; }

    /// <summary>Where the entry stands.</summary>
    public string EntryPlace { get; }

    /// <summary>A form at a line of a file.</summary>
    public static FilledForm InFile(EntryForm form, string line) => new(form, line, field => $"{line}, {field}");

    /// <summary>A form of the options of a command, or of values that a program has.</summary>
    public static FilledForm OfOptions(EntryForm form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var filled = new FilledForm(form, form.Kind, field => $"--{field}");
        foreach (var (field, text) in fields) filled.Fill(field, text, $"--{field}");
        return filled;
    }

    /// <summary>Fills a field in. An empty text leaves it open.</summary>
    public void Fill(string field, string text, string place)
    {
        if (!string.IsNullOrWhiteSpace(text)) _values[field] = (text.Trim(), place);
    }

    public string? Text(string field) => _values.TryGetValue(field, out var value) ? value.Text : null;

    public string Place(string field) => _values.TryGetValue(field, out var value) ? value.Place : _placeOfMissing(field);
}
