using System.Collections.Frozen;
using System.Text;
using Tributary.Parties;

namespace Tributary.Proposing;

/// <summary>What a name in a report stands for.</summary>
internal enum NameKind : byte
{
    /// <summary>A country by its name.</summary>
    Country,

    /// <summary>Of a country: Russian.</summary>
    Adjective,

    /// <summary>The people of a country: Russians.</summary>
    People,

    /// <summary>A capital, or where a state speaks from: Moscow, the Kremlin.</summary>
    Capital,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>Several that are not named: regional states.</summary>
    Group,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>A name that is known.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The name of the country or organisation; of a capital the city's.</param>
/// <param name="Iso3">The country; null for none.</param>
internal sealed record KnownName(NameKind Kind, string Name, string? Iso3);

/// <summary>Names of countries, their peoples and capitals, and of organisations that give, ask or speak.</summary>
/// <remarks>The tables are <c>countries.csv</c>, <c>peoples.csv</c> and <c>organisations.csv</c>. A name in capitals alone is found in capitals alone: US is a country, us is none.</remarks>
internal static class Gazetteer
{
    private const int WordsMax = 8;

    private static readonly (string Names, string Iso3)[] Further =
    [
        ("Britain|Great Britain|United Kingdom|UK|U.K.|England", "GBR"), ("United States|US|U.S.|USA|U.S.A.|America|United States of America|White House|State Department|Pentagon|Biden administration|Trump administration|Obama administration", "USA"), ("United Arab Emirates|UAE|U.A.E.|Emirates", "ARE"),
        ("South Korea|Republic of Korea", "KOR"), ("North Korea|DPRK", "PRK"), ("Democratic Republic of Congo|DRC|DR Congo|Democratic Republic of the Congo", "COD"), ("Palestine|Gaza|Gaza Strip|West Bank|Palestinian territories|Palestinian Territories", "PSE"),
        ("Turkey|Türkiye|Turkiye", "TUR"), ("Myanmar|Burma", "MMR"), ("Syria", "SYR"), ("Russia|Russian Federation", "RUS"), ("Ivory Coast", "CIV"), ("Iran|Islamic Republic of Iran", "IRN"), ("Czech Republic|Czechia", "CZE"), ("Saudi Arabia", "SAU"),
        ("Netherlands|Holland", "NLD"), ("Vatican|Holy See", "VAT"), ("Vietnam", "VNM"), ("Laos", "LAO"), ("Bolivia", "BOL"), ("Venezuela", "VEN"), ("Tanzania", "TZA"), ("Moldova", "MDA"), ("Sri Lanka", "LKA"), ("New Zealand", "NZL"),
        ("East Timor|Timor-Leste", "TLS"), ("Cape Verde", "CPV"), ("Kosovo", "XKX"), ("Taiwan", "TWN"), ("Brunei", "BRN"), ("Bosnia|Bosnia and Herzegovina", "BIH"), ("North Macedonia|Macedonia", "MKD"), ("Gambia|The Gambia", "GMB"), ("Bahamas", "BHS"),
    ];

    private static readonly Lazy<FrozenDictionary<string, Phrase[]>> Loaded = new(Load);

    private static readonly Lazy<Dictionary<string, string>> Usual = new(() => Further.ToDictionary(country => country.Iso3, country => country.Names.Split('|')[0], StringComparer.Ordinal));

    /// <summary>The name by which reports call a country.</summary>
    public static string UsualName(string iso3) => Usual.Value.TryGetValue(iso3, out var name) ? name : Countries.ByIso3[iso3].Name;

    /// <summary>The country of a capital; null for another city.</summary>
    public static string? CapitalOf(string city)
    {
        var (tokens, _) = Tokenizer.Read(city, 0, city.Length);
        return tokens.Length > 0 && Find(city, tokens, 0) is ({ Kind: NameKind.Capital } name, _) ? name.Iso3 : null;
    }

    /// <summary>The known names that begin with a token, and how many tokens the longest of them has; 0 for none.</summary>
    public static (KnownName? Name, int Length) Find(string text, Token[] tokens, int at)
    {
        var lookup = Loaded.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start), out var phrases)) return (null, 0);
        foreach (var phrase in phrases)
        {
            if (phrase.Matches(text, tokens, at)) return (phrase.Name, phrase.Words.Length);
        }
        return (null, 0);
    }

    private static FrozenDictionary<string, Phrase[]> Load()
    {
        var phrases = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        foreach (var (names, iso3) in Further) AddAll(phrases, names, new KnownName(NameKind.Country, UsualName(iso3), iso3));
        foreach (var country in Countries.ByIso3.Values) Add(phrases, country.Name, new KnownName(NameKind.Country, UsualName(country.Iso3), country.Iso3));
        foreach (var fields in Table("peoples.csv")) AddPeople(phrases, fields);
        foreach (var fields in Table("organisations.csv")) AddAll(phrases, fields[1], new KnownName(NameKind.Organisation, fields[0], fields[2].Length > 0 ? fields[2] : null));
        return phrases.Select(phrase => new Phrase(WordsOf(phrase.Key), phrase.Value)).Where(phrase => phrase.Words.Length is > 0 and <= WordsMax)
            .GroupBy(phrase => phrase.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    private static void AddPeople(Dictionary<string, KnownName> phrases, string[] fields)
    {
        var (iso3, name) = (fields[0], UsualName(fields[0]));
        foreach (var capital in Parts(fields[1])) phrases.TryAdd(capital, new KnownName(NameKind.Capital, capital.Contains("Kremlin", StringComparison.Ordinal) ? "Moscow" : capital, iso3));
        AddAll(phrases, fields[2], new KnownName(NameKind.Adjective, name, iso3));
        AddAll(phrases, fields[3], new KnownName(NameKind.People, name, iso3));
    }

    private static void AddAll(Dictionary<string, KnownName> phrases, string names, KnownName name)
    {
        foreach (var part in Parts(names)) Add(phrases, part, name);
    }

    // The names that reports use come in the order of the tables; "Bolivia, Plurinational State of" is not one of them.
    private static void Add(Dictionary<string, KnownName> phrases, string text, KnownName name)
    {
        if (!text.Contains(',', StringComparison.Ordinal)) phrases.TryAdd(text, name);
    }

    private static string[] Parts(string names) => names.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string[] WordsOf(string name)
    {
        var (tokens, _) = Tokenizer.Read(name, 0, name.Length);
        return Array.ConvertAll(tokens, token => name[token.Start..token.End]);
    }

    private static IEnumerable<string[]> Table(string name)
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream($"Proposing/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }

    private sealed record Phrase(string[] Words, KnownName Name)
    {
        private readonly bool _isInCapitals = Words.All(word => !word.Any(char.IsLower));
        private readonly bool _isCapital = char.IsUpper(Words[0][0]);

        public bool Matches(string text, Token[] tokens, int at)
        {
            if (at + Words.Length > tokens.Length || (_isCapital && !tokens[at].IsCapital)) return false;
            for (var word = 0; word < Words.Length; word++)
            {
                var token = tokens[at + word];
                if (!text.AsSpan(token.Start, token.End - token.Start).Equals(Words[word], _isInCapitals ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) return false;
            }
            return true;
        }
    }
}
