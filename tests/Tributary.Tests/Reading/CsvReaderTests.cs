using System.Text;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("\uFEFFa,b\n", "1:a|b")]
    [InlineData("\uFEFF\"a\",b\n", "1:a|b")]
    [InlineData("a,\"b,c\"\n", "1:a|b,c")]
    [InlineData("\"a\"\"b\",\"\"\"\"\r\n", "1:a\"b|\"")]
    [InlineData("\"a\nb\r\nc\",d\ne,f\n", "1:a\nb\r\nc|d 4:e|f")]
    [InlineData(",,\n", "1:||")]
    [InlineData("\"\",\"\"\n", "1:|")]
    [InlineData("a\n\nb\n", "1:a 2: 3:b")]
    [InlineData("\"a\"\r", "1:a")]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    public void Read_RowsAsTheStandardHasThem_YieldsTheirFieldsAndLines(string text, string expected)
    {
        var rows = Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), out var fatal);

        Assert.Null(fatal);
        Assert.Equal(expected, string.Join(' ', rows));
    }

    [Theory]
    [InlineData("a,b\nc,\"d", "document-truncated", "line 2")]
    [InlineData("a,b\nc,\"d\n", "document-truncated", "line 2")]
    [InlineData("a\n\"x\ny\"\nb\"c\n", "csv-malformed", "line 4")]
    [InlineData("a\n\"b\"c\n", "csv-malformed", "line 2")]
    [InlineData("a\n\"b\" ,c\n", "csv-malformed", "line 2")]
    [InlineData("a\nb\rc\n", "csv-malformed", "line 2")]
    [InlineData("a\n\"b\"\rc\n", "csv-malformed", "line 2")]
    [InlineData("a\nb\0\n", "document-encoding", "line 2")]
    public void Read_WhatIsNoCsv_StopsAtItsLine(string text, string code, string place)
    {
        Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), out var fatal);

        Assert.Equal((code, Severity.Fatal, place), (fatal!.Code, fatal.Severity, fatal.Place));
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_StopsAtTheirLineAndKeepsRowsBefore()
    {
        var rows = Read(new MemoryStream([.. "a,b\nc,"u8, 0xC3, .. "\nd,e\n"u8]), out var fatal);

        Assert.Equal(["1:a|b"], rows);
        Assert.Equal(("document-encoding", "line 2"), (fatal!.Code, fatal.Place));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"x\"x")]
    public void Read_GigabyteWithoutARecordEnd_StopsEarlyInBoundedMemory(string run)
    {
        using var stream = new LongStream(Encoding.UTF8.GetBytes(run), 1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(stream, out var fatal);

        Assert.NotNull(fatal);
        Assert.True(stream.BytesRead <= CsvReader.RecordBytesMax + (1 << 20), $"{stream.BytesRead} bytes were read");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5 * CsvReader.RecordBytesMax);
    }

    [Fact]
    public void Read_LineOfAGigabyte_IsTooLong()
    {
        using var stream = new LongStream("x"u8.ToArray(), 1L << 30);

        Read(stream, out var fatal);

        Assert.Equal("document-record-too-long", fatal!.Code);
    }

    [Fact]
    public void Read_EndlessFields_StopsAtTheBound()
    {
        using var stream = new LongStream(","u8.ToArray(), 1L << 30);

        Read(stream, out var fatal);

        Assert.Equal("csv-too-many-fields", fatal!.Code);
        Assert.True(stream.BytesRead < 1 << 20);
    }

    [Fact]
    public void Read_RecordLongerThanTheBuffer_IsWhole()
    {
        var text = new string('x', 3 << 20);

        var rows = Read(new ChoppyStream(Encoding.UTF8.GetBytes($"a,b\n\"{text}\",c\nd,e\n"), 100_000), out var fatal);

        Assert.Null(fatal);
        Assert.Equal(["1:a|b", $"2:{text}|c", "3:d|e"], rows);
    }

    [Fact]
    public void Read_ByteOrderMarkInASmallFirstRead_LeavesNoGapBetweenBlocks()
    {
        // The mark once shortened the first block, and the comma at its end was forgotten.
        var text = new string('x', 60);

        var rows = Read(new ChoppyStream(Encoding.UTF8.GetBytes($"\uFEFF{text},\"y\"\n"), 4), out var fatal);

        Assert.Null(fatal);
        Assert.Equal([$"1:{text}|y"], rows);
    }

    [Fact]
    public void Read_AfterTheEnd_StaysAtTheEnd()
    {
        var csv = new CsvReader(new MemoryStream("a,b\n"u8.ToArray()));
        Assert.True(csv.Read());

        Assert.False(csv.Read());
        Assert.False(csv.Read());
        Assert.Null(csv.Fatal);
    }

    [Fact]
    public void FieldMemory_SeveralFieldsWithDoubledQuotes_StayValidUntilTheNextRecord()
    {
        var csv = new CsvReader(new MemoryStream("\"a\"\"\",\"bbbbbbbb\"\"\"\n"u8.ToArray()));
        Assert.True(csv.Read());

        var (first, second) = (csv.FieldMemory(0), csv.FieldMemory(1));

        Assert.Equal("a\"", Encoding.UTF8.GetString(first.Span));
        Assert.Equal("bbbbbbbb\"", Encoding.UTF8.GetString(second.Span));
    }

    [Fact]
    public void Field_OutsideTheRecord_Throws()
    {
        var csv = new CsvReader(new MemoryStream("a,b\n"u8.ToArray()));
        Assert.True(csv.Read());

        Assert.Throws<ArgumentOutOfRangeException>(() => csv.FieldMemory(2));
    }

    [Fact]
    public void Read_ManyRows_AllocatesNothingPerRow()
    {
        const int rows = 100_000;
        var csv = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2026-02-04,\"a, b\",12345,\r\n", rows)))));
        Assert.True(csv.Read());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var count = 1;
        while (csv.Read()) count += csv.Field(1).Length > 0 ? 1 : 0;

        Assert.Equal(rows, count);
        // The runtime itself takes some kilobytes when it recompiles the loop; the smallest object per row would be megabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, rows);
    }

    private static List<string> Read(Stream stream, out ReadIssue? fatal)
    {
        var csv = new CsvReader(stream);
        var rows = new List<string>();
        while (csv.Read())
        {
            var fields = Enumerable.Range(0, csv.FieldCount).Select(at => Encoding.UTF8.GetString(csv.FieldMemory(at).Span));
            rows.Add($"{csv.LineNumber}:{string.Join('|', fields)}");
        }
        fatal = csv.Fatal;
        return rows;
    }
}
