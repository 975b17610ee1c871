using System.IO.Compression;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Import;

/// <summary>All of the documents or none, once each, in any form.</summary>
public sealed class ImportTests
{
    private static readonly FlowBuilder Flow = new() { Id = 1 };
    private static readonly FundingQuestion Plan = new() { Plans = ["900"] };

    [Fact]
    public void Import_Twice_IsOnce()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var (before, rows) = (ledger.Listing(), ledger.Open().Entries());
        var again = ledger.Import(Repository.Find("samples"));
        Assert.All(again.Documents, document => Assert.True(document.Outcome is DocumentOutcome.AlreadyKnown or DocumentOutcome.Skipped));
        Assert.Equal("snap-000001", again.Snapshot);
        Assert.Equal(rows, ledger.Open().Entries());
        Assert.Equal(before, ledger.Listing());
    }

    [Fact]
    public void Import_OfWhatIsNotExpected_IsRefused()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        var report = new Importer(ledger.Folder).Import([folder.Write(FlowBuilder.Page(Flow))], new ImportOptions { Who = "tests", Expected = ExpectedDocuments.Rates }, null, TestContext.Current.CancellationToken);
        Assert.Equal(("format-unknown", "expected exchange rates of the ECB or the IMF"), (report.Documents[0].Issues.Single().Code, report.Documents[0].Issues.Single().First[0].Expected));
    }

    [Fact]
    public void Import_OneDocumentUnderTwoNames_IsOnce()
    {
        using var folder = new TempFolder();
        var page = FlowBuilder.Page(Flow);
        using var ledger = new TempLedger();
        var report = ledger.Import(folder.Write(page), folder.Write(page));
        Assert.Equal([DocumentOutcome.Imported, DocumentOutcome.AlreadyKnown], report.Documents.Select(document => document.Outcome));
        Assert.Equal((100m, 1L), (ledger.Ask(Plan).FundingUsd, ledger.Ask(Plan).FlowCounts.All));
    }

    [Fact]
    public void Import_Compressed_IsTheSameDocument()
    {
        using var folder = new TempFolder();
        var page = System.Text.Encoding.UTF8.GetBytes(FlowBuilder.Page(Flow));
        using var ledger = TempLedger.Of(folder.Write(Gzip(page), ".json.gz"));
        var again = ledger.Import(folder.Write(page));
        Assert.Equal(DocumentOutcome.AlreadyKnown, Assert.Single(again.Documents).Outcome);
        using var plain = TempLedger.Of(folder.Write(page));
        Assert.Equal(plain.Ask(new DocumentsQuestion()).Documents.Select(document => (document.Hash, document.Bytes)),
            ledger.Ask(new DocumentsQuestion()).Documents.Select(document => (document.Hash, document.Bytes)));
    }

    [Fact]
    public void Import_StoredDocument_IsGzipOfTheVeryBytes()
    {
        using var folder = new TempFolder();
        var page = System.Text.Encoding.UTF8.GetBytes(FlowBuilder.Page(Flow));
        using var ledger = TempLedger.Of(folder.Write(page));
        var document = Assert.Single(ledger.Ask(new DocumentsQuestion()).Documents);
        using var stored = ledger.Open().OpenDocument(document.Hash);
        using var bytes = new MemoryStream();
        stored.CopyTo(bytes);
        Assert.Equal(page, bytes.ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(page)), document.Hash.Hex);
    }

    [Fact]
    public void Import_FromStandardInput_IsADocument()
    {
        using var ledger = new TempLedger();
        var report = ledger.TryImport([ImportInput.StandardInput], new ImportOptions
        {
            Who = "test", Day = TempLedger.Day, OpenStandardInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(FlowBuilder.Page(Flow))),
        });
        Assert.Equal((DocumentOutcome.Imported, "-"), (report.Documents[0].Outcome, report.Documents[0].Name));
        Assert.Equal(100m, ledger.Ask(Plan).FundingUsd);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    public void Import_OneBadAmongGood_ChangesNothing(string where)
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(Flow)));
        var before = ledger.Listing();
        ledger.Close();
        List<string> paths = [folder.Write(FlowBuilder.Page(Flow with { Id = 2 })), folder.Write(FlowBuilder.Page(Flow with { Id = 3 }))];
        paths.Insert(where == "first" ? 0 : 2, folder.Write("""{"data": {"flows": [{"id": "4", "amountUSD":"""));
        var report = ledger.TryImport(paths);
        Assert.True(report.Refused);
        Assert.Equal("document-truncated", Assert.Single(report.Documents.Single(document => document.Outcome == DocumentOutcome.Refused).Issues).Code);
        Assert.Equal(before, ledger.Listing());
        Assert.Equal(100m, ledger.Ask(Plan).FundingUsd);
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Import_FirstIsBad_LeavesNoLedger()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        Assert.True(ledger.TryImport([folder.Write(FlowBuilder.Page(Flow)), folder.Write("{\"data\": {\"flows\": [")]).Refused);
        Assert.False(Directory.Exists(ledger.Folder));
    }

    [Fact]
    public void Import_APathThatIsNotThere_LeavesNoLedger()
    {
        using var ledger = new TempLedger();
        Assert.Throws<FileNotFoundException>(() => ledger.TryImport(["/no/such/file.json"]));
        Assert.False(Directory.Exists(ledger.Folder));
    }

    [Fact]
    public void Import_RecordWithoutAmount_IsRefusedUnlessLeftOut()
    {
        using var folder = new TempFolder();
        var path = folder.Write(FlowBuilder.Page(Flow, Flow with { Id = 2 }).Replace("\"id\":\"2\",\"amountUSD\":100,", "\"id\":\"2\",", StringComparison.Ordinal));
        using var ledger = new TempLedger();
        var refused = Assert.Single(ledger.TryImport([path]).Documents);
        Assert.Equal((DocumentOutcome.Refused, 1L), (refused.Outcome, refused.RecordsLeftOut));
        var taken = Assert.Single(ledger.TryImport([path], new ImportOptions { Who = "test", Day = TempLedger.Day, LeaveOutErrors = true }).Documents);
        Assert.Equal((DocumentOutcome.Imported, 1L, "fts-amount-missing"), (taken.Outcome, taken.RecordsLeftOut, Assert.Single(taken.Issues).Code));
        Assert.Equal((100m, 1L), (ledger.Ask(Plan).FundingUsd, ledger.Ask(Plan).FlowCount));
        Assert.Equal(1, Assert.Single(ledger.Ask(new DocumentsQuestion()).Documents).LeftOut);
        // A rebuild and a check read it as it was accepted.
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Import_FolderWithOtherFiles_PassesOverThemAndSaysSo()
    {
        using var folder = new TempFolder();
        folder.Write(FlowBuilder.Page(Flow));
        folder.Write("# Notes\n", ".md");
        File.WriteAllText(folder[".hidden"], "no");
        using var ledger = new TempLedger();
        var report = ledger.Import(folder.Path);
        Assert.Equal([DocumentOutcome.Imported, DocumentOutcome.Skipped], report.Documents.Select(document => document.Outcome));
        Assert.Equal("format-unknown", Assert.Single(report.Documents[1].Issues).Code);
    }

    [Fact]
    public void Import_Report_IsWhatTheJournalKeeps()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var rows = ledger.Open().Entries();
        Assert.Equal([.. Enumerable.Repeat(DocumentReceived.Kind, 6), ImportReport.Kind], rows.Select(row => row.Kind));
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], rows.Select(row => row.Position));
        Assert.All(rows, row => Assert.Equal("test", row.Who));
        Assert.Contains("\"outcome\":\"Imported\"", rows[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Stopped_ChangesNothing()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(Flow)));
        var before = ledger.Listing();
        ledger.Close();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            new Importer(ledger.Folder).Import([folder.Write(FlowBuilder.Page(Flow with { Id = 2 }))], new ImportOptions { Who = "test" }, token: stop.Token));
        Assert.Equal(before, ledger.Listing());
    }

    [Fact]
    public void Import_WhileAnotherWrites_WaitsAndThenGivesUp()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(Flow)));
        using var writing = WriterLock.TryTake(ledger.Paths);
        Assert.NotNull(writing);
        var busy = Assert.Throws<LedgerException>(() => ledger.TryImport([folder.Write(FlowBuilder.Page(Flow with { Id = 2 }))], new ImportOptions { Who = "test", Wait = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal(LedgerProblem.Busy, busy.Problem);
        Assert.Equal(100m, ledger.Ask(Plan).FundingUsd);
    }

    [Fact]
    public void WriterLock_OfAFileThatWasRemovedMeanwhile_IsNotTaken()
    {
        using var ledger = new TempLedger();
        Directory.CreateDirectory(ledger.Folder);
        using var late = new FileStream(ledger.Paths.WriterLock, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        File.Delete(ledger.Paths.WriterLock);
        // One that waited has locked the file that is gone; the next one makes another and has the lock alone.
        var next = WriterLock.TryTake(ledger.Paths)!;
        Assert.False(WriterLock.IsInPlace(late));
        Assert.Null(WriterLock.TryTake(ledger.Paths));
        next.Remove();
        Assert.False(File.Exists(ledger.Paths.WriterLock));
    }

    [Fact]
    public void Import_AfterAFirstImportThatWasCutOff_IsDone()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        Directory.CreateDirectory(ledger.Folder);
        File.WriteAllText(ledger.Paths.Journal + ".making", "half of a journal");
        ledger.Import(folder.Write(FlowBuilder.Page(Flow)));
        Assert.Equal(100m, ledger.Ask(Plan).FundingUsd);
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Import_OfADocumentWhoseBytesAreGone_PutsThemBack()
    {
        using var folder = new TempFolder();
        var path = folder.Write(FlowBuilder.Page(Flow));
        using var ledger = TempLedger.Of(path);
        var before = ledger.Listing();
        File.Delete(Directory.EnumerateFiles(ledger.Paths.Documents, "*.gz", SearchOption.AllDirectories).Single());
        Assert.False(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
        Assert.Equal(DocumentOutcome.AlreadyKnown, Assert.Single(ledger.Import(path).Documents).Outcome);
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
        Assert.Equal(before, ledger.Listing());
    }

    // A pipe would block, and a link to a folder above leads in circles.
    [Fact]
    public async Task Import_FolderWithLinksAndPipes_ReadsItsFilesOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes in folders here");
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        folder.Write(FlowBuilder.Page(Flow));
        File.WriteAllBytes(folder["empty.json"], []);
        Directory.CreateSymbolicLink(folder["itself"], folder.Path);
        File.CreateSymbolicLink(folder["dangling.json"], folder["nowhere"]);
        File.CreateSymbolicLink(folder["linked.json"], elsewhere.Write(FlowBuilder.Page(Flow with { Id = 2 })));
        File.CreateSymbolicLink(folder["linked-pipe"], folder["pipe"]);
        File.CreateSymbolicLink(folder["circle.json"], folder["circle.json"]);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [folder["pipe"]])) await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var ledger = new TempLedger();
        var report = await Task.Run(() => ledger.Import(folder.Path), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal([folder["document-1.json"], folder["linked.json"]], report.Documents.Select(document => document.Name));
        Assert.All(report.Documents, document => Assert.Equal(DocumentOutcome.Imported, document.Outcome));
        Assert.Equal(200m, ledger.Ask(Plan).FundingUsd);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("x;memory_limit=1")]
    [InlineData("it's \"100%\" #")]
    public void Import_IntoAFolderOfAnyName_IsDone(string name)
    {
        using var folder = new TempFolder();
        var token = TestContext.Current.CancellationToken;
        var importer = new Importer(folder[name]);
        for (var id = 1; id <= 2; id++) importer.Import([folder.Write(FlowBuilder.Page(Flow with { Id = id }))], new ImportOptions { Who = "test", Day = TempLedger.Day }, token: token);
        using var ledger = Ledger.Open(folder[name], token: token);
        Assert.Equal(200m, ledger.Ask(Plan, token).FundingUsd);
        Ledger.Rebuild(folder[name], TimeSpan.Zero, token: token);
        Assert.Equal(200m, ledger.Ask(Plan, token).FundingUsd);
        Assert.True(Ledger.Verify(folder[name], token).Holds);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return compressed.ToArray();
    }
}
