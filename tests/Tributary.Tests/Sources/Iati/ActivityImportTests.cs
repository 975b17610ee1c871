using System.IO.Compression;
using System.Text;
using CsCheck;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Tests.Errors;

namespace Tributary.Tests.Sources.Iati;

/// <summary>IATI files in a ledger: which statement of an activity counts and from when to when, what is refused, what a rebuild makes.</summary>
public sealed class ActivityImportTests : IDisposable
{
    private const long PropertyRuns = 8;
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger = new();

    [Fact]
    public void LatestWord_OfTwoFiles_IsTheOneChangedLaterWhicheverCameLast()
    {
        _ledger.Import(new DateOnly(2021, 5, 1), Write(Stated("new", "2021-02-01T00:00:00Z")));
        _ledger.Import(new DateOnly(2021, 6, 1), Write(Stated("old", "2021-01-01T00:00:00Z")));
        Assert.Equal("new", Latest());
    }

    [Fact]
    public void LatestWord_OfASecondaryReporter_LosesWithinADay()
    {
        _ledger.Import(Write(Stated("own", "2021-02-01T00:00:00Z")), Write(Stated("other's", "2021-02-01T23:00:00Z", secondary: true)));
        Assert.Equal("own", Latest());
    }

    [Fact]
    public void LatestWord_WithoutADayOfChange_IsThatOfTheLaterFile()
    {
        _ledger.Import(Write(Stated("later", null), generated: "2021-06-01"), Write(Stated("earlier", null), generated: "2021-05-01"));
        Assert.Equal("later", Latest());
    }

    // Else one wrong year would outlive all that its publisher says from then on.
    [Fact]
    public void LatestWord_ThatSaysItIsFromTheFuture_IsOfTheDayOfItsFile()
    {
        _ledger.Import(new DateOnly(2021, 5, 1), Write(Stated("wrong year", "2999-01-01T00:00:00Z"), generated: "2999-01-01"));
        _ledger.Import(new DateOnly(2021, 6, 1), Write(Stated("next", "2021-05-20T00:00:00Z")));
        Assert.Equal("next", Latest());
        Assert.Equal("wrong year", Latest(new DateOnly(2021, 5, 1)));
        Assert.True(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Holds);
        Tributary.Ledger.Rebuild(_ledger.Folder, TimeSpan.FromSeconds(10), token: TestContext.Current.CancellationToken);
        Assert.Equal("next", Latest());
        Assert.Equal("wrong year", Latest(new DateOnly(2021, 5, 1)));
    }

    [Fact]
    public void LatestWord_AsOfADay_IsWhatWasKnownThen()
    {
        _ledger.Import(Write(Stated("first", "2021-01-01T00:00:00Z"), generated: "2021-01-10"), Write(Stated("second", "2021-02-01T00:00:00Z"), generated: "2021-02-10"));
        Assert.Equal("first", Latest(new DateOnly(2021, 2, 9)));
        Assert.Equal("second", Latest(new DateOnly(2021, 2, 10)));
        Assert.Equal("", Latest(new DateOnly(2021, 1, 9)));
    }

    [Fact]
    public void LatestWord_OfAnIdentifierTwiceInAFile_IsTheFirst()
    {
        var report = _ledger.Import(_folder.Write(ActivityXml.File(Stated("first", null), Stated("second", null)), ".xml"));
        Assert.Equal("first", Latest());
        Assert.Equal(("iati-identifier-repeated", 2L), (Assert.Single(report.Documents[0].Issues).Code, report.Documents[0].Records["activities"]));
    }

    [Fact]
    public void LatestWord_OfActivitiesWithoutAnIdentifier_IsEach()
    {
        _ledger.Import(_folder.Write(ActivityXml.File("<iati-activity><title>a</title></iati-activity>", "<iati-activity><title>b</title></iati-activity>"), ".xml"));
        Assert.Equal("a b", Latest());
    }

    private static readonly Gen<string> Statements =
        from id in Gen.Int[1, 2]
        from changed in Gen.Int[0, 3]
        from secondary in Gen.Bool
        from title in Gen.Int[1, 99]
        select Stated($"t{title}", changed == 0 ? null : $"2021-01-0{changed}T0{title % 10}:00:00Z", secondary, $"XI-TEST-{id}");

    [Fact]
    public void Facts_OfShuffledImports_AreTheSame() => Gen.Select(Gen.Select(Statements.Array[1, 3], Gen.Int[1, 3]).Array[2, 4], Gen.Shuffle(Enumerable.Range(0, 4).ToArray())).Sample((files, order) =>
    {
        using var folder = new TempFolder();
        using var inOrder = new TempLedger();
        using var shuffled = new TempLedger();
        var paths = files.Select(file => folder.Write(File(string.Concat(file.Item1), $"2021-01-1{file.Item2}"), ".xml")).ToArray();
        inOrder.Import(paths);
        foreach (var at in order.Where(at => at < paths.Length)) shuffled.Import(paths[at]);
        Assert.Equal(inOrder.Print(), shuffled.Print());
    }, iter: PropertyRuns, threads: 1);

    [Fact]
    public void Rebuild_AfterImportsAndARefusal_GivesTheSameAndVerifies()
    {
        _ledger.Import(_folder.Write(ActivityXml.File(ActivityXml.Everything), ".xml"));
        _ledger.Import(Write(Stated("of a day", null), generated: "2021-06-01"));
        // A refused file of the same import leaves numbers of terms unused.
        Assert.True(_ledger.TryImport([_folder.Write(ActivityXml.File(ActivityXml.Activity("<title>never kept</title>"))[..^10], ".xml")]).Refused);
        _ledger.Import(_folder.Write(ActivityXml.OrganisationsFile(ActivityXml.Organisation), ".xml"), _folder.Write(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction("4e-5"))), ".xml"));
        var before = _ledger.Print();
        var verified = Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken);
        Assert.True(verified.Holds, string.Join('\n', verified.Parts));
        Tributary.Ledger.Rebuild(_ledger.Folder, TimeSpan.FromSeconds(10), token: TestContext.Current.CancellationToken);
        Assert.Equal(before, _ledger.Print());
    }

    [Theory]
    [InlineData("UPDATE activity_transaction SET value = value + 0.000000000000000001", "activity_transaction")]
    [InlineData("UPDATE activity_transaction SET currency = type", "activity_transaction")]
    [InlineData("UPDATE term SET text = 'CHF' WHERE text = 'EUR'", "activity")]
    [InlineData("DELETE FROM activity_share", "activity_share")]
    public void Verify_OfChangedFacts_NamesTheTable(string sql, string table)
    {
        _ledger.Import(_folder.Write(ActivityXml.File(ActivityXml.Everything), ".xml"));
        var store = new SnapshotStore(_ledger.Paths);
        using (var facts = FactDatabase.OpenForWriting(Path.Combine(_ledger.Paths.Facts, LedgerPaths.SnapshotName(store.CurrentNumber()!.Value)), _folder.Path)) facts.Execute($"{sql}; CHECKPOINT");
        Assert.Contains(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Parts, part => !part.Holds && part.Detail.Contains(table, StringComparison.Ordinal));
    }

    [Fact]
    public void Import_OfAGzipFile_IsThatOfTheFile()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(ActivityXml.File(ActivityXml.Everything)));
        Assert.Equal(DocumentOutcome.Imported, _ledger.Import(_folder.Write(packed.ToArray(), ".xml.gz")).Documents[0].Outcome);
        Assert.Equal(DocumentOutcome.AlreadyKnown, _ledger.Import(_folder.Write(ActivityXml.File(ActivityXml.Everything), ".xml")).Documents[0].Outcome);
    }

    public static TheoryData<string, string> Refused() => new()
    {
        { "document-type-declared", "<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<iati-activities version=\"2.03\"><iati-activity><iati-identifier>&b;</iati-identifier></iati-activity></iati-activities>" },
        { "document-truncated", ActivityXml.File(ActivityXml.Everything)[..900] },
        { "document-truncated", ActivityXml.File(ActivityXml.Everything).Replace("</iati-activities>", "", StringComparison.Ordinal) },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity("<title>a & b</title>")) },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity("<title>&undeclared;</title>")) },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity()) + "</iati-activities>" },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity("<title>a & b</title>")) + "<!-- the end -->\n" },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity("<title>a & b</title>"), new string(' ', 200_000))[..^20] },
        { "document-malformed", ActivityXml.File(ActivityXml.Activity()).Replace("version=\"1.0\"", "version=\"1.1\"", StringComparison.Ordinal) },
        { "document-malformed", "\n" + ActivityXml.File(ActivityXml.Activity()) },
        { "document-encoding", ActivityXml.File(ActivityXml.Activity()).Replace("UTF-8", "x-klingon", StringComparison.Ordinal) },
        { "document-encoding", ActivityXml.File(ActivityXml.Activity()).Replace("UTF-8", "utf-7", StringComparison.Ordinal) },
        { "document-encoding", ActivityXml.File(ActivityXml.Activity()).Replace("UTF-8", "utf-16", StringComparison.Ordinal) },
        { "document-record-too-long", ActivityXml.File(ActivityXml.Activity($"<title>{new string('a', 17 << 20)}</title>")) },
        { "document-record-too-long", ActivityXml.File(ActivityXml.Activity($"<title odd=\"{new string('a', 17 << 20)}\"/>")) },
        { "document-record-too-long", ActivityXml.File(ActivityXml.Activity(string.Concat(Enumerable.Repeat("<a>", 70)) + string.Concat(Enumerable.Repeat("</a>", 70)))) },
        { "iati-empty", ActivityXml.File() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Import_OfWhatCannotBeRead_IsRefusedAndChangesNothing(string code, string file)
    {
        _ledger.Import(_folder.Write(ActivityXml.File(ActivityXml.Everything), ".xml"));
        var before = _ledger.Listing();
        var report = _ledger.TryImport([_folder.Write(file, ".xml")]);
        Assert.True(report.Refused);
        var issue = Assert.Single(report.Documents[0].Issues, group => group.Severity == Severity.Fatal).First[0];
        Assert.Equal(code, issue.Code);
        Assert.DoesNotContain("line 0", issue.Place, StringComparison.Ordinal);
        ReproducerTests.AssertClear(issue);
        Assert.Equal(before, _ledger.Listing());
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private static string Stated(string title, string? changed, bool secondary = false, string id = "XI-TEST-1") =>
        $"<iati-activity{(changed is null ? "" : $" last-updated-datetime=\"{changed}\"")}><iati-identifier>{id}</iati-identifier><reporting-org ref=\"XI\" secondary-reporter=\"{(secondary ? 1 : 0)}\"/><title>{title}</title></iati-activity>";

    private static string File(string activities, string generated) => $"<iati-activities version=\"2.03\" generated-datetime=\"{generated}T12:00:00Z\">{activities}</iati-activities>";

    private string Write(string activity, string? generated = null) => _folder.Write(generated is null ? ActivityXml.File(activity) : File(activity, generated), ".xml");

    private string Latest(DateOnly? asOf = null)
    {
        using var whole = new SnapshotStore(_ledger.Paths).OpenCurrent();
        var facts = asOf is { } day ? whole.AsKnownOn(day) : whole;
        return string.Join(' ', facts.Query($"SELECT title FROM activity WHERE {facts.LatestWord} ORDER BY title", row => row.GetString(0), TestContext.Current.CancellationToken));
    }
}
