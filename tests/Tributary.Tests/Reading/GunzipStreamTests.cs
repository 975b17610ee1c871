using System.IO.Compression;
using CsCheck;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

public sealed class GunzipStreamTests
{
    [Fact]
    public void Read_AnyBytesInMembersAndPieces_GivesThemBack() => Gen.Select(Gen.Byte.Array[0, 2000].Array[1, 3], Gen.Int[1, 700]).Sample((parts, piece) =>
    {
        var compressed = parts.SelectMany(Compress).ToArray();
        var read = Read(compressed, piece);
        Assert.Null(read.Code);
        Assert.Equal(parts.SelectMany(part => part), read.Bytes);
    }, iter: 100);

    // A table that is cut off between two rows would read as a shorter table.
    [Fact]
    public void Read_CutOffAnywhere_IsAnIssue()
    {
        var compressed = Compress([.. Enumerable.Range(0, 3000).Select(index => (byte)(index * index / 7 % 251))]);
        for (var length = 0; length < compressed.Length; length++) Assert.Equal("gzip-broken", Read(compressed[..length], 512).Code);
    }

    [Fact]
    public void Read_OneBitChanged_IsAnIssue() => Gen.Select(Gen.Int[10, 99], Gen.Int[0, 7]).Sample((at, bit) =>
    {
        var compressed = Compress([.. Enumerable.Range(0, 300).Select(index => (byte)(index * 31 / 7 % 251))]);
        compressed[Math.Min(at, compressed.Length - 1)] ^= (byte)(1 << bit);
        Assert.Equal("gzip-broken", Read(compressed, 512).Code);
    }, iter: 100);

    private static (byte[] Bytes, string? Code) Read(byte[] compressed, int pieceBytes)
    {
        using var gunzip = new GunzipStream(new MemoryStream(compressed));
        using var bytes = new MemoryStream();
        var piece = new byte[pieceBytes];
        for (int read; (read = gunzip.Read(piece)) > 0;) bytes.Write(piece, 0, read);
        Assert.Equal(0, gunzip.Read(piece));
        return (bytes.ToArray(), gunzip.Issue?.Code);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return compressed.ToArray();
    }
}
