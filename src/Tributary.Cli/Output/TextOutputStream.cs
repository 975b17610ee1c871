using System.Text;

namespace Tributary.Cli.Output;

/// <summary>Writes the bytes of UTF-8 to where text goes, as they come.</summary>
internal sealed class TextOutputStream(TextWriter output) : Stream
{
    private const int BlockBytes = 1 << 14;

    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
    private readonly char[] _letters = new char[BlockBytes + 1];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // A letter may begin in one block and end in the next.
        for (; !buffer.IsEmpty; buffer = buffer[Math.Min(BlockBytes, buffer.Length)..])
        {
            output.Write(_letters, 0, _decoder.GetChars(buffer[..Math.Min(BlockBytes, buffer.Length)], _letters, flush: false));
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Whoever made the output flushes it.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
