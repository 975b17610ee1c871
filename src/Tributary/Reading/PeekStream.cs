namespace Tributary.Reading;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream : ReadOnlyStream
{
    private readonly Stream _source;
    private readonly byte[] _head;
    private readonly int _length;
    private readonly bool _leaveOpen;
    private int _at;

    public PeekStream(Stream source, int headBytes, bool leaveOpen = false)
    {
        (_source, _leaveOpen) = (source, leaveOpen);
        _head = new byte[headBytes];
        _length = source.ReadAtLeast(_head, headBytes, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, at most as many as were asked for.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <summary>Whether everything was read, and more was asked for.</summary>
    public bool IsAtEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length)
        {
            var read = _source.Read(buffer);
            IsAtEnd |= read == 0 && buffer.Length > 0;
            return read;
        }
        var count = Math.Min(buffer.Length, _length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen) _source.Dispose();
        base.Dispose(disposing);
    }
}
