using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>One reading of one answer.</summary>
/// <param name="json">The document.</param>
/// <param name="sink">Takes the records.</param>
/// <param name="issues">Takes what is odd.</param>
internal abstract class AnswerReading(JsonStream json, IRecordSink sink, AnswerIssues issues)
{
    private const int OuterNamesMax = 1000;
    private const string LanguageReason = "the language of the names; all that was seen is English";

    private readonly HashSet<string> _outerNames = new(StringComparer.Ordinal);

    /// <summary>The document.</summary>
    protected JsonStream Json { get; } = json;

    /// <summary>Takes the records.</summary>
    protected IRecordSink Sink { get; } = sink;

    /// <summary>Takes what is odd.</summary>
    protected AnswerIssues Issues { get; } = issues;

    /// <summary>Reads the value of <c>data</c>, which comes next.</summary>
    public abstract void ReadData();

    /// <summary>Checks what can be said only at the end.</summary>
    public virtual void End()
    {
    }

    /// <summary>Reads a property that stands beside <c>data</c>.</summary>
    /// <returns>The fatal issue when FTS says that it could not answer.</returns>
    public ReadIssue? ReadBeside(string name, ReadOnlySpan<byte> value)
    {
        var node = AnswerNode.Parse(value, "/" + AnswerAdvice.PointerName(name), AnswerAdvice.Short(name), Issues);
        if (name == "status") return ReadStatus(node);
        if (name == "meta") ReadMeta(node);
        else node.Unknown();
        return null;
    }

    /// <summary>Whether an outer name was seen before. What it names is then passed over: its first value is already read.</summary>
    public bool IsRepeated(string place, string name)
    {
        if (_outerNames.Count >= OuterNamesMax || _outerNames.Add($"{place}/{AnswerAdvice.PointerName(name)}")) return false;
        if (!Json.TryTake(out _)) return true;
        Issues.Report(new ReadIssue(ReadingCodes.PartRepeated, Severity.Error, $"{place}/{AnswerAdvice.PointerName(name)}",
            "the name stands twice in one object", "once was expected", "the first value is used and the second is not; fetch the document again"));
        return true;
    }

    /// <summary>Reports that a value is no object.</summary>
    public void ReportNoObject(string place) => ReportType(place, "an object was expected");

    /// <summary>Reads <c>meta</c>.</summary>
    protected void ReadMeta(AnswerNode meta)
    {
        foreach (var (name, field) in meta.Fields())
        {
            if (name == "language") field.Ignore(LanguageReason);
            else if (!TryReadMeta(name, field)) field.Unknown();
        }
    }

    /// <summary>Reads a field of <c>meta</c> that only this kind of answer has.</summary>
    protected virtual bool TryReadMeta(string name, AnswerNode field) => false;

    /// <summary>Steps into the object that comes next and takes its properties, one after the other.</summary>
    /// <param name="place">The object's place.</param>
    /// <param name="read">Reads the value of a name.</param>
    protected void ReadObject(string place, Action<string> read)
    {
        if (!Json.TryEnter(JsonTokenType.StartObject))
        {
            ReportNoObject(place);
            return;
        }
        while (Json.NextProperty(out var name))
        {
            if (!IsRepeated(place, name)) read(name);
        }
    }

    /// <summary>Takes the value that comes next as a tree.</summary>
    /// <returns>False when the document failed.</returns>
    protected bool TryTakeNode(string place, string path, out AnswerNode node)
    {
        var taken = Json.TryTake(out var value);
        node = taken ? AnswerNode.Parse(value, place, path, Issues) : default;
        return taken;
    }

    /// <summary>Takes the elements of the array that comes next as trees.</summary>
    protected IEnumerable<AnswerNode> TakeElements(string place, string path)
    {
        if (!Json.TryEnter(JsonTokenType.StartArray)) ReportType(place, "an array was expected");
        else
        {
            for (var index = 0; TryTakeElement($"{place}/{index}", path + ".*", out var node); index++) yield return node;
        }
    }

    /// <summary>Reports that a value is of a wrong type, unless it is the document that failed.</summary>
    protected void ReportType(string place, string expected)
    {
        if (Json.Failure is not null) return;
        Issues.Report(new ReadIssue(FtsCodes.TypeWrong, Severity.Error, place, "a value of another type", expected, AnswerAdvice.LeftOut));
    }

    private bool TryTakeElement(string place, string path, out AnswerNode node)
    {
        var taken = Json.NextElement(out var element);
        node = taken ? AnswerNode.Parse(element, place, path, Issues) : default;
        return taken;
    }

    private static ReadIssue? ReadStatus(AnswerNode status)
    {
        status.Ignore("says that the request succeeded");
        return status.Value.ValueKind == JsonValueKind.String && status.Value.ValueEquals("ok"u8)
            ? null
            : new ReadIssue(FtsCodes.StatusNotOk, Severity.Fatal, status.Place, status.Shown(),
                "ok was expected", "ask FTS again");
    }
}
