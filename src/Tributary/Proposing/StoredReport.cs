using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Tributary.Proposing;

/// <summary>A news report as it came: its text, and the hash of its bytes.</summary>
/// <param name="Name">The name under which it came.</param>
/// <param name="Sha256">SHA-256 of its bytes, in small hexadecimal digits.</param>
/// <param name="Text">Its text, as decoded, without a byte-order mark. Positions of proposals count its UTF-16 characters.</param>
public sealed record StoredReport(string Name, string Sha256, string Text)
{
    /// <summary>The longest report that is read, in bytes.</summary>
    public const int BytesMax = 64 << 20;

    /// <summary>Reads a report.</summary>
    /// <param name="name">The name under which it came.</param>
    /// <param name="bytes">Its bytes, UTF-8.</param>
    /// <exception cref="UnreadableReportException">It is too long, or not UTF-8.</exception>
    public static StoredReport Read(string name, Stream bytes)
    {
        using var all = new MemoryStream();
        var block = new byte[81_920];
        for (int read; (read = bytes.Read(block)) > 0;)
        {
            if (all.Length + read > BytesMax) throw new UnreadableReportException($"{name}: it goes on after {BytesMax >> 20} MiB; expected one news report; give a single one");
            all.Write(block, 0, read);
        }
        var content = all.GetBuffer().AsSpan(0, (int)all.Length);
        var text = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        if (!Utf8.IsValid(text)) throw new UnreadableReportException($"{name}: its bytes are not UTF-8; expected a news report as text; convert it, and keep the original beside it");
        return new StoredReport(name, Convert.ToHexStringLower(SHA256.HashData(content)), Encoding.UTF8.GetString(text));
    }
}

/// <summary>A file is no report that can be read.</summary>
public sealed class UnreadableReportException : Exception
{
    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException()
    {
    }
}
