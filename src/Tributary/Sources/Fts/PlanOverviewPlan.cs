using Tributary.Appeals;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>One plan of an overview.</summary>
/// <param name="Record">What is said about the plan.</param>
/// <param name="Figures">What it asks for and has, a zero as zero.</param>
internal sealed record PlanOverviewPlan(PlanRecord Record, IReadOnlyList<PublishedFigure> Figures)
{
    private const string Bookkeeping = "FTS's own bookkeeping of the plan";

    private static readonly Dictionary<string, string> Ignored = new(StringComparer.Ordinal)
    {
        ["createdAt"] = Bookkeeping,
        ["updatedAt"] = Bookkeeping,
        ["restricted"] = Bookkeeping,
        ["revisionState"] = Bookkeeping,
        ["planVersionId"] = Bookkeeping,
        ["isForHPCProjects"] = Bookkeeping,
        ["currentReportingPeriodId"] = Bookkeeping,
        ["lastPublishedReportingPeriodId"] = Bookkeeping,
        ["comments"] = "always empty in what was seen",
        ["customLocationCode"] = "the map's code; countries has the countries",
        ["planCosting"] = "how the requirement was worked out",
        ["caseLoads"] = "people, not money",
    };

    /// <summary>Reads a plan.</summary>
    public static PlanOverviewPlan Read(AnswerNode element)
    {
        var fields = element.RequiredFields();
        element.Require(fields, "id", FtsCodes.IdInvalid);
        element.Require(fields, "name", FtsCodes.TypeWrong);
        var plan = new PlanRecord(element.Place, 0, "", null, null, null, null, null, [], []);
        var figures = new List<PublishedFigure>();
        foreach (var (name, field) in fields) plan = ReadField(plan, figures, name, field);
        var year = plan.Years.Count == 1 ? plan.Years[0] : (int?)null;
        return new PlanOverviewPlan(plan, [.. figures.Select(figure => figure with { PlanId = plan.PlanId, Year = year })]);
    }

    private static PlanRecord ReadField(PlanRecord plan, List<PublishedFigure> figures, string name, AnswerNode field)
    {
        switch (name)
        {
            case "id": return plan with { PlanId = field.Id() ?? 0 };
            case "name": return plan with { Name = field.RequiredText() };
            case "code": return plan with { Code = field.Text() };
            case "startDate": return plan with { Start = Day(field) };
            case "endDate": return plan with { End = Day(field) };
            case "planType": return WithType(plan, field);
            case "usageYears": return plan with { Years = [.. field.Elements().Select(Year).OfType<int>()] };
            case "countries": return plan with { Countries = [.. field.Elements().Select(Iso3).OfType<string>()] };
            case "requirements": ReadRequirements(field, figures); return plan;
            case "funding": ReadFunding(field, figures); return plan;
            default: IgnoreOrReport(name, field); return plan;
        }
    }

    private static DateOnly? Day(AnswerNode field) => field.Days() is { } days ? Utf8Date.ToDate(days) : null;

    private static PlanRecord WithType(PlanRecord plan, AnswerNode type)
    {
        foreach (var (name, field) in type.Fields())
        {
            if (name == "name") plan = plan with { TypeName = field.Text() };
            else if (name == "id") plan = plan with { TypeId = field.Number() };
            else if (name is "description" or "parentID" or "group" or "code" or "includeTotals" or "createdAt" or "updatedAt") field.Ignore(Bookkeeping);
            else field.Unknown();
        }
        return plan;
    }

    private static int? Year(AnswerNode usageYear)
    {
        int? year = null;
        foreach (var (name, field) in usageYear.RequiredFields())
        {
            if (name == "year") year = field.Number();
            else if (name is "id" or "createdAt" or "updatedAt") field.Ignore(Bookkeeping);
            else field.Unknown();
        }
        return year;
    }

    private static string? Iso3(AnswerNode country)
    {
        string? iso3 = null;
        foreach (var (name, field) in country.RequiredFields())
        {
            if (name == "iso3") iso3 = field.Text();
            else if (name is "id" or "name" or "pcode" or "adminLevel") field.Ignore("the country's code says it; the list of places has the rest");
            else LocationFields.IgnoreOrReport(name, field);
        }
        return iso3;
    }

    private static void ReadRequirements(AnswerNode requirements, List<PublishedFigure> figures)
    {
        foreach (var (name, field) in requirements.Fields())
        {
            switch (name)
            {
                case "origRequirements": Add(figures, field, Measure.OriginalRequirement); break;
                case "revisedRequirements": Add(figures, field, Measure.Requirement); break;
                default: field.Unknown(); break;
            }
        }
    }

    private static void ReadFunding(AnswerNode funding, List<PublishedFigure> figures)
    {
        foreach (var (name, field) in funding.Fields())
        {
            switch (name)
            {
                case "totalFunding": Add(figures, field, Measure.Funding); break;
                case "sharedFunding": Add(figures, field, Measure.SharedFunding); break;
                case "overlapFunding": Add(figures, field, Measure.OverlapFunding); break;
                case "onBoundaryFunding": Add(figures, field, Measure.OnBoundaryFunding); break;
                case "singleFunding": field.Ignore("totalFunding without overlapFunding"); break;
                case "progress": field.Ignore("totalFunding as a percentage of revisedRequirements"); break;
                default: field.Unknown(); break;
            }
        }
    }

    private static void Add(List<PublishedFigure> figures, AnswerNode field, Measure measure)
    {
        if (field.Amount() is { } value) figures.Add(new PublishedFigure { Place = field.Place, Measure = measure, Value = value });
    }

    private static void IgnoreOrReport(string name, AnswerNode field)
    {
        if (Ignored.TryGetValue(name, out var reason)) field.Ignore(reason);
        else field.Unknown();
    }
}
