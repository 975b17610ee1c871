using System.Globalization;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>HDX's files of all countries: what is counted from the flows against what is published beside them.</summary>
public sealed class GlobalCountriesTests
{
    private const string Folder = "fts/global-2026-04";

    [Fact]
    public void Funding_OfEveryCountryIn2026_IsAsPublished()
    {
        var folder = SharedData.Find(Folder);
        Assert.SkipWhen(folder is null, "HDX's files of all countries are not to hand");
        var flows = new[] { "incoming", "internal", "outgoing" }.Select(set => Path.Combine(folder, $"fts_{set}_funding_global.csv"));
        using var ledger = TempLedger.Of([.. flows]);
        var published = Published(Path.Combine(folder, "fts_requirements_funding_global.csv"), "2026");
        Assert.Equal(101, published.Count);
        var token = TestContext.Current.CancellationToken;
        using var open = Ledger.Open(ledger.Folder, token: token);
        var counted = published.Keys.ToDictionary(country => country,
            country => open.Ask(new FundingQuestion { Countries = [country], Years = [2026] }, token).FundingUsd, StringComparer.Ordinal);
        Assert.Empty(published.Where(country => counted[country.Key] != country.Value)
            .Select(country => string.Create(CultureInfo.InvariantCulture, $"{country.Key}: published {country.Value}, counted {counted[country.Key]}")));
    }

    private static Dictionary<string, decimal> Published(string path, string year) => PublishedCsv.Rows(path)
        .Where(row => row["year"] == year && row["funding"].Length > 0)
        .GroupBy(row => row["countryCode"], StringComparer.Ordinal)
        .ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Figure("funding")!.Value), StringComparer.Ordinal);
}
