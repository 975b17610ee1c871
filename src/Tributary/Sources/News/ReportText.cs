using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>The words of a report as its document has them, each with its place there.</summary>
/// <remarks>
/// Nothing is rewritten: references and escapes are decoded, tags left out, blocks divided by one line end, which stands for the tag there.
/// White space within a block is the document's.
/// </remarks>
public sealed record ReportText
{
    private static readonly IReportFormat[] Readers = [new NewsTextFormat(), new NewsHtmlFormat(), new NewsFeedFormat(), new NewsNinjsFormat(), new NewsMlFormat()];

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>Where they stand, in order, without gap or overlap.</summary>
    public required IReadOnlyList<TextRun> Runs { get; init; }

    /// <summary>The reports in the text, in order: one, but for a feed, which holds many.</summary>
    public required IReadOnlyList<ReportPart> Parts { get; init; }

    /// <summary>The document as decoded, without a byte-order mark.</summary>
    public required string Document { get; init; }

    /// <summary>The names of the formats that give a text.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Readers.Select(static reader => reader.Name)];

    /// <summary>The name of the format of a report that begins so; null when none knows it.</summary>
    internal static string? FormatOf(ReadOnlySpan<byte> head)
    {
        foreach (var reader in Readers)
        {
            if (reader.Recognises(head)) return reader.Name;
        }
        return null;
    }

    /// <summary>What the reports of a document say about themselves, for each of its parts.</summary>
    internal static List<List<EvidenceField>> FieldsOf(Stream document, string format, CancellationToken token)
    {
        var sink = new EvidenceSink();
        Array.Find(Readers, reader => reader.Name == format)!.Read(document, sink, token);
        var parts = new List<List<EvidenceField>>();
        // What a feed says of itself stands before its first item, and is of none of them.
        var isFeed = sink.Fields.Exists(field => field.Field == NewsFields.Item);
        foreach (var field in sink.Fields)
        {
            if (isFeed && parts.Count == 0 && field.Field != NewsFields.Item) continue;
            if (parts.Count == 0 || field.Field == NewsFields.Item) parts.Add([]);
            parts[^1].Add(field);
        }
        return parts;
    }

    /// <summary>Reads the words of a document.</summary>
    /// <param name="document">Its bytes, from the first.</param>
    /// <param name="format">The name of the format that it was read as: one of <see cref="Formats"/>.</param>
    /// <param name="token">Stops the reading.</param>
    /// <returns>Null when the document cannot be read as that; an import of it says why.</returns>
    /// <exception cref="ArgumentException">That format holds no report.</exception>
    public static ReportText? Of(Stream document, string format, CancellationToken token = default)
    {
        var reader = Array.Find(Readers, reader => reader.Name == format) ?? throw new ArgumentException($"'{format}' is no format of a report", nameof(format));
        return reader.ReadText(document, token);
    }

    /// <summary>The place in the document of the character at a position of the text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such position.</exception>
    public int DocumentPosition(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Text.Length);
        return MappedText.RunAt(Runs, position).DocumentAt(position);
    }

    /// <summary>The place in the document of a part of the text, from its first to its last character.</summary>
    /// <param name="start">UTF-16 position of the first character.</param>
    /// <param name="end">UTF-16 position after the last; more than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such part, or an empty one.</exception>
    public TextSpan DocumentSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        var (from, to) = (DocumentPosition(start), MappedText.RunAt(Runs, end - 1).DocumentAfter(end - 1));
        return new TextSpan(from, to, Document.AsSpan(0, from).Count('\n') + 1);
    }

    /// <summary>One report.</summary>
    internal static ReportText Of(MappedText text, string document) =>
        new() { Text = text.Text, Runs = text.Runs, Document = document, Parts = [new ReportPart(0, text.Text.Length)] };

    /// <summary>Many reports, with a line end between them.</summary>
    /// <param name="texts">Each with the place of its last character in the document.</param>
    /// <param name="document">The document.</param>
    internal static ReportText Of(IReadOnlyList<(MappedText Text, int ClosedAt)> texts, string document)
    {
        var whole = MappedText.Join(texts);
        var parts = new List<ReportPart>();
        foreach (var (text, _) in texts.Where(static text => text.Text.Text.Length > 0))
        {
            var start = parts.Count == 0 ? 0 : parts[^1].End + 1;
            parts.Add(new ReportPart(start, start + text.Text.Length));
        }
        return new() { Text = whole.Text, Runs = whole.Runs, Document = document, Parts = parts };
    }
}

/// <summary>One report in the text of a document.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">UTF-16 position after its last.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ReportPart(int Start, int End);

/// <summary>A format whose documents hold reports.</summary>
internal interface IReportFormat : IDocumentFormat
{
    /// <summary>The words of a document.</summary>
    /// <returns>Null when it cannot be read.</returns>
    ReportText? ReadText(Stream document, CancellationToken token);
}
