using System.Text;
using System.Text.Unicode;
using Tributary.Conferences;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Deciding;

/// <summary>Reads entries from a file: YAML with a whole conference in it, or CSV with one entry in each row.</summary>
/// <remarks>The form of both is described in <c>docs/conferences.md</c>. What cannot be read is told when the entries are entered, with all else that does not hold.</remarks>
public static class EntryFile
{
    /// <summary>The most entries of one file.</summary>
    public const int EntriesMax = 10_000;

    /// <summary>Reads a file. One whose name ends in <c>.csv</c> is CSV, all others are YAML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What the rows of a CSV file are that do not say it: conference, participant, statement, call or pledge.</param>
    /// <exception cref="DecisionRefusedException">The file has no such form.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConferenceEntries Read(string path, string kind = "pledge")
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such file; expected entries as YAML or CSV; check the path", path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(file, path, kind, path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="kind">What the rows of a CSV file are that do not say it.</param>
    /// <param name="isCsv">Whether it is CSV; YAML else.</param>
    /// <exception cref="DecisionRefusedException">The file has no such form.</exception>
    public static ConferenceEntries Read(Stream content, string name, string kind, bool isCsv)
    {
        var mistakes = new Mistakes();
        var filled = isCsv ? EntryCsv.Read(content, name, kind, mistakes) : EntryYaml.Read(Text(content, name), name, mistakes);
        return ReadForms(filled, mistakes, isOfAFile: true);
    }

    /// <summary>Reads the fields of one entry as a command line or a program has them.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">Texts by field; an empty one leaves a field open.</param>
    public static ConferenceEntries Of(EntryForm form, IReadOnlyDictionary<string, string> fields)
    {
        var mistakes = new Mistakes();
        foreach (var field in fields.Keys.Where(field => !form.Has(field))) mistakes.Add($"--{field}", $"a {form.Kind} has no such field", $"expected one of {string.Join(", ", form.Fields.Select(one => one.Name))}", "leave it out");
        return ReadForms([FilledForm.OfOptions(form, fields.Where(field => form.Has(field.Key)))], mistakes, isOfAFile: false);
    }

    /// <summary>Reads forms that are filled.</summary>
    internal static ConferenceEntries Of(IReadOnlyList<FilledForm> filled) => ReadForms(filled, new Mistakes(), isOfAFile: false);

    private static ConferenceEntries ReadForms(IReadOnlyList<FilledForm> filled, Mistakes mistakes, bool isOfAFile)
    {
        var places = new EntryPlaces();
        return new ConferenceEntries
        {
            Conferences = Each(EntryForms.Conference),
            Participants = Each(EntryForms.Participant),
            Statements = Each(EntryForms.Statement),
            Calls = Each(EntryForms.Call),
            Pledges = Each(EntryForms.Pledge),
            Places = places,
            Unreadable = mistakes.Found,
            IsOfAFile = isOfAFile,
        };

        List<T> Each<T>(EntryForm<T> form) where T : class, IEvidenced
        {
            var records = new List<T>();
            foreach (var one in filled.Where(one => one.Form == form))
            {
                if (form.Read(one, mistakes) is not { } record) continue;
                places.Add(form.Kind, records.Count, one);
                records.Add(record);
            }
            return records;
        }
    }

    private static string Text(Stream content, string name)
    {
        var bytes = new byte[YamlReader.BytesMax + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > YamlReader.BytesMax) throw Refused(name, $"more than {YamlReader.BytesMax >> 20} MiB", "expected a file of entries", "check that it is what you meant, or split it");
        var text = bytes.AsSpan(0, length);
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw Refused(name, "bytes that are not UTF-8", "expected UTF-8 text", "save it as UTF-8");
    }

    internal static DecisionRefusedException Refused(string place, string found, string expected, string advice) => new([new Mistake(place, found, expected, advice)], isOfAFile: true);
}
