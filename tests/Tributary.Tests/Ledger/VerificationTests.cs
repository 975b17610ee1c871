using DuckDB.NET.Data;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Ledgers;

/// <summary>A ledger that was tampered with shows it; one that was cut short mends itself.</summary>
public sealed class VerificationTests : IDisposable
{
    private static readonly FlowBuilder Flow = new() { Id = 1 };
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger;

    public VerificationTests() => _ledger = TempLedger.Of(_folder.Write(FlowBuilder.Page(Flow)), _folder.Write(FlowBuilder.Page(Flow with { Id = 2 })));

    [Fact]
    public void Verify_OfAnUntouchedLedger_Holds() => Assert.True(Verify().Holds);

    [Fact]
    public void Verify_WithAFlippedByte_NamesTheDocument()
    {
        var path = StoredDocument();
        var bytes = File.ReadAllBytes(path);
        // The last eight bytes are the checksum and length; before them is data.
        bytes[^12] ^= 0x10;
        File.WriteAllBytes(path, bytes);
        AssertBroken("documents", path);
    }

    [Fact]
    public void Verify_WithOtherBytesInTheirPlace_NamesTheDocument()
    {
        var path = StoredDocument();
        using (var gzip = new System.IO.Compression.GZipStream(File.Create(path), System.IO.Compression.CompressionLevel.Fastest)) gzip.Write("other bytes"u8);
        AssertBroken("documents", path);
    }

    [Fact]
    public void Verify_WithAMissingDocument_NamesIt()
    {
        var path = StoredDocument();
        File.Delete(path);
        AssertBroken("documents", path);
    }

    [Theory]
    [InlineData("UPDATE entry SET who = 'someone else' WHERE position = 2", "row 2")]
    [InlineData("DELETE FROM entry WHERE position = 1", "row 1")]
    public void Verify_WithAChangedJournal_NamesTheRow(string sql, string row)
    {
        JournalTests.Execute(_ledger.Paths, sql);
        AssertBroken("journal", row);
    }

    [Theory]
    [InlineData("UPDATE flow SET amount_usd = amount_usd + 1 WHERE flow_id = 2", "flow")]
    [InlineData("DELETE FROM flow WHERE flow_id = 1", "flow")]
    [InlineData("UPDATE document SET name = 'other'", "document")]
    [InlineData("INSERT INTO plan SELECT code, '/', 900, 'made up', NULL, NULL, NULL, NULL, NULL, '', '' FROM document LIMIT 1", "plan")]
    public void Verify_WithAChangedFact_NamesTheTableAndARebuildMendsIt(string sql, string table)
    {
        var before = _ledger.Print();
        Tamper(sql);
        AssertBroken("facts", table);
        Tributary.Ledger.Rebuild(_ledger.Folder, TimeSpan.Zero, token: TestContext.Current.CancellationToken);
        Assert.True(Verify().Holds);
        Assert.Equal(before, _ledger.Print());
    }

    [Fact]
    public void Verify_WithATruncatedDocument_NamesIt()
    {
        var path = StoredDocument();
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length / 2);
        AssertBroken("documents", path);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.25, 0.75)]
    [InlineData(0.5, 1.0)]
    public void Verify_WithASnapshotOverwritten_DoesNotHold(double from, double to)
    {
        var bytes = File.ReadAllBytes(_ledger.Paths.Snapshot(1));
        bytes.AsSpan((int)(bytes.Length * from)..(int)(bytes.Length * to)).Fill(0xAB);
        File.WriteAllBytes(_ledger.Paths.Snapshot(1), bytes);
        AssertBroken("facts", "tributary rebuild");
    }

    [Theory]
    [InlineData("UPDATE entry SET body = '{' WHERE position = 1", "row 1")]
    [InlineData("UPDATE entry SET at = 'x' WHERE position = 2", "row 2")]
    public void Verify_WithAJournalThatCannotBeRead_NamesTheRow(string sql, string row)
    {
        JournalTests.Execute(_ledger.Paths, sql);
        AssertBroken("journal", row);
        Assert.False(Verify().Holds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Verify_WithRowsRemovedAtTheEnd_DoesNotHold(int rows)
    {
        JournalTests.Execute(_ledger.Paths, $"DELETE FROM entry WHERE position > {3 - rows}");
        Assert.False(Verify().Holds);
    }

    [Fact]
    public void Rebuild_GivesEqualFacts()
    {
        var before = _ledger.Print();
        Tributary.Ledger.Rebuild(_ledger.Folder, TimeSpan.Zero, token: TestContext.Current.CancellationToken);
        Assert.Equal(before, _ledger.Print());
        Assert.Equal("snap-000002", _ledger.Ask(new DocumentsQuestion()).Snapshot);
    }

    [Fact]
    public void Open_WithoutFacts_MakesThemAnew()
    {
        var before = _ledger.Print();
        Directory.Delete(_ledger.Paths.Facts, recursive: true);
        Assert.Equal(200m, _ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
        Assert.Equal(before, _ledger.Print());
    }

    [Fact]
    public void Open_WithoutTheSnapshotThatCurrentNames_MakesItAnew()
    {
        File.Delete(_ledger.Paths.Snapshot(1));
        Assert.Equal(200m, _ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
        Assert.True(Verify().Holds);
    }

    [Fact]
    public void Open_OfAnOlderSnapshotFormat_MakesItAnew()
    {
        Tamper("UPDATE snapshot SET format = 0");
        Assert.Equal(200m, _ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
    }

    [Fact]
    public void Open_OfANewerSnapshotFormat_IsRefused()
    {
        Tamper("UPDATE snapshot SET format = 99");
        Assert.Equal(LedgerProblem.Newer, Assert.Throws<LedgerException>(() => _ledger.Ask(new DocumentsQuestion())).Problem);
    }

    // A kill between the journal and the snapshot: the journal has documents that the facts lack.
    [Fact]
    public void Open_AfterAnImportCutOffBeforePublishing_TakesItIn()
    {
        var (current, snapshot) = (File.ReadAllBytes(_ledger.Paths.Current), File.ReadAllBytes(_ledger.Paths.Snapshot(1)));
        _ledger.Import(_folder.Write(FlowBuilder.Page(Flow with { Id = 3 })));
        var after = _ledger.Print();
        File.WriteAllBytes(_ledger.Paths.Current, current);
        File.WriteAllBytes(_ledger.Paths.Snapshot(1), snapshot);
        Assert.Equal(300m, _ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
        Assert.Equal(after, _ledger.Print());
        Assert.True(Verify().Holds);
    }

    [Fact]
    public void Snapshots_OlderThanOneBefore_AreRemoved()
    {
        for (var id = 3; id < 6; id++) _ledger.Import(_folder.Write(FlowBuilder.Page(Flow with { Id = id })));
        Assert.Equal(["CURRENT", "snap-000003.duckdb", "snap-000004.duckdb"], Directory.GetFiles(_ledger.Paths.Facts).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ask_WhileOthersImport_MovesOnToTheirSnapshot()
    {
        Assert.Equal("snap-000001", _ledger.Ask(new DocumentsQuestion()).Snapshot);
        _ledger.Import(_folder.Write(FlowBuilder.Page(Flow with { Id = 3 })));
        Assert.Equal(("snap-000002", 3), (_ledger.Ask(new DocumentsQuestion()).Snapshot, _ledger.Ask(new DocumentsQuestion()).Documents.Count));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private Verification Verify() => Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken);

    private void AssertBroken(string part, string place)
    {
        var broken = Verify().Parts.Single(one => one.Name == part);
        Assert.False(broken.Holds);
        Assert.Contains(place, broken.Detail, StringComparison.Ordinal);
    }

    private string StoredDocument() => Directory.EnumerateFiles(_ledger.Paths.Documents, "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private void Tamper(string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={_ledger.Paths.Snapshot(1)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
