using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Tributary.Ledgers;

namespace Tributary.Tests.Sources.Iati;

/// <summary>Every text and attribute of records of XML, and what the facts hold of them.</summary>
internal static class StatedWords
{
    private const int DetailsDepthMax = 256;

    // What the tables say beside the document's own words.
    private static readonly HashSet<string> Structure = new(["document", "record", "ordinal", "line", "transaction", "kind", "known_from", "known_to", "currency_basis", "term_currency_basis"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> DateColumns = new(StringComparer.Ordinal) { ["planned_start"] = "1", ["actual_start"] = "2", ["planned_end"] = "3", ["actual_end"] = "4" };

    // The words of version 1 that have codes in version 2, as docs/sources/iati.md lists them.
    private static readonly Dictionary<string, string> OldWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IF"] = "1", ["C"] = "2", ["D"] = "3", ["E"] = "4", ["IR"] = "5", ["LR"] = "6", ["R"] = "7", ["QP"] = "8", ["QS"] = "9", ["CG"] = "10",
        ["Funding"] = "1", ["Accountable"] = "2", ["Extending"] = "3", ["Implementing"] = "4", ["start-planned"] = "1", ["start-actual"] = "2", ["end-planned"] = "3", ["end-actual"] = "4",
        ["DAC"] = "1", ["DAC-3"] = "2", ["COFOG"] = "3", ["NACE"] = "4", ["NTEE"] = "5", ["RO"] = "99", ["RO2"] = "98", ["Original"] = "1", ["Revised"] = "2",
    };

    /// <summary>What the XML states and the facts do not hold.</summary>
    /// <param name="file">A file.</param>
    /// <param name="facts">Facts with the file as one of their documents.</param>
    /// <param name="document">Its number there.</param>
    public static List<string> Lost(XDocument file, Facts facts, int document)
    {
        var held = Held(facts, document);
        var lost = new List<string>();
        var record = 0;
        foreach (var element in file.Root!.Elements().Where(element => element.Name.LocalName is "iati-activity" or "iati-organisation"))
        {
            var words = held[++record];
            lost.AddRange(Stated(element).Where(stated => !Forms(stated.Word).Any(form => Take(words, form))).Select(stated => $"record {record}, {stated.Path}: {stated.Word}"));
        }
        return lost;
    }

    private static bool Take(Dictionary<string, int> words, string form)
    {
        if (words.GetValueOrDefault(form) == 0) return false;
        words[form]--;
        return true;
    }

    // Declarations of namespaces, and what XML Schema says about a file, are no words of a record.
    private static IEnumerable<(string Path, string Word)> Stated(XElement record) =>
        from element in record.DescendantsAndSelf()
        let path = string.Join('/', element.AncestorsAndSelf().TakeWhile(above => above.Parent?.Parent is not null).Reverse().Select(above => above.Name.LocalName))
        from word in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != "http://www.w3.org/2001/XMLSchema-instance" && !IsDefault(element, attribute))
            .Select(attribute => (Path: $"{path}/@{attribute.Name.LocalName}", Word: attribute.Value))
            .Append((Path: path, Word: string.Concat(element.Nodes().OfType<XText>().Where(text => text is XCData || !string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Value))))
        where !string.IsNullOrWhiteSpace(word.Word)
        select (word.Path, Clean(word.Word));

    // The OECD's vocabulary is what a type of aid is in when nobody says, and the record's language what a text is in.
    private static bool IsDefault(XElement element, XAttribute attribute) => (element.Name.LocalName, attribute.Name.LocalName) switch
    {
        ("aid-type" or "default-aid-type", "vocabulary") => attribute.Value == "1",
        ("narrative", "lang") => attribute.Value.Equals(element.AncestorsAndSelf().First(above => above.Parent?.Parent is null).Attribute(attribute.Name)?.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // As written, else as what it means.
    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (word is "0" or "1") yield return word == "1" ? "true" : "false";
        if (decimal.TryParse(word.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) yield return Number(number);
        if (OldWords.TryGetValue(word, out var code)) yield return code;
        if (word.Length == 11 && word[10] == 'Z') yield return word[..10];
        if (word.Length >= 10 && DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) yield return Instant(instant);
        if (word.Length == 3) yield return word.ToUpperInvariant();
    }

    private static Dictionary<int, Dictionary<string, int>> Held(Facts facts, int document)
    {
        var held = new Dictionary<int, Dictionary<string, int>>();
        foreach (var table in FactDatabase.TermColumns.Keys)
        {
            var names = facts.Query($"SELECT column_name FROM duckdb_columns() WHERE table_name = '{table}' ORDER BY column_index", row => row.GetString(0));
            foreach (var (record, words) in facts.Query($"SELECT * FROM {table} WHERE document = {document.ToString(CultureInfo.InvariantCulture)}", row => (Record: row.GetInt32(1), Words: names.SelectMany((name, column) => row.IsDBNull(column) ? [] : Words(facts, table, name, row.GetValue(column))).ToList())))
            {
                if (!held.TryGetValue(record, out var all)) held[record] = all = new(StringComparer.Ordinal);
                foreach (var word in words) all[word] = all.GetValueOrDefault(word) + 1;
            }
        }
        return held;
    }

    private static IEnumerable<string> Words(Facts facts, string table, string column, object value)
    {
        if (Structure.Contains(column)) return [];
        if (column == "details") return Details(JsonDocument.Parse((string)value, new JsonDocumentOptions { MaxDepth = DetailsDepthMax }).RootElement);
        if (FactDatabase.TermColumns[table].Contains(column)) return [facts.Terms[(int)value]];
        return value switch
        {
            bool flag => [flag ? "true" : "false"],
            decimal number => [Number(number)],
            DateOnly day => DateColumns.TryGetValue(column, out var type) ? [Day(day), type] : [Day(day)],
            _ when column == "last_updated" => [Instant(new DateTimeOffset((DateTime)value, TimeSpan.Zero))],
            _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
        };
    }

    // Names of elements are no words; the first string of an array is one.
    private static IEnumerable<string> Details(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Skip(1).SelectMany(Details),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Details(member.Value)),
        _ => [Clean(json.GetString()!)],
    };

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
