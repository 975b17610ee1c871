using Tributary.Appeals;

namespace Tributary.Sources.Fts;

/// <summary>The figures of one group: an object, several that share money, or "Not specified".</summary>
internal static class GroupFigures
{
    /// <summary>What an element of <c>requirements.objects</c> states.</summary>
    public static IEnumerable<PublishedFigure> OfRequirement(AnswerNode element) => Of(element, name => name switch
    {
        "origRequirements" => Measure.OriginalRequirement,
        "revisedRequirements" => Measure.Requirement,
        _ => null,
    });

    /// <summary>What an element of a list of funding states.</summary>
    /// <param name="element">The element.</param>
    /// <param name="measure">What the list measures.</param>
    public static IEnumerable<PublishedFigure> OfFunding(AnswerNode element, Measure measure) => Of(element, name => name switch
    {
        "totalFunding" => measure,
        "onBoundaryFunding" => Measure.OnBoundaryFunding,
        _ => null,
    });

    private static IEnumerable<PublishedFigure> Of(AnswerNode element, Func<string, Measure?> measureOf)
    {
        var fields = element.RequiredFields();
        var (id, group, grouping) = (JoinedId(fields), JoinedName(fields), GroupingOf(fields));
        foreach (var (name, field) in fields)
        {
            if (measureOf(name) is not { } measure) IgnoreOrReport(name, field);
            else if (field.Amount() is { } value)
            {
                yield return new PublishedFigure { Place = field.Place, Measure = measure, Value = value, Grouping = grouping, GroupId = id, GroupName = group };
            }
        }
    }

    private static string? JoinedId(Dictionary<string, AnswerNode> fields) => fields.TryGetValue("id", out var id) ? id.JoinedText(",") : null;

    private static string? JoinedName(Dictionary<string, AnswerNode> fields) => fields.TryGetValue("name", out var name) ? name.JoinedText(" + ") : null;

    /// <summary>The type of the group; money by where it comes from is not the same as by where it goes, so it never gets the type's own grouping.</summary>
    private static Grouping GroupingOf(Dictionary<string, AnswerNode> fields)
    {
        if (fields.TryGetValue("direction", out var direction) && direction.Text() == "source") return Grouping.Other;
        var hasType = fields.TryGetValue("type", out var type) || fields.TryGetValue("objectType", out type);
        return (hasType ? type.Text() : null) switch
        {
            "Cluster" => Grouping.Cluster,
            "GlobalCluster" => Grouping.GlobalCluster,
            "Location" => Grouping.Location,
            _ => Grouping.Other,
        };
    }

    private static void IgnoreOrReport(string name, AnswerNode field)
    {
        switch (name)
        {
            case "id" or "name" or "type" or "objectType" or "direction": break; // Used above.
            case "behavior": field.Ignore("the name of the list says it"); break;
            case "tags": field.Ignore("marks clusters against COVID-19, whose names say so"); break;
            default: field.Unknown(); break;
        }
    }
}
