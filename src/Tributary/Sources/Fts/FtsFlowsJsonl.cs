using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Flows as JSON lines: one flow of the FTS API's form on each line, as Tributary exports them.</summary>
/// <remarks>
/// Each line is an element of <c>data.flows</c> of <see cref="FtsFlowsJson"/>, with an object <c>tributary</c> before its
/// fields: what Tributary knows of the statement and FTS's form has no field for (<c>docs/export.md</c>). Of that,
/// <c>sourcePartial</c> is used; <c>document</c>, <c>name</c>, <c>place</c>, <c>knownFrom</c> and <c>knownTo</c> are about the
/// ledger that wrote it and are left out. A copy is believed less than FTS's own answer.
/// </remarks>
internal sealed class FtsFlowsJsonl : IDocumentFormat
{
    private const string Reason = "about the ledger that wrote the line";

    /// <inheritdoc/>
    public string Name => "fts-flows-jsonl";

    /// <inheritdoc/>
    public string Title => "FTS flows as JSON lines";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        // Only the first line: what follows it is no part of its value.
        var end = head.IndexOf((byte)'\n');
        var first = new JsonHead(end < 0 ? head : head[..end]);
        return first.HasAny("amountUSD", "tributary/sourcePartial", "tributary/document") && first.HasAny("boundary", "tributary") && !first.HasAny("data", "status/message");
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var lines = new LineReader(document);
        var flows = new FlowElementReader(new AnswerIssues(sink), "line {0}", ", ", readsOwn: true);
        foreach (var field in (ReadOnlySpan<string>)["document", "name", "place", "knownFrom", "knownTo"]) sink.Ignore($"tributary.{field}", Reason);
        while (lines.Next(out var line))
        {
            token.ThrowIfCancellationRequested();
            if (line.Trim(" \t"u8).IsEmpty) continue;
            if (Check(line, lines) is { } fatal) return fatal;
            if (flows.Read(line, lines.LineNumber) is { } flow) sink.Add(flow);
            else sink.LeaveOut();
        }
        return lines.Fatal;
    }

    /// <returns>The fatal issue of a line that is not one value of JSON in Unicode.</returns>
    private static ReadIssue? Check(ReadOnlySpan<byte> line, LineReader lines)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = JsonStream.DepthMax });
        try
        {
            while (reader.Read())
            {
                // Reading is checking.
            }
        }
        catch (JsonException malformed)
        {
            return lines.LacksLineEnd ? JsonFailures.Truncated($"line {lines.LineNumber}") : JsonFailures.Malformed(malformed, lines.LineNumber - 1);
        }
        var bad = JsonText.FirstNotUnicode(line);
        return bad < 0 ? null : JsonFailures.Encoding(JsonPlace.At(lines.LineNumber - 1, bad));
    }
}
