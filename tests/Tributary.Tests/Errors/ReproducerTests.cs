using Tributary.Import;
using Tributary.Provenance;
using Tributary.Sources.Sanctions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Errors;

/// <summary>Each issue code has a folder of documents that have it. An import of one says just that, and a refused one changes nothing.</summary>
public sealed class ReproducerTests(ReproducerTests.KeptLedger kept) : IClassFixture<ReproducerTests.KeptLedger>
{
    /// <summary>The documents, as <c>code/file</c>.</summary>
    public static TheoryData<string> Documents() => [.. Directory.EnumerateFiles(ErrorCatalogue.Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(ErrorCatalogue.Folder, path))
        .Where(path => path.Contains('/', StringComparison.Ordinal) && !IsAboutThem(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Import_Reproducer_GivesItsCodeOnce(string document)
    {
        var code = Path.GetDirectoryName(document)!;
        var severity = ErrorCatalogue.InDocs()[code];
        // A reader is shown only what it recognises: this code cannot arise on the way through an import.
        var issue = code == "hdx-column-missing" ? ReadDirectly(document) : severity == "warning" ? ImportWarned(document) : ImportRefused(document);
        Assert.Equal((code, severity), (issue.Code, issue.Severity.ToString().ToLowerInvariant()));
        AssertClear(issue);
        Golden.Verify($"{issue}\n", $"tests/Tributary.Tests/Errors/{document}.message.txt");
    }

    [Fact]
    public void Catalogue_OfSourceDocsAndReproducers_IsTheSame()
    {
        Assert.Equal(ErrorCatalogue.InSource(), ErrorCatalogue.InDocs().Keys);
        Assert.Equal(ErrorCatalogue.InSource(), ErrorCatalogue.Reproduced());
        Assert.Empty(ErrorCatalogue.StrayLiterals());
    }

    /// <summary>Holds a message to its form: <c>place: found; expected; advice</c>, on one line, of a readable length.</summary>
    internal static void AssertClear(ReadIssue issue)
    {
        Assert.All([issue.Place, issue.Found, issue.Expected, issue.Advice], part => Assert.False(string.IsNullOrWhiteSpace(part)));
        var message = issue.ToString();
        Assert.StartsWith($"{issue.Place}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
        Assert.InRange(message.Length, 20, 400);
    }

    private ReadIssue ImportRefused(string document)
    {
        var report = kept.Ledger.TryImport([Path.Combine(ErrorCatalogue.Folder, document)]);
        Assert.True(report.Refused);
        Assert.Equal(kept.Before, kept.Ledger.Listing());
        return OnlyIssue(report);
    }

    private static ReadIssue ImportWarned(string document)
    {
        using var ledger = new TempLedger();
        return OnlyIssue(ledger.Import(Path.Combine(ErrorCatalogue.Folder, document)));
    }

    private static ReadIssue ReadDirectly(string document)
    {
        using var ledger = new TempLedger();
        Assert.Equal("format-unknown", OnlyIssue(ledger.TryImport([Path.Combine(ErrorCatalogue.Folder, document)])).Code);
        using var stream = File.OpenRead(Path.Combine(ErrorCatalogue.Folder, document));
        return Formats.Named(Path.GetFileNameWithoutExtension(document)).Read(stream, new Sources.Fts.RecordingSink(), TestContext.Current.CancellationToken)!;
    }

    private static ReadIssue OnlyIssue(ImportReport report)
    {
        // A list with a record that cannot be used is refused for that too, whatever the record's own code.
        var group = Assert.Single(Assert.Single(report.Documents).Issues, group => group.Code != ListCodes.LacksEntries);
        Assert.Equal(1, group.Count);
        return Assert.Single(group.First);
    }

    private static bool IsAboutThem(string path) => path.EndsWith("README.md", StringComparison.Ordinal) || path.EndsWith(".message.txt", StringComparison.Ordinal);

    /// <summary>A ledger that refused imports must leave as it is.</summary>
    public sealed class KeptLedger : IDisposable
    {
        public KeptLedger()
        {
            using var folder = new TempFolder();
            Ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1 })));
            Before = Ledger.Listing();
        }

        internal TempLedger Ledger { get; }

        internal SortedDictionary<string, string> Before { get; }

        public void Dispose() => Ledger.Dispose();
    }
}
