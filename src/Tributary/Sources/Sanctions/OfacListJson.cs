using System.Globalization;
using System.Text.Json;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>OFAC's SDN list as JSON: references, names, types and programmes, as mirrors make it from <c>sdn.csv</c> and <c>alt.csv</c>.</summary>
/// <remarks>No form of OFAC's own: it states no births, addresses or numbers, and all other names as equally good. Left out on purpose: what the mirror says about itself.</remarks>
internal sealed class OfacListJson : IDocumentFormat
{
    private const string MirrorReason = "what whoever made the JSON says about it, not about the list";

    /// <inheritdoc/>
    public string Name => "ofac-list-json";

    /// <inheritdoc/>
    public string Title => "OFAC SDN list (JSON of a mirror)";

    /// <inheritdoc/>
    public string FlowPlace => "/entries/{0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var paths = new JsonHead(head);
        return paths.HasAny("entries/*/alternateNames") && paths.HasAny("entries/*/programs") && paths.HasAny("entries/*/uid");
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token) => new Reading(new JsonStream(document, token), sink).Read();

    private sealed class Reading(JsonStream json, IRecordSink sink)
    {
        private readonly ListReading _reading = new(sink);
        private DateOnly? _day;
        private int? _count;

        public ReadIssue? Read()
        {
            if (json.TryEnter(JsonTokenType.StartObject))
            {
                while (json.NextProperty(out var name))
                {
                    if (name != "entries") ReadBeside(name);
                    else if (ReadEntries() is { } fatal) return fatal;
                }
            }
            return json.Finish() ?? _reading.End(new ListVersion(SanctionsList.Ofac, _day, 0, ListedFields.Type | ListedFields.Aliases | ListedFields.Programmes), _count);
        }

        private ReadIssue? ReadEntries()
        {
            if (!json.TryEnter(JsonTokenType.StartArray)) return null;
            while (json.NextElement(out var element))
            {
                using var entry = JsonDocument.Parse(element.ToArray());
                var place = string.Create(CultureInfo.InvariantCulture, $"/entries/{_reading.Read}");
                if (_reading.Add(ReadEntry(place, entry.RootElement)) is { } fatal) return fatal;
            }
            return null;
        }

        private void ReadBeside(string name)
        {
            if (!json.TryTake(out var taken)) return;
            using var value = JsonDocument.Parse(taken.ToArray());
            if (name == "published") _day = _reading.Day("/published", name, Text(value.RootElement), "yyyy-MM-dd");
            else if (name == "counts") _count = CountOf(value.RootElement);
            else sink.Ignore(name, MirrorReason);
        }

        private static int? CountOf(JsonElement counts) =>
            counts.ValueKind == JsonValueKind.Object && counts.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Number && entries.TryGetInt32(out var count) ? count : null;

        private EntryDraft ReadEntry(string place, JsonElement element)
        {
            var entry = new EntryDraft(place);
            foreach (var field in element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default)
            {
                switch (field.Name)
                {
                    case "uid": entry.Id = Text(field.Value); break;
                    case "name": entry.AddName(Text(field.Value), NameKind.Primary, AliasQuality.Unstated); break;
                    case "type": entry.Type = TypeOf(place, Text(field.Value)); break;
                    case "programs": foreach (var programme in Texts(field.Value)) entry.AddProgramme(programme); break;
                    case "alternateNames": foreach (var name in Texts(field.Value)) entry.AddName(name, NameKind.Alias, AliasQuality.Unstated); break;
                    default: _reading.ReportField($"entries/*/{field.Name}", place); break;
                }
            }
            return entry;
        }

        private ListedType TypeOf(string place, string? word)
        {
            if (OfacWords.TypeOf(word) is { } type) return type;
            _reading.ReportValue(place, "type", word ?? "");
            return ListedType.Unknown;
        }

        private static IEnumerable<string> Texts(JsonElement array) => array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Select(Text).OfType<string>() : [];

        private static string? Text(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => XmlItem.Clean(value.GetString()!),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
