namespace Tributary.Tests.Reading;

/// <summary>A stream that starts with some bytes and goes on with one byte for ever.</summary>
internal sealed class EndlessStream(byte[] start, byte endless) : ReadOnlyTestStream
{
    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        buffer.Fill(endless);
        if (Given == 0) start.CopyTo(buffer);
        Given += buffer.Length;
        return buffer.Length;
    }
}

/// <summary>A stream of some bytes and then a block many times.</summary>
internal sealed class RepeatingStream(byte[] start, byte[] block, int times) : ReadOnlyTestStream
{
    private byte[] _now = start;
    private int _given;
    private int _times;

    public override int Read(Span<byte> buffer)
    {
        if (_given == _now.Length) NextBlock();
        var rest = _now.AsSpan(_given);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _given += count;
        return count;
    }

    private void NextBlock() => (_now, _given) = (_times++ < times ? block : [], 0);
}

/// <summary>What a stream that is only read need not do.</summary>
internal abstract class ReadOnlyTestStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
