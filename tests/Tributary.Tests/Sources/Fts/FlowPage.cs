using System.Text;

namespace Tributary.Tests.Sources.Fts;

/// <summary>A small page of flows of our own making, with one flow that a test may change.</summary>
internal static class FlowPage
{
    /// <summary>A flow that uses every field.</summary>
    public const string Flow = """
        {"id": "7001", "amountUSD": 1250.5, "budgetYear": "2020", "childFlowIds": [7002, "7003"], "contributionType": "financial",
         "createdAt": "2020-04-01T10:11:12.345Z", "date": "2020-03-31T00:00:00Z", "decisionDate": null,
         "description": "Wells \u2013 and \"pumps\"\nfor two valleys 💧", "grandBargainEarmarkingType": ["softly earmarked"], "exchangeRate": 0.8765,
         "firstReportedDate": "2020-04-01", "flowType": "Standard", "keywords": ["Multiyear", "Cash"], "newMoney": true,
         "originalAmount": 1096.06, "originalCurrency": "EUR", "method": "Traditional aid", "parentFlowId": 7000, "status": "paid",
         "updatedAt": "2020-05-02T00:00:00Z", "versionId": 3,
         "sourceObjects": [
           {"type": "Organization", "id": "11", "name": "Ministry of Rivers", "behavior": "single", "organizationSubTypes": ["National"], "organizationTypes": ["Government"]},
           {"type": "UsageYear", "id": "41", "name": "2020", "behavior": "single"}],
         "destinationObjects": [
           {"type": "Plan", "id": "900", "name": "Valleys 2020", "code": "HVAL20", "behavior": "single"},
           {"type": "Location", "id": "1", "name": "North", "behavior": "shared"},
           {"type": "Cluster", "name": "Not specified", "behavior": "single"},
           {"type": "Location", "id": 2, "name": "South", "behavior": "shared"}],
         "boundary": "incoming", "onBoundary": "shared",
         "reportDetails": [{"sourceType": "Primary", "organization": "Ministry of Rivers", "reportChannel": "Email", "date": "2020-04-01T00:00:00.000Z"}],
         "refCode": "MR-1"}
        """;

    /// <summary>The parent of <see cref="Flow"/>, with the fewest fields a flow can have.</summary>
    public const string Parent = """{"onBoundary": "single", "boundary": "internal", "status": "commitment", "amountUSD": 0, "id": 7000}""";

    /// <summary>A page of these flows.</summary>
    public static string Of(params string[] flows) => $$$"""
        {"meta": {"language": "en", "count": {{{flows.Length}}}},
         "data": {"flows": [{{{string.Join(",\n", flows)}}}],
                  "incoming": {"flowCount": 1, "fundingTotal": 1250.5, "pledgeTotal": 0}, "outgoing": {"flowCount": 0}, "internal": {"flowCount": 1}},
         "status": "ok"}
        """;

    /// <summary>A page whose second flow is <see cref="Flow"/> with another text in place of one of its own.</summary>
    /// <exception cref="ArgumentException">The flow does not have the text once.</exception>
    public static string Changed(string from, string to)
    {
        if (Flow.Split(from).Length != 2) throw new ArgumentException($"'{from}' does not stand in the flow once", nameof(from));
        return Of(Parent, Flow.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The page of both flows as bytes.</summary>
    public static byte[] Bytes() => Encoding.UTF8.GetBytes(Of(Parent, Flow));
}
