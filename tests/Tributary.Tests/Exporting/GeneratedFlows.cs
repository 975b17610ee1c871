using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Tributary.Tests.Exporting;

/// <summary>Pages of the FTS API's flows with every field, as odd as FTS may write them and odder.</summary>
internal static class GeneratedFlows
{
    /// <summary>What spreadsheets run, what splits cells and lists, and what XML and SQL cannot hold.</summary>
    public static readonly string[] Hostile =
    [
        "Wells and pumps", "=1+1", "=cmd|' /C calc'!A0", "+1", "-2+3", "- a list (of things)", "-,Action A (B)", "@SUM(A1)", "\t=1", "\r\n=1", "\n@x", " =1+1", "＝1+1", "'=1", "''=1", "'quoted'",
        "a,b", "a, b", "say \"yes\"", "line\nline", "line\rline", "a; b", "tab\there", "\u0001\u0002\u001f", "\u007f", "\uFFFE\uFFFF", "emoji 🌍 عربى", "\uFEFF=1", "x]]>y <&>", "$where'; DROP TABLE flow; --", "_x0041_", " ", "  two  ", "null",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index]);
    private static readonly Gen<string?> MaybeText = Maybe(Text);
    private static readonly Gen<string?> Day = Maybe(Gen.Int[0, 900].Select(days => new DateOnly(2019, 1, 1).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"));
    private static readonly Gen<string?> Instant = Maybe(Gen.Long[0, 60_000_000].Select(seconds => DateTimeOffset.FromUnixTimeMilliseconds(1_560_000_000_000 + (seconds * 1001)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)));

    private static readonly string[] Places = ["Afghanistan", "Pakistan", "Jordan", "Global"];
    private static readonly string[] Names = ["World Food Programme", "Norway, Government of", "=HYPERLINK(1)", "Fund; of funds", "b", "A"];
    private static readonly string[] Clusters = ["Health", "Protection - Housing, Land and Property", "Nutrition", "Child Protection"];

    /// <summary>A page.</summary>
    public static readonly Gen<string> Page = Gen.Select(Flow(), Gen.Int[0, 3]).Array[1, 8].Select(flows =>
        new JsonObject { ["data"] = new JsonObject { ["flows"] = new JsonArray([.. flows.Select((flow, index) => Numbered(flow.Item1, index, flow.Item2))]) }, ["status"] = "ok" }.ToJsonString());

    private static Gen<JsonObject> Flow() =>
        from amounts in Gen.Select(Money, Maybe(Money), Maybe(Gen.Long[1, 99_999_999_999].Select(rate => rate / 100_000_000m)))
        from words in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1], Maybe(Gen.Bool))
        from terms in Gen.Select(MaybeText, MaybeText, MaybeText, MaybeText, MaybeText, MaybeText)
        from days in Gen.Select(Day, Day, Day, Instant, Instant)
        from texts in Gen.Select(MaybeText, MaybeText)
        from source in Objects(Places, "overlap")
        from destination in Objects(Places[..3], "shared")
        from more in Gen.Select(Maybe(Gen.Long[1, 99]), Gen.Long[1, 99].Array[0, 2], Gen.Select(MaybeText, MaybeText, Day).Array[0, 2], Gen.Int[0, 3])
        select new JsonObject
        {
            ["amountUSD"] = amounts.Item1, ["originalAmount"] = amounts.Item2, ["originalCurrency"] = amounts.Item2 is null ? null : "EUR", ["exchangeRate"] = amounts.Item3,
            ["status"] = ((string[])["paid", "commitment", "pledge"])[words.Item1], ["boundary"] = ((string[])["incoming", "internal", "outgoing"])[words.Item2],
            ["onBoundary"] = ((string[])["single", "shared"])[words.Item3], ["newMoney"] = words.Item4,
            ["flowType"] = terms.Item1, ["contributionType"] = terms.Item2, ["method"] = terms.Item3, ["budgetYear"] = terms.Item4,
            ["keywords"] = List(terms.Item5), ["grandBargainEarmarkingType"] = List(terms.Item6),
            ["date"] = days.Item1, ["decisionDate"] = days.Item2, ["firstReportedDate"] = days.Item3, ["createdAt"] = days.Item4, ["updatedAt"] = days.Item5,
            ["description"] = texts.Item1, ["refCode"] = texts.Item2, ["sourceObjects"] = new JsonArray([.. source.Select(thing => thing.DeepClone())]), ["destinationObjects"] = new JsonArray([.. destination.Select(thing => thing.DeepClone())]),
            ["parentFlowId"] = more.Item1, ["childFlowIds"] = new JsonArray([.. more.Item2.Select(child => JsonValue.Create(child))]), ["versionId"] = more.Item4 == 0 ? null : more.Item4,
            ["reportDetails"] = new JsonArray([.. more.Item3.Select(report => new JsonObject { ["sourceType"] = "Primary", ["organization"] = report.Item1, ["refCode"] = report.Item2, ["date"] = report.Item3 })]),
        };

    private static Gen<decimal> Money => Gen.Long[-10_000, 99_999_999_999].Select(units => units / 10_000m);

    // HDX's files say neither that places overlap nor that a region is among them: a destination has neither.
    private static Gen<JsonObject[]> Objects(string[] places, string several) => Gen.Select(
        Several("Organization", Names, 100, code: false), Located(places, several), Years, Several("Plan", [.. Hostile.Where(name => !name.Contains(',', StringComparison.Ordinal) && !char.IsWhiteSpace(name[0]))], 900, code: true),
        Several("Emergency", Names, 911, code: false), Several("GlobalCluster", Clusters, 3, code: false), Several("Cluster", Hostile[..12], 5000, code: false), Several("Project", Names, 70, code: true),
        (organizations, places, years, plans, emergencies, globals, clusters, projects) => (JsonObject[])[.. organizations, .. places, .. years, .. plans, .. emergencies, .. globals, .. clusters, .. projects]);

    // Usage years without a gap: a file that states the first and the last says no more.
    private static Gen<JsonObject[]> Years => Gen.Select(Gen.Int[2019, 2021], Gen.Int[0, 2], (first, more) => Enumerable.Range(first, more + 1)
        .Select(year => Object("UsageYear", (year - 1979).ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture), null, more > 0 ? "shared" : "single")).ToArray());

    private static Gen<JsonObject[]> Located(string[] places, string several) => Gen.Int[0, places.Length - 1].Array[0, 3].Select(chosen => chosen.Distinct().ToArray())
        .Select(chosen => chosen.Select(index => Object("Location", (index + 1).ToString(CultureInfo.InvariantCulture), places[index], null, chosen.Length > 1 ? several : "single")).ToArray());

    private static Gen<JsonObject[]> Several(string type, string[] names, int firstId, bool code) => Gen.Select(Gen.Int[0, names.Length - 1].Array[0, 3], Gen.Int[0, 2], (chosen, behaviour) => chosen.Distinct()
        .Select(index => Object(type, (firstId + index).ToString(CultureInfo.InvariantCulture), names[index], code ? $"C{index}" : null, ((string[])["single", "shared", "overlap"])[behaviour])).ToArray());

    private static JsonObject Object(string type, string id, string name, string? code, string behaviour)
    {
        var thing = new JsonObject { ["type"] = type, ["id"] = id, ["name"] = name, ["behavior"] = behaviour };
        if (code is not null) thing["code"] = code;
        if (type == "Organization") (thing["organizationTypes"], thing["organizationSubTypes"]) = (new JsonArray("Government", "NGO"), new JsonArray("National government"));
        return thing;
    }

    private static JsonNode Numbered(JsonObject flow, int index, int repeats)
    {
        var numbered = flow.DeepClone().AsObject();
        numbered["id"] = (100 + index - (repeats == 0 ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
        return numbered;
    }

    private static JsonArray? List(string? text) => text is null ? null : new JsonArray(text, "second");

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.Select(gen, Gen.Bool, (value, given) => given ? value : null);

    private static Gen<decimal?> Maybe(Gen<decimal> gen) => Gen.Select(gen, Gen.Bool, (value, given) => given ? value : (decimal?)null);

    private static Gen<bool?> Maybe(Gen<bool> gen) => Gen.Select(gen, Gen.Bool, (value, given) => given ? value : (bool?)null);

    private static Gen<long?> Maybe(Gen<long> gen) => Gen.Select(gen, Gen.Bool, (value, given) => given ? value : (long?)null);
}
