using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>What an answer says about itself: whether it is whole, how many flows there are on all pages, which are on this one, and where the next is.</summary>
/// <remarks>All answers are an object of <c>status</c>, <c>data</c> and, mostly, <c>meta</c>, in any order. Of the data only the ids of flows are looked at.</remarks>
internal sealed record FtsAnswer
{
    /// <summary>Why it is no whole answer; null when it is one.</summary>
    public ReadIssue? Failure { get; init; }

    /// <summary>The flows on all pages, as this page states; null where it does not.</summary>
    public long? Count { get; private set; }

    /// <summary>Where the next page is, as stated; null on the last.</summary>
    public string? NextLink { get; private set; }

    /// <summary>The ids of the flows on this page, each as often as it stands there; one that has none is empty.</summary>
    public IReadOnlyList<string> FlowIds => _flowIds;

    private readonly List<string> _flowIds = [];
    private ReadIssue? _notOk = Missing("status");
    private ReadIssue? _noData = Missing("data");

    /// <summary>Reads an answer to its end.</summary>
    /// <param name="document">The answer.</param>
    /// <param name="token">Stops the reading.</param>
    public static FtsAnswer Read(Stream document, CancellationToken token)
    {
        var json = new JsonStream(document, token);
        var answer = new FtsAnswer();
        if (json.TryEnter(JsonTokenType.StartObject))
        {
            while (json.NextProperty(out var name)) answer.ReadPart(json, name);
        }
        return answer with { Failure = json.Finish() ?? answer._notOk ?? answer._noData };
    }

    private void ReadPart(JsonStream json, string name)
    {
        if (name == "status") ReadStatus(json);
        else if (name == "meta") ReadMeta(json);
        else if (name == "data") ReadData(json);
        else json.Skip();
    }

    private void ReadStatus(JsonStream json)
    {
        if (!json.TryTake(out var status)) return;
        _notOk = status.SequenceEqual("\"ok\""u8) ? null : NotOk(AnswerAdvice.Show(status));
    }

    private void ReadMeta(JsonStream json)
    {
        if (!json.TryTake(out var value)) return;
        using var meta = JsonDocument.Parse(value.ToArray(), new JsonDocumentOptions { MaxDepth = JsonStream.DepthMax });
        if (meta.RootElement.ValueKind != JsonValueKind.Object) return;
        if (meta.RootElement.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var flows)) Count = flows;
        if (meta.RootElement.TryGetProperty("nextLink", out var next) && next.ValueKind == JsonValueKind.String && next.GetString() is { Length: > 0 } link) NextLink = link;
    }

    private void ReadData(JsonStream json)
    {
        _noData = null;
        if (!json.TryEnter(JsonTokenType.StartObject)) return;
        while (json.NextProperty(out var name))
        {
            if (name == "flows") ReadFlows(json);
            else json.Skip();
        }
    }

    private void ReadFlows(JsonStream json)
    {
        if (!json.TryEnter(JsonTokenType.StartArray)) return;
        while (json.NextElement(out var flow)) _flowIds.Add(IdOf(flow));
    }

    private static string IdOf(ReadOnlySpan<byte> flow)
    {
        var json = new JsonCursor(flow);
        if (json.Token != JsonTokenType.StartObject) return "";
        while (json.NextProperty())
        {
            var isId = json.Written.SequenceEqual("id"u8);
            json.ToValue();
            if (isId && json.Token is JsonTokenType.String or JsonTokenType.Number) return System.Text.Encoding.UTF8.GetString(json.Written);
            json.Take();
        }
        return "";
    }

    private static ReadIssue NotOk(string found) => new(FtsCodes.StatusNotOk, Severity.Fatal, "/status", found, "ok was expected", "ask FTS again");

    private static ReadIssue Missing(string part) => new(FtsCodes.StatusNotOk, Severity.Fatal, "/", $"an answer without {part}", "an object of status and data was expected", "ask FTS again");
}
