using System.Text;

namespace Tributary.Tests.Questions.Movements;

/// <summary>Writes IATI files of activities that pay each other.</summary>
internal sealed class ActivityBuilder(string id, string publisher)
{
    private readonly StringBuilder _inside = new();

    /// <summary>Money that came in.</summary>
    public ActivityBuilder In(decimal value, string? from, string currency = "USD", string? provider = null) => Add("1", value, currency, $"<provider-org{Attribute("provider-activity-id", from)}>{Name(provider)}</provider-org>");

    /// <summary>Money that went on.</summary>
    public ActivityBuilder Out(decimal value, string? to, string currency = "USD", string? receiver = null) => Add("3", value, currency, $"<receiver-org{Attribute("receiver-activity-id", to)}>{Name(receiver)}</receiver-org>");

    /// <summary>Money that went on, of which the source is named.</summary>
    public ActivityBuilder OutFrom(decimal value, string from) => Add("3", value, "USD", $"""<provider-org provider-activity-id="{from}"/>""");

    /// <summary>Money that was spent.</summary>
    public ActivityBuilder Spent(decimal value, string currency = "USD") => Add("4", value, currency, "");

    /// <summary>A relation to another activity.</summary>
    public ActivityBuilder Related(string type, string to)
    {
        _inside.Append($"""<related-activity type="{type}" ref="{to}"/>""");
        return this;
    }

    /// <summary>Any other element.</summary>
    public ActivityBuilder With(string element)
    {
        _inside.Append(element);
        return this;
    }

    /// <summary>A file of such activities.</summary>
    public static string File(params IEnumerable<ActivityBuilder> activities) => $"""<?xml version="1.0"?><iati-activities version="2.03">{string.Concat(activities.Select(activity => activity.Xml))}</iati-activities>""";

    private string Xml => $"""<iati-activity><iati-identifier>{id}</iati-identifier><reporting-org ref="{publisher}" type="40"><narrative>{publisher} office</narrative></reporting-org><title><narrative>Title of {id}</narrative></title>{_inside}</iati-activity>""" + "\n";

    private ActivityBuilder Add(string type, decimal value, string currency, string side)
    {
        _inside.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"""<transaction><transaction-type code="{type}"/><transaction-date iso-date="2020-05-01"/><value currency="{currency}" value-date="2020-05-01">{value}</value>{side}</transaction>""");
        return this;
    }

    private static string Attribute(string name, string? value) => value is null ? "" : $""" {name}="{value}" """;

    private static string Name(string? name) => name is null ? "" : $"<narrative>{name}</narrative>";
}
