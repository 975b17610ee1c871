using Tributary.Activities;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Makes an organisation of its element.</summary>
internal static class OrganisationReader
{
    /// <summary>Reads one.</summary>
    /// <param name="item">The element.</param>
    /// <param name="ordinal">Which of its document's it is, from 1.</param>
    /// <param name="sink">Takes what is odd.</param>
    /// <param name="version">The version that the document states.</param>
    /// <param name="details">Writes what no property takes.</param>
    public static PublishingOrganisation Read(XmlItem item, int ordinal, IRecordSink sink, string? version, JsonMl details)
    {
        var elements = new IatiElements(sink, item.Attribute("default-currency"), item.Peek("xml:lang"));
        var budgets = new List<ActivityBudget>();
        foreach (var child in item.Children)
        {
            if (Kind(child.Name) is not { } kind) continue;
            child.See();
            budgets.Add(BudgetReader.Read(kind, child, budgets.Count + 1, elements, details));
            child.TakeWhole();
        }
        var organisation = new PublishingOrganisation
        {
            Ordinal = ordinal,
            Line = item.Line,
            Id = item.First("organisation-identifier")?.Text ?? item.First("iati-identifier")?.Text,
            Version = item.Attribute("version") ?? version,
            Name = elements.Text(item.First("name")),
            Reporter = elements.Organisation(item.First("reporting-org")),
            DefaultCurrency = item.Attribute("default-currency")?.ToUpperInvariant(),
            LastUpdated = elements.Instant(item, "last-updated-datetime"),
            Budgets = budgets,
        };
        return organisation with { Details = details.Unused(item) };
    }

    private static BudgetKind? Kind(string name) => name switch
    {
        "total-budget" => BudgetKind.Total,
        "recipient-org-budget" => BudgetKind.RecipientOrganisation,
        "recipient-region-budget" => BudgetKind.RecipientRegion,
        "recipient-country-budget" => BudgetKind.RecipientCountry,
        "total-expenditure" => BudgetKind.TotalExpenditure,
        _ => null,
    };
}
