using System.Text.Json;
using CsCheck;
using Tributary.Parties;

namespace Tributary.Tests.Parties;

public sealed class CountriesTests
{
    [Fact]
    public void ByIso3_HasEveryCountryOfIso3166AndKosovo() => Assert.Equal(250, Countries.ByIso3.Count);

    [Theory]
    [InlineData("AFG", "AFG"), InlineData("af", "AFG"), InlineData(" Afghanistan ", "AFG")]
    [InlineData("Congo, The Democratic Republic of the", "COD"), InlineData("Congo", "COG"), InlineData("DR Congo", "COD")]
    [InlineData("occupied Palestinian territory", "PSE"), InlineData("Syrian Arab Republic", "SYR"), InlineData("Turkey", "TUR"), InlineData("Türkiye", "TUR")]
    [InlineData("Venezuela, Bolivarian Republic of", "VEN"), InlineData("Tanzania, United Republic of", "TZA"), InlineData("Bolivia, Plurinational State of", "BOL")]
    [InlineData("United States", "USA"), InlineData("U.S.", "USA"), InlineData("the united states of america", "USA"), InlineData("United Kingdom", "GBR")]
    [InlineData("Côte d'Ivoire", "CIV"), InlineData("COTE D’IVOIRE", "CIV"), InlineData("Co\u0302te d'Ivoire", "CIV"), InlineData("Curaçao", "CUW")]
    [InlineData("Korea, Democratic People's Republic of", "PRK"), InlineData("Korea, Republic of", "KOR"), InlineData("Iran, Islamic Republic of", "IRN")]
    [InlineData("Kosovo", "XKX"), InlineData("XK", "XKX"), InlineData("Trinidad & Tobago", "TTO"), InlineData("St. Vincent & the Grenadines", "VCT")]
    [InlineData("Macedonia, The former Yugoslav Republic of", "MKD"), InlineData("Swaziland", "SWZ"), InlineData("Lao People's Democratic Republic", "LAO")]
    public void Find_CodesAndNames(string text, string iso3)
    {
        Assert.True(Countries.Find(text, out var country), text);
        Assert.Equal(iso3, country.Iso3);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("  "), InlineData("Global"), InlineData("Not specified"), InlineData("Sahel"), InlineData("World"), InlineData("Africa"), InlineData("ZZ"), InlineData("Afghanistan 2020")]
    public void Find_NoCountry_False(string? text) => Assert.False(Countries.Find(text, out _));

    [Fact]
    public void Find_EveryCountryByItsOwnCodesAndNameInAnyCase() => Gen.OneOf([.. Countries.ByIso3.Values]).Select(Gen.Bool).Sample((country, upper) =>
    {
        foreach (var text in new[] { country.Iso3, country.Iso2, country.Name })
        {
            Assert.True(Countries.Find(upper ? text.ToUpperInvariant() : text.ToLowerInvariant(), out var found));
            Assert.Same(country, found);
        }
    });

    [Fact]
    public void Find_AnyText_NeverThrows() => Gen.String.Sample(text => { Countries.Find(text, out _); });

    [Fact]
    public void Find_EveryPlaceThatFtsNamesForAfghanistan()
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "shared/data is not here");
        var names = Directory.EnumerateFiles(folder!, "*.json").SelectMany(LocationNames).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["Global", "Not specified"], names.Where(name => !Countries.Find(name, out _)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Find_EveryCountryCodeThatHdxUses()
    {
        var folder = SharedData.Find("fts/global-2026-04");
        Assert.SkipWhen(folder is null, "shared/data is not here");
        var codes = Directory.EnumerateFiles(folder!, "fts_requirements_*.csv").SelectMany(CountryCodes).ToHashSet(StringComparer.Ordinal);
        Assert.True(codes.Count > 100);
        Assert.DoesNotContain(codes, code => !Countries.ByIso3.ContainsKey(code));
    }

    [Fact]
    public void Find_EveryPlaceOfFlowsThatHdxUses()
    {
        var path = SharedData.Find("fts/global-2026-04/fts_incoming_funding_global.csv");
        Assert.SkipWhen(path is null, "shared/data is not here");
        var header = CsvRows(path!).First();
        var columns = new[] { header.IndexOf("srcLocations"), header.IndexOf("destLocations") };
        // The second row holds HXL tags, not places.
        var codes = CsvRows(path!).Skip(1).Where(row => row.Count == header.Count && !row[0].StartsWith('#'))
            .SelectMany(row => columns.SelectMany(column => row[column].Split(',', StringSplitOptions.RemoveEmptyEntries))).ToHashSet(StringComparer.Ordinal);
        Assert.True(codes.Count > 100);
        Assert.DoesNotContain(codes, code => !Countries.Find(code, out var country) || country.Iso3 != code);
    }

    private static IEnumerable<string> LocationNames(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return LocationNames(json.RootElement).ToList();
    }

    private static IEnumerable<string> LocationNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(LocationNames),
        JsonValueKind.Object => OwnNames(element).Concat(element.EnumerateObject().SelectMany(property => LocationNames(property.Value))),
        _ => [],
    };

    /// <summary>A place's name; in shared groups of a group-by it is a list of names.</summary>
    private static IEnumerable<string> OwnNames(JsonElement element)
    {
        var location = element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Location";
        if (!location || !element.TryGetProperty("name", out var name)) return [];
        return name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Select(one => one.GetString()!) : name.GetString() is { } one ? [one] : [];
    }

    private static IEnumerable<string> CountryCodes(string path) => CsvRows(path).Skip(1).Select(row => row[0]).Where(code => code.Length > 0 && code[0] != '#');

    private static IEnumerable<List<string>> CsvRows(string path)
    {
        var (row, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in File.ReadAllText(path).ReplaceLineEndings("\n"))
        {
            if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n')) field.Append(c);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                yield return row;
                row = [];
            }
        }
    }
}
