namespace Tributary.Reading;

/// <summary>Counts lines and bytes of what a reader has left behind, to say where in a document it is.</summary>
internal sealed class JsonPlace
{
    private long _lines;
    private long _bytes;

    /// <summary>Counts bytes that leave the buffer.</summary>
    public void Pass(ReadOnlySpan<byte> bytes) => (_lines, _bytes) = After(bytes);

    /// <summary>The place of the byte that follows these, both numbers from 1: <c>line 3, byte 17</c>.</summary>
    /// <param name="bytes">What stands before the place and has not been passed.</param>
    public string Of(ReadOnlySpan<byte> bytes)
    {
        var (lines, inLine) = After(bytes);
        return At(lines, inLine);
    }

    /// <summary>The place for a line and a byte in it, both counted from 0.</summary>
    public static string At(long line, long byteInLine) => $"line {line + 1}, byte {byteInLine + 1}";

    private (long Lines, long Bytes) After(ReadOnlySpan<byte> bytes)
    {
        var lineEnd = bytes.LastIndexOf((byte)'\n');
        return (_lines + bytes.Count((byte)'\n'), lineEnd < 0 ? _bytes + bytes.Length : bytes.Length - lineEnd - 1);
    }
}
