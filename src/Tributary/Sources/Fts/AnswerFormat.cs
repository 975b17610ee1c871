using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>What all answers of the FTS API share: <c>status</c>, <c>data</c> and <c>meta</c>, in any order.</summary>
internal abstract class AnswerFormat : IDocumentFormat
{
    private const int ApiAuthority = 2;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public virtual string FlowPlace => "/data/{0}";

    /// <inheritdoc/>
    /// <remarks>The API states more about a flow than HDX's CSV files do.</remarks>
    public int Authority => ApiAuthority;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => Recognises(new JsonHead(head));

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var json = new JsonStream(document, token);
        var reading = StartReading(json, sink, new AnswerIssues(sink));
        var status = ReadRoot(json, reading);
        if (status is not null) return status;
        if (json.Finish() is { } failure) return failure;
        reading.End();
        return null;
    }

    /// <summary>Whether the paths are those of this kind of answer.</summary>
    protected abstract bool Recognises(JsonHead head);

    /// <summary>Makes the state that one reading needs.</summary>
    protected abstract AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues);

    private static ReadIssue? ReadRoot(JsonStream json, AnswerReading reading)
    {
        if (!json.TryEnter(JsonTokenType.StartObject)) reading.ReportNoObject("");
        else
        {
            while (json.NextProperty(out var name))
            {
                if (reading.IsRepeated("", name)) continue;
                if (name == "data") reading.ReadData();
                else if (json.TryTake(out var value) && reading.ReadBeside(name, value) is { } fatal) return fatal;
            }
        }
        return json.Failure;
    }
}
