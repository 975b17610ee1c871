using Tributary.Flows;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>An element of <c>sourceObjects</c> or <c>destinationObjects</c>, which many flows repeat.</summary>
/// <param name="Alone">The set of this object alone; null when it cannot be used.</param>
/// <param name="Oddities">What was odd, or null.</param>
internal sealed record FlowObjectPiece(ObjectSet? Alone, KeptOddities? Oddities)
{
    /// <summary>Reads an element as written.</summary>
    public static FlowObjectPiece Of(byte[] written)
    {
        var oddities = new KeptOddities();
        var element = AnswerNode.Parse(written, "", "", oddities);
        var fields = element.RequiredFields();
        element.Require(fields, "type", FtsCodes.TypeWrong);
        element.Require(fields, "behavior", FtsCodes.BehaviourUnknown);
        var set = Read(fields);
        return new FlowObjectPiece(oddities.HasError ? null : set, oddities.IsEmpty ? null : oddities);
    }

    private static ObjectSet? Read(Dictionary<string, AnswerNode> fields)
    {
        var (value, type) = (new FlowObject(null, null, null, default), (ObjectType?)null);
        foreach (var (name, field) in fields)
        {
            switch (name)
            {
                case "type": type = TypeOf(field); break;
                case "id": value = value with { Id = field.IdText() }; break;
                case "name": value = value with { Name = field.Text() }; break;
                case "code": value = value with { Code = field.Text() }; break;
                case "behavior": value = value with { Behaviour = BehaviourOf(field) }; break;
                case "organizationTypes": value = value with { Kinds = KindsOf(field) }; break;
                case "organizationSubTypes": value = value with { Subkinds = KindsOf(field) }; break;
                default: field.Unknown(); break;
            }
        }
        return type is null ? null : new ObjectSet(type.Value, [value]);
    }

    private static ObjectType? TypeOf(AnswerNode field)
    {
        switch (field.Text())
        {
            case "Organization": return ObjectType.Organization;
            case "Location": return ObjectType.Location;
            case "UsageYear": return ObjectType.UsageYear;
            case "Plan": return ObjectType.Plan;
            case "Emergency": return ObjectType.Emergency;
            case "Cluster": return ObjectType.Cluster;
            case "GlobalCluster": return ObjectType.GlobalCluster;
            case "Project": return ObjectType.Project;
            case { } unknown: ReportUnknown(field, unknown); return null;
            case null: field.RefuseNull("a text was expected"); return null;
        }
    }

    private static void ReportUnknown(AnswerNode field, string type) => field.Oddities.Unknown($"{field.Path}={AnswerAdvice.Short(type)}",
        new ReadIssue(FtsCodes.ObjectTypeUnknown, Severity.Warning, field.Place, AnswerAdvice.Short(type), "an object type of FTS was expected",
            "the object is left out and the flow kept; ask for the type to be read if it matters"));

    private static Behaviour BehaviourOf(AnswerNode field) => field.Text() switch
    {
        "single" => Behaviour.Single,
        "shared" => Behaviour.Shared,
        "overlap" => Behaviour.Overlap,
        _ => field.Wrong<Behaviour>(FtsCodes.BehaviourUnknown, "single, shared or overlap was expected") ?? default,
    };

    private static string? KindsOf(AnswerNode field) => string.Join("; ", field.Elements().Select(kind => kind.Text()).OfType<string>()) is { Length: > 0 } kinds ? kinds : null;
}
