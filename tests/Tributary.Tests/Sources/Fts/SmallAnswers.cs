namespace Tributary.Tests.Sources.Fts;

/// <summary>Small answers of our own making, one for each kind but flows.</summary>
internal static class SmallAnswers
{
    public const string PlanOverview = """
        {"data": {"totals": {"objectsSum": 30, "overlapCorrection": 0, "sharedFunding": 1, "totalFunding": 30, "origRequirements": 90, "revisedRequirements": 100, "progress": 30},
          "plans": [{"id": 900, "name": "Valleys 2020", "code": "HVAL20", "startDate": "2020-01-01", "endDate": "2020-12-31T00:00:00Z", "comments": null,
            "countries": [{"id": 1, "iso3": "AFG", "name": "North", "latitude": 33.8}, {"id": 251, "iso3": null, "name": "Global"}],
            "planType": {"id": 4, "name": "Flash appeal"}, "usageYears": [{"id": 41, "year": "2020"}], "caseLoads": [{"totals": []}],
            "requirements": {"origRequirements": 0, "revisedRequirements": 100},
            "funding": {"totalFunding": 30.25, "singleFunding": 30.25, "overlapFunding": 0, "sharedFunding": 1, "onBoundaryFunding": 0, "progress": 30}}],
          "meta": {"language": "en"}}, "status": "ok"}
        """;

    public const string GroupBy = """
        {"status": "ok", "data": {
          "requirements": {"totalRevisedReqs": 100, "totalOrigReqs": 90, "objects": [
            {"id": 5, "name": "Water", "tags": [], "objectType": "Cluster", "origRequirements": 90, "revisedRequirements": 100}]},
          "report3": {"fundingTotals": {"total": 30, "objects": [{"type": "Cluster", "direction": "destination", "singleFundingTotal": 20,
              "singleFundingObjects": [{"type": "Cluster", "direction": "destination", "id": 5, "name": "Water", "totalFunding": 25, "behavior": "single"},
                {"type": "Cluster", "direction": "destination", "name": "Not specified", "totalFunding": -5, "behavior": "single"}],
              "sharedFundingTotal": 10,
              "sharedFundingObjects": [{"type": "Cluster", "direction": "destination", "id": ["5", "6"], "name": ["Water", "Roads"], "onBoundaryFunding": 1, "totalFunding": 10, "behavior": "shared"}],
              "objectsBreakdown": [], "totalBreakdown": {"objectsSum": 20, "overlapCorrection": 0, "sharedFunding": 10, "totalFunding": 30}}]},
            "pledgeTotals": {"total": 7, "objects": []}}}, "meta": {"language": "en"}}
        """;

    public const string Locations = """{"status": "ok", "data": [{"id": 1, "iso3": "AFG", "name": "North", "adminLevel": 0, "pcode": null}, {"id": 2, "iso3": null, "name": "All", "adminLevel": 0, "pcode": "X"}]}""";

    public const string Trends = """{"data": [{"year": 2020, "totalFunding": 30}, {"year": 2021, "totalFunding": -1}], "status": "ok"}""";
}
