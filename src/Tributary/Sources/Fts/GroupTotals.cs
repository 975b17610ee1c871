using Tributary.Appeals;

namespace Tributary.Sources.Fts;

/// <summary>Funding or pledges by the objects of one type.</summary>
/// <remarks>A part of a total, such as <c>singleFundingTotal</c>, is a total whose group name is the document's name of the part.</remarks>
internal static class GroupTotals
{
    /// <summary>All figures of one object type.</summary>
    /// <param name="kind">An element of <c>fundingTotals.objects</c> or <c>pledgeTotals.objects</c>.</param>
    /// <param name="isPledge">Whether the money is only pledged.</param>
    public static List<PublishedFigure> Of(AnswerNode kind, bool isPledge)
    {
        var figures = new List<PublishedFigure>();
        foreach (var (name, field) in kind.RequiredFields())
        {
            switch (name)
            {
                case "singleFundingTotal": figures.AddRange(Total(field, Is(Measure.Funding, isPledge), name)); break;
                case "sharedFundingTotal": figures.AddRange(Total(field, Is(Measure.SharedFunding, isPledge), name)); break;
                case "overlapFundingTotal": figures.AddRange(Total(field, Is(Measure.OverlapFunding, isPledge), name)); break;
                case "singleFundingObjects": figures.AddRange(Objects(field, Is(Measure.Funding, isPledge))); break;
                case "sharedFundingObjects": figures.AddRange(Objects(field, Is(Measure.SharedFunding, isPledge))); break;
                case "overlapFundingObjects": figures.AddRange(Objects(field, Is(Measure.OverlapFunding, isPledge))); break;
                case "totalBreakdown": figures.AddRange(Breakdown(field, isPledge)); break;
                case "objectsBreakdown": field.Ignore("restates, object by object, the single, shared and overlap lists beside it"); break;
                case "type" or "direction": field.Ignore("each object of the lists says it again"); break;
                default: field.Unknown(); break;
            }
        }
        return figures;
    }

    /// <summary>A total, or a part of one; nothing where null is stated.</summary>
    /// <param name="field">The amount.</param>
    /// <param name="measure">What it measures.</param>
    /// <param name="part">The document's name of the part, null for the whole.</param>
    public static IEnumerable<PublishedFigure> Total(AnswerNode field, Measure measure, string? part) => field.Amount() is { } value
        ? [new PublishedFigure { Place = field.Place, Measure = measure, Value = value, GroupName = part }]
        : [];

    private static IEnumerable<PublishedFigure> Objects(AnswerNode list, Measure measure) =>
        list.Elements().SelectMany(element => GroupFigures.OfFunding(element, measure));

    private static IEnumerable<PublishedFigure> Breakdown(AnswerNode breakdown, bool isPledge)
    {
        foreach (var (name, field) in breakdown.Fields())
        {
            var figures = name switch
            {
                "totalFunding" => Total(field, Is(Measure.Funding, isPledge), null),
                "objectsSum" => Total(field, Is(Measure.Funding, isPledge), name),
                "sharedFunding" => Total(field, Is(Measure.SharedFunding, isPledge), name),
                "overlapCorrection" => Total(field, Is(Measure.OverlapFunding, isPledge), name),
                _ => Unknown(field),
            };
            foreach (var figure in figures) yield return figure;
        }
    }

    private static IEnumerable<PublishedFigure> Unknown(AnswerNode field)
    {
        field.Unknown();
        return [];
    }

    private static Measure Is(Measure funding, bool isPledge) => isPledge ? Measure.Pledges : funding;
}
