using System.Globalization;
using System.Xml.Linq;
using Tributary.Ledgers;

namespace Tributary.Tests.Sources.Iati;

/// <summary>What the facts hold of real files against the files themselves, read by other means.</summary>
public sealed class RealActivitiesTests(RealActivitiesTests.Imported imported) : IClassFixture<RealActivitiesTests.Imported>
{
    [Fact]
    public void Sums_OfEachRealFile_AreThoseOfItsXml()
    {
        foreach (var (document, file) in imported.Files())
        {
            var expected = XmlSums.Of(file).Sums;
            Assert.Equal(Text(expected), Text(FactSums.OfDocument(imported.Facts, document.Sha256).Sums));
        }
    }

    [Fact]
    public void Sums_OfTheLatestWord_AreThoseOfAllFiles()
    {
        // No activity stands in two of these files.
        var expected = new XmlSums();
        foreach (var activity in imported.Files().SelectMany(file => file.Xml.Root!.Elements("iati-activity"))) expected.Add(activity);
        Assert.Equal(Text(expected.Sums), Text(FactSums.OfLatest(imported.Facts).Sums));
        Assert.True(expected.Sums.Count > 500, $"{expected.Sums.Count} sums");
    }

    [Fact]
    public void Rows_OfEachRealFile_AreThoseOfItsXml()
    {
        foreach (var (document, file) in imported.Files())
        {
            var activities = file.Root!.Elements("iati-activity").ToList();
            var expected = new SortedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["activity"] = activities.Count,
                ["activity_party"] = Count("participating-org"),
                ["activity_share"] = Shares(activities) + Shares(activities.Elements("transaction")),
                ["activity_scope"] = activities.Elements("humanitarian-scope").Count(scope => scope.Attribute("code") is not null),
                ["related_activity"] = activities.Elements("related-activity").Count(related => related.Attribute("ref") is not null),
                ["activity_transaction"] = Count("transaction"),
                ["iati_budget WHERE kind = 'budget'"] = Count("budget"),
                ["iati_budget WHERE kind = 'planned_disbursement'"] = Count("planned-disbursement"),
                ["organisation"] = 0,
            };
            Assert.Equal(expected, expected.Keys.ToDictionary(table => table, table => imported.Count(table, document.Code)).OrderBy(table => table.Key, StringComparer.Ordinal));

            long Count(string name) => activities.Elements(name).Count();
        }

        static long Shares(IEnumerable<XElement> elements) => elements.Elements().Count(element => element.Name.LocalName is "recipient-country" or "recipient-region" or "sector");
    }

    [Fact]
    public void Words_OfEachRealFile_AreAllKept()
    {
        foreach (var (document, file) in imported.Files()) Assert.Empty(StatedWords.Lost(file, imported.Facts, document.Code));
    }

    // Of 11,678 transactions with both days, an eighth are to be converted on another day than that on which they were made.
    [Fact]
    public void ValueDates_OfRealFiles_DifferFromTheDayOfTheTransaction() =>
        Assert.Equal((11_709, 11_678, 1431), imported.Facts.Query("SELECT count(*)::INTEGER, count(date)::INTEGER, (count(*) FILTER (date <> value_date))::INTEGER FROM activity_transaction", row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), TestContext.Current.CancellationToken)[0]);

    [Fact]
    public void Oddities_OfRealFiles_AreCounted()
    {
        var counts = imported.Facts.Query("SELECT d.name, i.code, i.count FROM issue_count i JOIN document d ON d.code = i.document ORDER BY ALL", row => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(row.GetString(0))} {row.GetString(1)} {row.GetInt64(2)}"), TestContext.Current.CancellationToken);
        Assert.Equal(["dportal_114 iati-percentages-not-100 19", "ocha_fts_haiti2010_pre1.0 iati-date-unreadable 31", "ocha_fts_haiti2010_pre1.0 iati-identifier-missing 287", "ocha_fts_haiti2010_pre1.0 iati-transaction-type-missing 383"], counts);
    }

    [Theory]
    [InlineData("type", "dfid_2011_AF_v101", "2")]
    [InlineData("type", "ocha_fts_haiti2010_pre1.0", "")]
    public void Types_OfOldFiles_AreThoseOfTheStandard(string column, string file, string types) =>
        Assert.Equal(types, string.Join(' ', imported.Facts.Query($"SELECT DISTINCT t.text FROM activity_transaction a JOIN document d ON d.code = a.document JOIN term t ON t.code = a.{column} WHERE d.name LIKE '%{file}%' ORDER BY t.text::INTEGER", row => row.GetString(0), TestContext.Current.CancellationToken)));

    private static string Text(IReadOnlyDictionary<SumKey, decimal> sums) => string.Join('\n', sums.OrderBy(sum => sum.Key.ToString(), StringComparer.Ordinal).Select(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Key} {sum.Value:0.############################}")));

    /// <summary>A ledger with every real file.</summary>
    public sealed class Imported : IDisposable
    {
        private readonly TempLedger? _ledger;
        private readonly Facts? _facts;
        private readonly string? _folder = SharedData.Find("iati/real");

        public Imported()
        {
            if (_folder is null) return;
            _ledger = TempLedger.Of(Directory.GetFiles(_folder, "*.xml"));
            _facts = new SnapshotStore(_ledger.Paths).OpenCurrent();
        }

        internal Facts Facts
        {
            get
            {
                Assert.SkipWhen(_facts is null, "the real IATI files are not to hand");
                return _facts;
            }
        }

        internal IEnumerable<(FactDocument Document, XDocument Xml)> Files() => Facts.Documents.Values.Select(document => (document, XDocument.Load(document.Name, LoadOptions.PreserveWhitespace)));

        internal long Count(string table, int document) => Facts.Connection.Scalar($"SELECT count(*) FROM {table} {(table.Contains("WHERE", StringComparison.Ordinal) ? "AND" : "WHERE")} document = {document.ToString(CultureInfo.InvariantCulture)}");

        public void Dispose()
        {
            _facts?.Dispose();
            _ledger?.Dispose();
        }
    }
}
