using System.Globalization;
using Tributary.Reading;

namespace Tributary.Deciding;

/// <summary>Reads forms from YAML: a conference, who came, what was said, called for and pledged.</summary>
internal sealed class EntryYaml
{
    private const string ConferenceField = "conference";

    private static readonly Dictionary<string, EntryForm> Lists = new(StringComparer.Ordinal)
    {
        ["participants"] = EntryForms.Participant,
        ["statements"] = EntryForms.Statement,
        ["calls"] = EntryForms.Call,
        ["pledges"] = EntryForms.Pledge,
    };

    private readonly string _name;
    private readonly Mistakes _mistakes;
    private readonly List<FilledForm> _forms = [];
    private readonly Dictionary<string, (string Text, string Place)> _common = new(StringComparer.Ordinal);

    private EntryYaml(string name, Mistakes mistakes) => (_name, _mistakes) = (name, mistakes);

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="mistakes">Takes what cannot be read of it.</param>
    /// <exception cref="DecisionRefusedException">It is no YAML of the form.</exception>
    public static List<FilledForm> Read(string text, string name, Mistakes mistakes)
    {
        var yaml = new EntryYaml(name, mistakes);
        var (root, problem) = YamlReader.Read(text);
        if (problem is not null) throw EntryFile.Refused(yaml.Line(problem.Line), problem.Found, problem.Expected, problem.Advice);
        if (root is not YamlMap map) throw EntryFile.Refused(yaml.Line(root!.Line), "no keys", $"expected document, conference, {string.Join(", ", Lists.Keys)}", "see docs/conferences.md for an example");
        yaml.ReadFile(map);
        return yaml._forms;
    }

    private void ReadFile(YamlMap file)
    {
        if (file.Values.GetValueOrDefault(EntryForm.Document) is { } document) ReadCommon(EntryForm.Document, document);
        if (file.Values.GetValueOrDefault(ConferenceField) is { } conference) ReadConference(conference);
        foreach (var (key, value) in file.Values)
        {
            if (Lists.TryGetValue(key, out var form)) ReadList(form, key, value);
            else if (key is not (EntryForm.Document or ConferenceField)) Wrong(value, $"the key '{key}'", $"expected document, conference, {string.Join(", ", Lists.Keys)}", "look for a slip, or leave it out");
        }
    }

    // A map is a conference to be entered; a text names one of the ledger, for the entries below.
    private void ReadConference(YamlNode value)
    {
        if (value is not YamlMap map)
        {
            ReadCommon(ConferenceField, value);
            return;
        }
        ReadForm(EntryForms.Conference, map);
        if (map.Values.GetValueOrDefault(ConferenceForm.Id) is { } id) ReadCommon(ConferenceField, id);
    }

    private void ReadCommon(string field, YamlNode value)
    {
        if (value is YamlText { Text: var text }) _common[field] = (text, Line(value.Line));
        else Wrong(value, $"{field} with several values", "expected a text", "write one value");
    }

    private void ReadList(EntryForm form, string key, YamlNode value)
    {
        if (value is YamlText { Text: "" }) return;
        if (value is not YamlList list)
        {
            Wrong(value, $"{key} without a list", "expected a list", "begin each entry with a hyphen");
            return;
        }
        foreach (var item in list.Items)
        {
            if (item is YamlMap map) ReadForm(form, map);
            else Wrong(item, $"one of {key} without fields", $"expected {string.Join(", ", form.Fields.Select(field => field.Name))}", "write each field as name: value");
        }
    }

    private void ReadForm(EntryForm form, YamlMap map)
    {
        var filled = FilledForm.InFile(form, Line(map.Line));
        foreach (var (field, common) in _common.Where(common => form.Has(common.Key))) filled.Fill(field, common.Text, common.Place);
        foreach (var (key, value) in map.Values)
        {
            if (!form.Has(key)) Wrong(value, $"the key '{key}'", $"expected {string.Join(", ", form.Fields.Select(field => field.Name))}", "look for a slip, or leave it out");
            else if (value is YamlText { Text: var text }) filled.Fill(key, text, Line(value.Line));
            else if (value is YamlList list && form[key].IsList && list.Items.All(item => item is YamlText)) filled.Fill(key, string.Join("; ", list.Items.Cast<YamlText>().Select(item => item.Text)), Line(value.Line));
            else Wrong(value, $"{key} with several values", "expected a text", "write one value");
        }
        _forms.Add(filled);
    }

    private string Line(int line) => string.Create(CultureInfo.InvariantCulture, $"{_name}, line {line}");

    private void Wrong(YamlNode node, string found, string expected, string advice) => _mistakes.Add(Line(node.Line), found, expected, advice);
}
