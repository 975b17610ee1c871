using Tributary.Activities;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Makes a transaction of its element.</summary>
internal static class TransactionReader
{
    /// <summary>Reads one.</summary>
    /// <param name="item">The element.</param>
    /// <param name="ordinal">Which of its activity's it is, from 1.</param>
    /// <param name="elements">Reads what it shares with others.</param>
    /// <param name="details">Writes what no property takes.</param>
    public static ActivityTransaction Read(XmlItem item, int ordinal, IatiElements elements, JsonMl details)
    {
        var transaction = new ActivityTransaction
        {
            Ordinal = ordinal,
            Line = item.Line,
            Reference = item.Attribute("ref"),
            Type = Type(item, elements),
            IsHumanitarian = IatiElements.Flag(item, "humanitarian"),
            Date = Date(item, elements),
            Amount = elements.Amount(item),
            Description = elements.Text(item.First("description")),
            Provider = elements.Organisation(item.First("provider-org"), "provider-activity-id"),
            Receiver = elements.Organisation(item.First("receiver-org"), "receiver-activity-id"),
            Channel = IatiElements.Code(item, "disbursement-channel"),
            Classification = new Classification(IatiElements.Code(item, "flow-type"), IatiElements.Code(item, "finance-type"), ClassificationCodes.AidType(item, "aid-type"), IatiElements.Code(item, "tied-status")),
            Shares = elements.Shares(item),
        };
        return transaction with { Details = details.Unused(item) };
    }

    private static string? Type(XmlItem item, IatiElements elements)
    {
        if (IatiElements.Code(item, "transaction-type") is { } code) return OldCodes.TransactionType(code);
        elements.Warn(IatiCodes.TypeMissing, item, "a transaction without a type", "expected one, such as 3 for a disbursement", "it is kept and in no sum by type; ask the publisher");
        return null;
    }

    private static DateOnly? Date(XmlItem item, IatiElements elements)
    {
        var date = item.First("transaction-date");
        if (date is null) elements.Warn(IatiCodes.DateUnreadable, item, "a transaction without a day", "expected one", "it is kept and counts for no day; ask the publisher");
        return elements.Day(date, "iso-date");
    }
}

/// <summary>Codes of the classification of money.</summary>
internal static class ClassificationCodes
{
    /// <summary>The first code of the OECD's types of aid; those of other vocabularies stay in the details.</summary>
    public static string? AidType(XmlItem item, string name)
    {
        var first = item.Children.FirstOrDefault(child => child.Name == name && IsOecd(child));
        first?.See();
        first?.Attribute("vocabulary");
        return first?.Attribute("code");
    }

    private static bool IsOecd(XmlItem item) => item.Peek("vocabulary") is null or "1";
}
