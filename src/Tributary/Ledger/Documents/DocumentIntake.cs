using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading.Channels;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>A document on its way in: what its reader reads is hashed, compressed and stored at the same time.</summary>
/// <remarks>
/// One pass over the bytes: a reader reads this stream, and every block it is given also goes to a second thread that
/// hashes and compresses it. So the facts are derived from the very bytes that are kept. At most <see cref="BlocksMax"/>
/// blocks wait, whatever the document's size.
/// </remarks>
internal sealed class DocumentIntake : Reading.ReadOnlyStream
{
    private const int BlockBytes = 1 << 18;
    private const int BlocksMax = 16;

    private readonly Stream _source;
    private readonly Channel<Block> _blocks = Channel.CreateBounded<Block>(new BoundedChannelOptions(BlocksMax) { SingleReader = true, SingleWriter = true });
    private readonly Task<DocumentHash> _storing;
    private byte[] _block = [];
    private int _at, _length;
    private bool _ended, _disposed;

    public DocumentIntake(Stream source, string arrivingPath)
    {
        _source = source;
        ArrivingPath = arrivingPath;
        _storing = Task.Run(StoreAsync);
    }

    /// <summary>Where the compressed bytes are until the document is kept.</summary>
    public string ArrivingPath { get; }

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>The document's hash, known once it was read to its end and <see cref="Complete"/> was called.</summary>
    public DocumentHash Hash { get; private set; }

    /// <summary>Reads what the reader left, and waits until all is on disk.</summary>
    /// <exception cref="IOException">The bytes could not be read or written.</exception>
    public void Complete()
    {
        var rest = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            while (Read(rest) > 0) { }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest);
        }
        Hash = _storing.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _length && !NextBlock()) return 0;
        var count = Math.Min(buffer.Length, _length - _at);
        _block.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    // The block goes to the storing thread only once the reader is done with it: that thread gives it back to the pool.
    private bool NextBlock()
    {
        Pass();
        if (_ended) return false;
        _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        _at = 0;
        _length = _source.ReadAtLeast(_block.AsSpan(0, BlockBytes), BlockBytes, throwOnEndOfStream: false);
        Bytes += _length;
        if (_length > 0) return true;
        _ended = true;
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
        _blocks.Writer.Complete();
        return false;
    }

    private void Pass()
    {
        if (_length == 0) return;
        // A full disk ends the storing thread; waiting for it here brings its failure to the reader instead of waiting for ever.
        var write = _blocks.Writer.WriteAsync(new Block(_block, _length)).AsTask();
        if (Task.WaitAny(write, _storing) == 1) _storing.GetAwaiter().GetResult();
        write.GetAwaiter().GetResult();
        _block = [];
        _at = _length = 0;
    }

    private async Task<DocumentHash> StoreAsync()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var file = new FileStream(ArrivingPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await using (file.ConfigureAwait(false))
        {
            var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            await using (gzip.ConfigureAwait(false))
            {
                await foreach (var block in _blocks.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    sha.AppendData(block.Bytes, 0, block.Length);
                    gzip.Write(block.Bytes, 0, block.Length);
                    ArrayPool<byte>.Shared.Return(block.Bytes);
                }
            }
            file.Flush(flushToDisk: true);
        }
        return DocumentHash.FromBytes(sha.GetHashAndReset());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing || _disposed) return;
        _disposed = true;
        _blocks.Writer.TryComplete();
        ((IAsyncResult)_storing).AsyncWaitHandle.WaitOne();
        _source.Dispose();
        File.Delete(ArrivingPath);
        base.Dispose(disposing);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Block(byte[] Bytes, int Length);
}
