using System.Globalization;

using System.Text.Json.Nodes;

namespace Tributary.Tests.Questions;

/// <summary>A flow of our own making, as a page of the FTS API states it. Each change gives a new one.</summary>
/// <remarks>
/// Objects are written <c>Type:id</c>, or <c>Type:id*</c> shared and <c>Type:id~</c> overlapping. A name other than <c>Type id</c>
/// follows an equals sign, an organisation's type a bar: <c>Organization:4306=Germany, Government of|Government</c>.
/// </remarks>
internal sealed record FlowBuilder
{
    public required long Id { get; init; }

    public decimal AmountUsd { get; init; } = 100;

    public string Status { get; init; } = "paid";

    public string FlowType { get; init; } = "Standard";

    public bool? NewMoney { get; init; } = true;

    public string[] Source { get; init; } = ["Organization:1"];

    public string[] Destination { get; init; } = ["Organization:2", "Location:1", "UsageYear:2020", "Plan:900"];

    public string? UpdatedAt { get; init; } = "2020-06-01T00:00:00Z";

    public int? VersionId { get; init; }

    public long? ParentId { get; init; }

    public string? Description { get; init; }

    public string? RefCode { get; init; }
    public decimal? OriginalAmount { get; init; }

    public string? OriginalCurrency { get; init; }

    public decimal? ExchangeRate { get; init; }

    public string? Date { get; init; }

    public string? DecisionDate { get; init; }

    public string? FirstReported { get; init; }

    public long[]? Children { get; init; }

    /// <summary>The page of flows.</summary>
    public static string Page(params IEnumerable<FlowBuilder> flows)
    {
        var list = flows.Select(flow => flow.ToJson()).ToArray<JsonNode>();
        return new JsonObject { ["meta"] = new JsonObject { ["count"] = list.Length }, ["data"] = new JsonObject { ["flows"] = new JsonArray(list) }, ["status"] = "ok" }.ToJsonString();
    }

    // The boundary that a page states is of its own query: it must not matter.
    private JsonObject ToJson() => new()
    {
        ["id"] = Id.ToString(CultureInfo.InvariantCulture),
        ["amountUSD"] = AmountUsd,
        ["status"] = Status,
        ["flowType"] = FlowType,
        ["newMoney"] = NewMoney,
        ["boundary"] = "outgoing",
        ["onBoundary"] = "single",
        ["updatedAt"] = UpdatedAt,
        ["versionId"] = VersionId,
        ["parentFlowId"] = ParentId,
        ["description"] = Description,
        ["refCode"] = RefCode,
        ["childFlowIds"] = Children is null ? null : new JsonArray([.. Children.Select(child => JsonValue.Create(child.ToString(CultureInfo.InvariantCulture)))]),
        ["originalAmount"] = OriginalAmount,
        ["originalCurrency"] = OriginalCurrency,
        ["exchangeRate"] = ExchangeRate,
        ["date"] = Date,
        ["decisionDate"] = DecisionDate,
        ["firstReportedDate"] = FirstReported,
        ["sourceObjects"] = Objects(Source),
        ["destinationObjects"] = Objects(Destination),
    };

    private static JsonArray Objects(string[] objects) => [.. objects.Select(Object)];

    private static JsonNode Object(string text)
    {
        var (kind, typed) = (text.Split('|')[1..], text.Split('|')[0]);
        var (named, name) = (typed.Split('=', 2)[0], typed.Split('=', 2).ElementAtOrDefault(1));
        var (type, id) = (named.Split(':')[0], named.Split(':')[1]);
        var behaviour = id[^1] switch { '*' => "shared", '~' => "overlap", _ => "single" };
        id = id.TrimEnd('*', '~');
        var thing = new JsonObject
        {
            ["type"] = type,
            ["id"] = type == "UsageYear" ? (int.Parse(id, CultureInfo.InvariantCulture) - 1979).ToString(CultureInfo.InvariantCulture) : id,
            ["name"] = type == "UsageYear" ? id : name ?? $"{type} {id}",
            ["code"] = type == "Plan" ? $"HP{id}" : null,
            ["behavior"] = behaviour,
        };
        if (kind.Length > 0) thing["organizationTypes"] = new JsonArray([.. kind.Select(one => (JsonNode)one)]);
        return thing;
    }
}
