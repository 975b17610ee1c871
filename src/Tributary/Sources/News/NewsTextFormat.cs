using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads what a news report in plain text says about itself: headline, agency, time of publication, text …</summary>
/// <remarks>
/// No publisher's format: the rules are about layout and stand in <c>docs/sources/news-text.md</c>. What the report does not say stays
/// unknown. Left out on purpose: times of change and credits of pictures (see <see cref="NewsFields.LeftOut"/>).
/// </remarks>
internal sealed class NewsTextFormat : IReportFormat
{
    /// <summary>Longest document that is read, in bytes.</summary>
    public const int BytesMax = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> NotText = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(static code => (char)code).Except(['\t', '\n', '\r', '\f']), '\u007f']);

    /// <inheritdoc/>
    public string Name => "news-text";

    /// <inheritdoc/>
    public string Title => "News report, plain text";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (head.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[' or (byte)'<', ..]) return false;
        var text = new char[head.Length];
        // The head may end inside a character: that is not an error of the document.
        var status = Utf8.ToUtf16(head, text, out _, out var written, replaceInvalidSequences: false, isFinalBlock: false);
        return status is OperationStatus.Done or OperationStatus.NeedMoreData
            && !text.AsSpan(0, written).ContainsAny(NotText)
            && NewsLayout.Read(new string(text, 0, written)).IsReport;
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        if (TextDecoding.ReadBytes(document, BytesMax, token) is not { } bytes) return TooLong();
        if (Decode(bytes) is not { } text) return NotUtf8(bytes.Span);
        token.ThrowIfCancellationRequested();
        var statements = NewsLayout.Read(text).Statements.ToList();
        var body = statements.Find(static statement => statement.Field == NewsFields.Body)?.At ?? new Passage(text, 0, text.Length);
        NewsEvidence.Give(statements, body, new DocumentText(text), sink);
        return null;
    }

    /// <inheritdoc/>
    public ReportText? ReadText(Stream document, CancellationToken token) =>
        TextDecoding.ReadBytes(document, BytesMax, token) is { } bytes && Decode(bytes) is { } text ? ReportText.Of(MappedText.Of(text, 0, text.Length), text) : null;

    private static string? Decode(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return Utf8.IsValid(text.Span) ? Strict.GetString(text.Span) : null;
    }

    private static ReadIssue TooLong() => TextDecoding.TooLong(BytesMax, "a news report", "check that this is one report and not a collection of them");

    private static ReadIssue NotUtf8(ReadOnlySpan<byte> bytes)
    {
        var place = FirstInvalid(bytes);
        return new(ReadingCodes.Encoding, Severity.Fatal, $"byte {place}", $"the byte 0x{bytes[place]:X2} does not fit there in UTF-8",
            "a news report is UTF-8", "convert the document to UTF-8 and keep the original beside it");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }
}
