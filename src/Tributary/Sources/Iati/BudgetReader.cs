using Tributary.Activities;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Makes a budget or a planned disbursement of its element.</summary>
internal static class BudgetReader
{
    /// <summary>Reads one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="item">The element.</param>
    /// <param name="ordinal">Which of its owner's it is, from 1.</param>
    /// <param name="elements">Reads what it shares with others.</param>
    /// <param name="details">Writes what no property takes.</param>
    public static ActivityBudget Read(BudgetKind kind, XmlItem item, int ordinal, IatiElements elements, JsonMl details)
    {
        var budget = new ActivityBudget
        {
            Ordinal = ordinal,
            Line = item.Line,
            Kind = kind,
            Type = OldCodes.BudgetType(item.Attribute("type")),
            Status = item.Attribute("status"),
            Start = elements.Day(item.First("period-start"), "iso-date"),
            End = elements.Day(item.First("period-end"), "iso-date"),
            Amount = elements.Amount(item),
            Provider = elements.Organisation(item.First("provider-org"), "provider-activity-id"),
            Receiver = elements.Organisation(item.First("receiver-org"), "receiver-activity-id"),
            Recipient = kind switch
            {
                BudgetKind.RecipientOrganisation => item.First("recipient-org")?.Attribute("ref"),
                BudgetKind.RecipientCountry => IatiElements.Code(item, "recipient-country"),
                BudgetKind.RecipientRegion => IatiElements.Code(item, "recipient-region"),
                _ => null,
            },
        };
        return budget with { Details = details.Unused(item) };
    }
}
