using System.Text;
using Tributary.Exporting;
using Tributary.Reading;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Exporting;

/// <summary>Every country of HDX's global files of April 2026: what was imported comes out again, row by row, in HDX's order.</summary>
public sealed class HdxGlobalTests : IDisposable
{
    private readonly TempLedger? _ledger;

    public HdxGlobalTests()
    {
        var folder = SharedData.Find("fts/global-2026-04");
        Assert.SkipWhen(folder is null, "HDX's global files are not to hand");
        _ledger = new TempLedger();
        _ledger.Import(new DateOnly(2026, 4, 17), folder);
        Folder = folder;
    }

    private string Folder { get; } = "";

    // Of the countries that differ from one another in what they have, every tenth besides.
    private static IEnumerable<string> Some(IEnumerable<string> countries) =>
        countries.Where((country, index) => index % 10 == 0 || country is "AFG" or "ABW" or "COD" or "UKR" or "TUR");

    [Fact]
    public void Export_OfACountry_IsItsPartOfTheGlobalRequirementFiles()
    {
        var differ = new List<string>();
        string[] kinds = ["requirements_funding", "requirements_funding_covid", "requirements_funding_cluster", "requirements_funding_globalcluster"];
        var published = kinds.ToDictionary(kind => kind, kind => Rows(File.ReadAllText($"{Folder}/fts_{kind}_global.csv")).ToLookup(row => row[0], StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var country in Some(published["requirements_funding"].Select(rows => rows.Key).Where(code => code.Length == 3)))
        {
            var texts = HdxExportTests.Texts(_ledger!.Ask(new HdxQuestion { Country = country }));
            foreach (var kind in kinds) differ.AddRange(Differences(Known(kind, published[kind][country]), texts, $"fts_{kind}_{country.ToLowerInvariant()}.csv"));
        }
        Assert.True(differ.Count == 0, string.Join('\n', differ.Take(20)));
    }

    [Theory]
    [InlineData("incoming")]
    [InlineData("internal")]
    public void Export_OfFlowsIntoACountry_IsItsBlockOfTheGlobalFile(string boundary)
    {
        var differ = new List<string>();
        var rows = Rows(File.ReadAllText($"{Folder}/fts_{boundary}_funding_global.csv"))[1..].DistinctBy(row => row[33]).ToList();
        foreach (var country in Some(rows.SelectMany(row => row[15].Split(',')).Distinct(StringComparer.Ordinal).Where(code => code.Length == 3)))
        {
            var expected = rows.Where(row => row[15].Split(',').Contains(country, StringComparer.Ordinal)).OrderByDescending(row => row[0], StringComparer.Ordinal).ThenBy(row => int.Parse(row[33], System.Globalization.CultureInfo.InvariantCulture));
            var texts = HdxExportTests.Texts(_ledger!.Ask(new HdxQuestion { Country = country, Year = 2026 }));
            differ.AddRange(Differences([.. expected], texts, $"fts_{boundary}_funding_{country.ToLowerInvariant()}.csv"));
        }
        Assert.True(differ.Count == 0, string.Join('\n', differ.Take(20)));
    }

    private static IEnumerable<string> Differences(List<string[]> expected, SortedDictionary<string, string> texts, string name)
    {
        var actual = texts.TryGetValue(name, out var text) ? Rows(text)[1..] : [];
        if (expected.Count != actual.Count) yield return $"{name}: {expected.Count} rows published, {actual.Count} written";
        foreach (var (published, written) in expected.Zip(actual).Where(pair => !pair.First.SequenceEqual(pair.Second))) yield return $"{name}: {string.Join(',', published)} | {string.Join(',', written)}";
    }

    // A cluster without any figure leaves no trace in the facts, nor does a plan of which no cluster has one.
    private static List<string[]> Known(string kind, IEnumerable<string[]> rows) => kind is "requirements_funding" or "requirements_funding_covid"
        ? [.. rows]
        : [.. rows.GroupBy(row => row[1], StringComparer.Ordinal).Where(plan => plan.Any(HasFigure)).SelectMany(plan => plan.Where(row => row[7].Length == 0 || HasFigure(row)))];

    private static bool HasFigure(string[] clusterRow) => clusterRow[9].Length + clusterRow[10].Length > 0;

    public void Dispose() => _ledger?.Dispose();

    // Marks are taken off: HDX writes some references that begin with a tab.
    private static List<string[]> Rows(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var csv = new CsvReader(stream);
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(field => Encoding.UTF8.GetString(FormulaMark.IsMarked(csv.Field(field)) ? csv.Field(field)[1..] : csv.Field(field)))]);
        return rows;
    }
}
