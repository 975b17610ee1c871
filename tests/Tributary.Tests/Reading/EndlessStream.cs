using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>A stream that starts with some bytes and goes on with one byte for ever.</summary>
internal sealed class EndlessStream(byte[] start, byte endless) : ReadOnlyStream
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
internal sealed class RepeatingStream(byte[] start, byte[] block, int times) : ReadOnlyStream
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

/// <summary>One run of bytes again and again, up to a length that no test could hold in memory.</summary>
internal sealed class LongStream(byte[] run, long length) : ReadOnlyStream
{
    /// <summary>How many bytes were read: a bounded reader stops long before the end.</summary>
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - BytesRead);
        for (var at = 0; at < count; at++) buffer[at] = run[(BytesRead + at) % run.Length];
        BytesRead += count;
        return count;
    }
}
