using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tributary.Parties;

/// <summary>A country or territory of ISO 3166-1, or Kosovo.</summary>
/// <param name="Iso3">ISO 3166-1 alpha-3; XKX for Kosovo, a code that ISO leaves to its users.</param>
/// <param name="Iso2">ISO 3166-1 alpha-2; XK for Kosovo.</param>
/// <param name="Name">ISO's English name.</param>
public sealed record Country(string Iso3, string Iso2, string Name);

/// <summary>Countries by their codes and by the names that humanitarian sources use for them.</summary>
/// <remarks>
/// The table is <c>countries.csv</c>: codes and names of ISO 3166-1, names of UN M49, and spellings of OCHA FTS and others.
/// Regions (Global, Sahel) are no countries and are not found. Safe for several threads.
/// </remarks>
public static class Countries
{
    /// <summary>No name of a country is longer; what is longer is not looked up.</summary>
    private const int TextLengthMax = 200;

    private static readonly Lazy<Table> Loaded = new(Load);

    /// <summary>The countries by ISO 3166-1 alpha-3, in capitals.</summary>
    public static IReadOnlyDictionary<string, Country> ByIso3 => Loaded.Value.ByIso3;

    /// <summary>Finds a country by its alpha-3 code, its alpha-2 code or one of its names.</summary>
    /// <param name="text">Case, accents and punctuation do not matter: <c>cote d'ivoire</c> finds Côte d'Ivoire.</param>
    /// <param name="country">The country.</param>
    /// <returns>False when the text names none, or something larger or smaller than a country.</returns>
    public static bool Find([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Country? country)
    {
        country = null;
        return text is { Length: <= TextLengthMax } && Loaded.Value.ByKey.TryGetValue(Key(text), out country);
    }

    /// <summary>Letters and digits in small letters without accents, one space between words.</summary>
    internal static string Key(ReadOnlySpan<char> text)
    {
        // An ampersand grows to a word of three letters and its spaces.
        Span<char> key = stackalloc char[5 * TextLengthMax];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) key[length++] = WithoutAccent(char.ToLowerInvariant(c));
            else if (c == '&') length = AppendWord(key, length, "and ");
            else if (!IsDropped(c)) length = AppendWord(key, length, "");
        }
        return key[..length].TrimEnd(' ').ToString();
    }

    /// <summary>U.S. is US, and d'Ivoire is one word however its apostrophe is written.</summary>
    private static bool IsDropped(char c) => c is '.' or '\'' or '’' or 'ʼ' or '`' or (>= '\u0300' and < '\u0370');

    private static int AppendWord(Span<char> key, int length, string word)
    {
        if (length > 0 && key[length - 1] != ' ') key[length++] = ' ';
        word.CopyTo(key[length..]);
        return length + word.Length;
    }

    /// <summary>The letters with accents that names of countries have; the invariant culture decomposes none.</summary>
    private static char WithoutAccent(char c) => c switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => 'a',
        'ç' => 'c',
        'è' or 'é' or 'ê' or 'ë' => 'e',
        'ì' or 'í' or 'î' or 'ï' => 'i',
        'ñ' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' => 'o',
        'ù' or 'ú' or 'û' or 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        _ => c,
    };

    private static Table Load()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Parties/countries.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Table();
        reader.ReadLine();
        while (reader.ReadLine() is { } line) table.Add(Fields(line));
        return table;
    }

    /// <summary>The four fields of a line of our own table, in which a quoted field holds no quote.</summary>
    private static string[] Fields(string line)
    {
        var fields = new string[4];
        for (var (at, i) = (0, 0); i < fields.Length; i++)
        {
            var quoted = at < line.Length && line[at] == '"';
            var start = quoted ? at + 1 : at;
            var end = line.IndexOf(quoted ? '"' : ',', start);
            if (end < 0) end = line.Length;
            fields[i] = line[start..end];
            at = quoted ? end + 2 : end + 1;
        }
        return fields;
    }

    private sealed class Table
    {
        public Dictionary<string, Country> ByIso3 { get; } = new(256, StringComparer.Ordinal);

        public Dictionary<string, Country> ByKey { get; } = new(1024, StringComparer.Ordinal);

        public void Add(string[] fields)
        {
            var country = new Country(fields[0], fields[1], fields[2]);
            ByIso3.Add(country.Iso3, country);
            AddKeys(country, country.Iso3, country.Iso2, country.Name);
            AddKeys(country, fields[3].Split('|', StringSplitOptions.RemoveEmptyEntries));
        }

        private void AddKeys(Country country, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) ByKey.Add(Key(name), country);
        }
    }
}
