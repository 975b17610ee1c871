using System.Buffers;
using System.Text;

namespace Tributary.Reading;

/// <summary>A file of a set.</summary>
/// <param name="Name">Its name in the set: what it is, not how it was called on a disk.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Open">Opens its content.</param>
internal sealed record SetFile(string Name, long Bytes, Func<Stream> Open);

/// <summary>Files that belong together, as one run of bytes: a tar archive with nothing in it but names, lengths and content.</summary>
/// <remarks>
/// USTAR as POSIX.1-1988 has it (https://www.gnu.org/software/tar/manual/html_node/Standard.html). Owners, times and permissions are
/// those of nobody, so the same files are always the same bytes, whoever puts them together.
/// </remarks>
internal sealed class FileSetStream : ReadOnlyStream
{
    private readonly Queue<Func<Stream>> _pieces = new();
    private Stream _piece = Null;

    public FileSetStream(IEnumerable<SetFile> files)
    {
        foreach (var file in files)
        {
            _pieces.Enqueue(() => new MemoryStream(FileSet.Header(file.Name, file.Bytes)));
            _pieces.Enqueue(file.Open);
            _pieces.Enqueue(() => new MemoryStream(new byte[FileSet.Padding(file.Bytes)]));
        }
        _pieces.Enqueue(() => new MemoryStream(new byte[2 * FileSet.BlockBytes]));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        for (; ; )
        {
            var read = _piece.Read(buffer);
            if (read > 0 || buffer.IsEmpty) return read;
            if (!_pieces.TryDequeue(out var next)) return 0;
            _piece.Dispose();
            _piece = next();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _piece.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Reads a set of files one after the other. Nothing but plain files is taken: no link, no folder, no extension.</summary>
internal sealed class FileSet
{
    public const int BlockBytes = 512;

    /// <summary>Files of a set at most.</summary>
    public const int FilesMax = 64;

    private const int NameBytes = 100, SizeAt = 124, SizeBytes = 12, SumAt = 148, SumBytes = 8, TypeAt = 156, MagicAt = 257;

    private readonly Stream _stream;
    private readonly byte[] _header = new byte[BlockBytes];
    private Member? _member;
    private int _files;

    public FileSet(Stream stream) => _stream = stream;

    /// <summary>What is wrong with the set; null when nothing is.</summary>
    public string? Broken { get; private set; }

    /// <summary>The name of the first file of a set that begins with these bytes; null when they begin none.</summary>
    public static string? FirstName(ReadOnlySpan<byte> head) => head.Length >= BlockBytes && IsHeader(head[..BlockBytes]) ? Name(head) : null;

    /// <summary>The content of the first file, as far as these bytes have it.</summary>
    public static ReadOnlySpan<byte> FirstContent(ReadOnlySpan<byte> head) => head[BlockBytes..][..(int)Math.Min(head.Length - BlockBytes, Size(head))];

    /// <summary>Goes to the next file, passing over what was not read of the one before.</summary>
    /// <returns>False at the end, and when <see cref="Broken"/> says what is wrong.</returns>
    public bool Next(out string name, out Stream content)
    {
        (name, content) = ("", Stream.Null);
        if (Broken is not null || !FinishMember()) return false;
        if (_stream.ReadAtLeast(_header, BlockBytes, throwOnEndOfStream: false) < BlockBytes) return Break("it ends inside the set");
        if (!_header.AsSpan().ContainsAnyExcept((byte)0)) return false;
        if (!IsHeader(_header)) return Break("what follows is no plain file");
        if (++_files > FilesMax) return Break($"more than {FilesMax} files");
        name = Name(_header);
        content = _member = new Member(_stream, Size(_header));
        return true;
    }

    internal static byte[] Header(string name, long bytes)
    {
        var header = new byte[BlockBytes];
        Encoding.ASCII.GetBytes(name, header);
        Octal(header.AsSpan(100, 8), 420);
        Octal(header.AsSpan(108, 8), 0);
        Octal(header.AsSpan(116, 8), 0);
        Octal(header.AsSpan(SizeAt, SizeBytes), bytes);
        Octal(header.AsSpan(136, 12), 0);
        header[TypeAt] = (byte)'0';
        "ustar\000"u8.CopyTo(header.AsSpan(MagicAt));
        Octal(header.AsSpan(SumAt, SumBytes - 1), Sum(header));
        header[SumAt + SumBytes - 1] = (byte)' ';
        return header;
    }

    internal static int Padding(long bytes) => (int)((BlockBytes - (bytes % BlockBytes)) % BlockBytes);

    private bool FinishMember()
    {
        if (_member is not { } member) return true;
        _member = null;
        return member.Finish() || Break("it ends inside a file");
    }

    private bool Break(string what)
    {
        Broken = what;
        return false;
    }

    private static bool IsHeader(ReadOnlySpan<byte> header) =>
        header[MagicAt..].StartsWith("ustar"u8) && header[TypeAt] is (byte)'0' or 0 && header[0] != 0
        && Number(header.Slice(SizeAt, SizeBytes)) is >= 0 && Number(header.Slice(SumAt, SumBytes)) == Sum(header);

    // The sum is taken with spaces where it stands itself.
    private static long Sum(ReadOnlySpan<byte> header)
    {
        long sum = SumBytes * ' ';
        for (var at = 0; at < BlockBytes; at++) sum += at is >= SumAt and < SumAt + SumBytes ? 0 : header[at];
        return sum;
    }

    private static string Name(ReadOnlySpan<byte> header)
    {
        var name = header[..NameBytes];
        var end = name.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
    }

    private static long Size(ReadOnlySpan<byte> header) => Number(header.Slice(SizeAt, SizeBytes)) ?? 0;

    private static long? Number(ReadOnlySpan<byte> octal)
    {
        octal = octal.Trim(" \0"u8);
        if (octal.ContainsAnyExceptInRange((byte)'0', (byte)'7')) return null;
        long number = 0;
        foreach (var digit in octal) number = (number << 3) | (long)(digit - '0');
        return number;
    }

    private static void Octal(Span<byte> target, long number)
    {
        target[^1] = 0;
        for (var at = target.Length - 2; at >= 0; at--, number >>= 3) target[at] = (byte)('0' + (number & 7));
    }

    /// <summary>The content of one file.</summary>
    private sealed class Member : ReadOnlyStream
    {
        private readonly Stream _set;
        private readonly int _padding;
        private long _left;

        public Member(Stream set, long bytes) => (_set, _left, _padding) = (set, bytes, Padding(bytes));

        public override int Read(Span<byte> buffer)
        {
            var read = _set.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }

        /// <summary>Passes over what is left, and what fills the last block.</summary>
        /// <returns>False when the set ends before.</returns>
        public bool Finish()
        {
            var left = _left + _padding;
            var block = ArrayPool<byte>.Shared.Rent(1 << 16);
            try
            {
                while (left > 0)
                {
                    var read = _set.Read(block.AsSpan(0, (int)Math.Min(block.Length, left)));
                    if (read == 0) return false;
                    left -= read;
                }
                return true;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(block);
            }
        }
    }
}
