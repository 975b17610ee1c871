using System.IO.Compression;
using System.Text;
using Tributary.Import;
using Tributary.Provenance;
using Tributary.Sources.Fts;
using Tributary.Tests.Reading;

namespace Tributary.Tests.Errors;

/// <summary>Documents too large to keep: made on the way, refused within bounded memory, and the ledger is as it was.</summary>
public sealed class HugeDocumentTests
{
    private const long Gigabyte = 1L << 30;
    private const string Header = "id,amountUSD,status,boundary,onBoundary,destUsageYearStart,description\n";

    [Theory]
    [InlineData(Header + "7001,1,paid,incoming,single,2020,")]
    [InlineData(Header + "7001,1,paid,incoming,single,2020,\"")]
    [InlineData("{\"data\": {\"flows\": [{\"id\": \"7001\", \"description\": \"")]
    [InlineData("{\"data\": {\"flows\": [], \"")]
    public void Import_OneLineOfAGigabyte_IsRefusedInBoundedMemory(string start)
    {
        var before = GC.GetTotalAllocatedBytes();
        var line = new HugeStream(start, (byte)'a', Gigabyte);
        AssertRefused("document-record-too-long", line);
        Assert.InRange(line.Given, 16 << 20, 128 << 20);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 256 << 20);
    }

    [Fact]
    public void Import_AReportOfMoreThan64MiB_IsRefused()
    {
        var paragraph = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("More was said about the valleys, their wells and their roads.\n\n", 10_000)));
        AssertRefused("document-too-long", new RepeatingStream(Encoding.UTF8.GetBytes("Wells and roads for two valleys\n\nSource: Reuters\nPublished: 2021-10-20 22:28 UTC+8\n\n"), paragraph, 200));
    }

    // 128 MiB of line ends, which a table may hold, out of 128 KiB.
    [Fact]
    public void Import_AGzipBomb_IsRefused()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes(Header));
            var block = Enumerable.Repeat((byte)'\n', 1 << 20).ToArray();
            for (var written = 0; written < 128; written++) gzip.Write(block);
        }
        Assert.InRange(compressed.Length, 1 << 10, 1 << 18);
        compressed.Position = 0;
        AssertRefused("gzip-bomb", compressed);
    }

    // Line numbers are 32-bit. Quoted line ends are the fastest way past them; an import would also hash two gigabytes, so the reader is asked directly.
    [Fact]
    public void Read_MoreLinesThanCanBeNumbered_StopsThere()
    {
        var lines = Encoding.ASCII.GetBytes($"\"{new string('\n', 15 << 20)}\"\n");
        using var document = new RepeatingStream(Encoding.ASCII.GetBytes(Header), lines, 140);
        var fatal = new HdxFlowsCsv().Read(document, new Sources.Fts.RecordingSink(), TestContext.Current.CancellationToken);
        Assert.Equal("document-too-many-lines", fatal?.Code);
        ReproducerTests.AssertClear(fatal!);
    }

    private static void AssertRefused(string code, Stream document)
    {
        using var ledger = new TempLedger();
        var report = ledger.TryImport(["-"], new ImportOptions { Who = "test", Day = TempLedger.Day, OpenStandardInput = () => document });
        Assert.True(report.Refused);
        var issue = Assert.Single(Assert.Single(Assert.Single(report.Documents).Issues).First);
        Assert.Equal((code, Severity.Fatal), (issue.Code, issue.Severity));
        ReproducerTests.AssertClear(issue);
        Assert.False(Directory.Exists(ledger.Folder));
    }

    private sealed class HugeStream(string start, byte filler, long length) : Tributary.Reading.ReadOnlyStream
    {
        private readonly byte[] _start = Encoding.UTF8.GetBytes(start);

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            buffer[..count].Fill(filler);
            if (Given < _start.Length) _start.AsSpan((int)Given, (int)Math.Min(_start.Length - Given, count)).CopyTo(buffer);
            Given += count;
            return count;
        }
    }
}
