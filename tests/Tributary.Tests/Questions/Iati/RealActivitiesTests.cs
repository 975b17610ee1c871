using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Iati;

/// <summary>Sums over real files, against the same sums straight from their XML.</summary>
public sealed class RealActivitiesTests(RealActivitiesTests.RealLedger real) : IClassFixture<RealActivitiesTests.RealLedger>
{
    private static readonly decimal Exact = 0.000001m;

    [Theory]
    [InlineData(ActivityGrouping.Cluster)]
    [InlineData(ActivityGrouping.Country)]
    [InlineData(ActivityGrouping.Sector)]
    public void Sums_OfEveryGroup_AreThoseOfTheXml(ActivityGrouping by)
    {
        Assert.SkipWhen(real.Folder is null, "there is no shared/data/iati/real beside the project");
        var expected = new Dictionary<(string, string?, string, bool), decimal>();
        foreach (var (activity, transaction) in Transactions(real.Folder))
        {
            var value = decimal.Parse(transaction.Element("value")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            foreach (var (group, percent) in Shares(activity, transaction, by))
            {
                var key = (group, transaction.Element("transaction-type")?.Attribute("code")?.Value, Currency(activity, transaction)!, (transaction.Attribute("humanitarian") ?? activity.Attribute("humanitarian"))?.Value is "1" or "true");
                expected[key] = expected.GetValueOrDefault(key) + value * percent / 100;
            }
        }
        var lines = real.Ledger!.Ask(new ActivitySumsQuestion { By = by }).Lines;
        var found = lines.GroupBy(line => (line.Code ?? "rest", line.Type, line.Currency, line.IsHumanitarian)).ToDictionary(group => group.Key, group => group.Sum(line => line.Sum));
        Assert.Equal(expected.Where(sum => Math.Abs(sum.Value) > Exact).Select(sum => sum.Key).ToHashSet(), found.Where(sum => Math.Abs(sum.Value) > Exact).Select(sum => sum.Key).ToHashSet());
        Assert.All(expected, sum => Assert.InRange(found.GetValueOrDefault(sum.Key) - sum.Value, -Exact, Exact));
        Assert.True(lines.Count > 30);
    }

    [Fact]
    public void Sums_ByAnything_AreTheSameInAll()
    {
        Assert.SkipWhen(real.Folder is null, "there is no shared/data/iati/real beside the project");
        var totals = Enum.GetValues<ActivityGrouping>().Select(by => string.Join(' ', real.Ledger!.Ask(new ActivitySumsQuestion { By = by }).Lines.GroupBy(line => line.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {decimal.Round(group.Sum(line => line.Sum), 6):0.######}"))));
        Assert.Single(totals.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Sums_OfAllTransactions_TakeLittleTime()
    {
        Assert.SkipWhen(real.Folder is null, "there is no shared/data/iati/real beside the project");
        var question = new ActivitySumsQuestion { By = ActivityGrouping.Cluster };
        real.Ledger!.Ask(question);
        var watch = Stopwatch.StartNew();
        real.Ledger.Ask(question);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Activities_AllOfThem_CanBeShown()
    {
        Assert.SkipWhen(real.Folder is null, "there is no shared/data/iati/real beside the project");
        foreach (var id in real.Ledger!.Ask(new ActivitiesQuestion()).Activities.Select(line => line.Id).OfType<string>().Where((_, index) => index % 100 == 0))
            Assert.NotEmpty(ActivityTables.Of(real.Ledger.Ask(new ActivityQuestion { Id = id })).Tables);
    }

    // Files of version 2, in which each activity of an identifier stands once over all of them but for those that another file repeats.
    private static IEnumerable<(XElement Activity, XElement Transaction)> Transactions(string folder) =>
        from activity in Directory.GetFiles(folder, "dportal_*.xml").Order(StringComparer.Ordinal).SelectMany(path => XDocument.Load(path).Root!.Elements("iati-activity")).Select((activity, index) => (Element: activity, Id: activity.Element("iati-identifier")?.Value.Trim() is { Length: > 0 } id ? id : $"none {index}"))
            .DistinctBy(activity => activity.Id).Select(activity => activity.Element)
        from transaction in activity.Elements("transaction")
        where Currency(activity, transaction) is not null && decimal.TryParse(transaction.Element("value")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        select (activity, transaction);

    private static string? Currency(XElement activity, XElement transaction) => (transaction.Element("value")?.Attribute("currency")?.Value is { Length: > 0 } own ? own : activity.Attribute("default-currency")?.Value)?.ToUpperInvariant();

    private static IEnumerable<(string Group, decimal Percent)> Shares(XElement activity, XElement transaction, ActivityGrouping by)
    {
        var stated = Of(transaction, by) is { Count: > 0 } own ? own : Of(activity, by);
        if (stated is [var (only, percent)] && percent is null) return [(only, 100)];
        var sum = stated.Sum(share => share.Percent ?? 0);
        if (sum > 100.05m || stated.TrueForAll(share => share.Percent is null)) return [("rest", 100)];
        return [.. stated.Where(share => share.Percent is not null).Select(share => (share.Code, share.Percent!.Value)), ("rest", 100 - sum)];
    }

    private static List<(string Code, decimal? Percent)> Of(XElement owner, ActivityGrouping by) =>
    [
        .. owner.Elements().Where(element => by == ActivityGrouping.Country
                ? element.Name.LocalName is "recipient-country" or "recipient-region"
                : element.Name == "sector" && (element.Attribute("vocabulary")?.Value ?? "1") == (by == ActivityGrouping.Cluster ? "10" : "1"))
            .Select(element => (element.Attribute("code")?.Value ?? "rest", element.Attribute("percentage")?.Value is { } percent ? decimal.Parse(percent, CultureInfo.InvariantCulture) : (decimal?)null)),
    ];

    /// <summary>A ledger of the real files of version 2.</summary>
    public sealed class RealLedger : IDisposable
    {
        public RealLedger()
        {
            Folder = SharedData.Find("iati/real");
            if (Folder is not null) Ledger = TempLedger.Of([.. System.IO.Directory.GetFiles(Folder, "dportal_*.xml")]);
        }

        internal string? Folder { get; }

        internal TempLedger? Ledger { get; }

        public void Dispose() => Ledger?.Dispose();
    }
}
