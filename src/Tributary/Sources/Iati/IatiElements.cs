using System.Globalization;
using Tributary.Activities;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Reads the elements that activities, transactions and budgets share. What is odd is reported; what cannot be read stays in the details.</summary>
/// <param name="sink">Takes what is odd.</param>
/// <param name="defaultCurrency">The currency of amounts that state none.</param>
/// <param name="defaultLanguage">The language of texts that state none.</param>
internal sealed class IatiElements(IRecordSink sink, string? defaultCurrency, string? defaultLanguage)
{
    /// <summary>How far percentages that publishers round may be from a hundred.</summary>
    private const decimal RoundedBy = 0.05m;

    /// <summary>The text of an element in English where it is stated, else in the first language. Version 1 writes it into the element itself.</summary>
    public string? Text(XmlItem? item)
    {
        if (item is null) return null;
        if (item.Children.FirstOrDefault(IsEnglish) is not { } narrative && (narrative = item.First("narrative")) is null) return Whole(item);
        narrative.See();
        var text = narrative.Text;
        var language = narrative.Attribute("xml:lang");
        if ((language is not null && !language.Equals(defaultLanguage, StringComparison.OrdinalIgnoreCase)) || narrative.WholeText != text) item.Keep();
        return text;
    }

    // White space that the text does without is kept with it.
    private static string? Whole(XmlItem item)
    {
        var text = item.Text;
        if (item.WholeText != text) item.Keep();
        return text;
    }

    /// <summary>The code of the first element of a name.</summary>
    public static string? Code(XmlItem item, string name) => item.First(name)?.Attribute("code");

    /// <summary>An organisation, as an element names it.</summary>
    /// <param name="item">The element; null for none.</param>
    /// <param name="activity">The attribute with its own activity; null where it has none.</param>
    public ActivityOrganisation? Organisation(XmlItem? item, string? activity = null) =>
        item is null ? null : new ActivityOrganisation(item.Attribute("ref"), item.Attribute("type"), Text(item), activity is null ? null : item.Attribute(activity));

    /// <summary>The amount in an element's <c>value</c>.</summary>
    public StatedAmount Amount(XmlItem item)
    {
        var value = item.First("value");
        var text = value?.Text;
        var currency = value?.Attribute("currency");
        var basis = currency is not null ? CurrencyBasis.Stated : defaultCurrency is not null ? CurrencyBasis.Default : CurrencyBasis.None;
        decimal? amount = WideDecimal.TryParse(text, out var number) ? number : null;
        if (amount is null)
        {
            value?.Keep();
            Warn(IatiCodes.AmountUnreadable, value ?? item, text is null ? $"{item.Name} without an amount" : $"the amount {QuotedText.Of(text)}", "expected a number of at most 28 digits, 20 before the point and 18 after it", "it is kept and in no sum; ask the publisher");
        }
        if (basis == CurrencyBasis.None) Warn(IatiCodes.CurrencyMissing, item, $"an amount without a currency in an activity without a default currency", "expected either", "it is kept and in no sum; ask the publisher");
        else if ((currency ?? defaultCurrency)!.ToUpperInvariant() is var code && !Currency.IsCode(code)) Warn(IatiCodes.CurrencyUnknown, value ?? item, $"the currency {QuotedText.Of(code)}", "expected a code of ISO 4217, such as USD", "it is kept as stated, with sums of its own; ask the publisher");
        return new StatedAmount(amount, (currency ?? defaultCurrency)?.ToUpperInvariant(), basis, Day(value, "value-date"));
    }

    /// <summary>The day in an element's attribute, or in its text where it has no such attribute (version 1). Null when it has none, or none that can be read.</summary>
    public DateOnly? Day(XmlItem? item, string attribute)
    {
        var text = item?.Attribute(attribute) ?? (attribute == "iso-date" ? item?.Text : null);
        if (text is null) return null;
        var day = IatiDates.Day(text);
        if (day is null || text.Length > IatiDates.LengthMax) item!.Keep();
        if (day is not null) return day;
        Warn(IatiCodes.DateUnreadable, item!, $"the day {QuotedText.Of(text)}", "expected a day such as 2021-10-20", "it is kept as text and counts for no day; ask the publisher");
        return null;
    }

    /// <summary>The instant in an element's attribute; null when it has none, or none that can be read.</summary>
    public DateTimeOffset? Instant(XmlItem item, string attribute)
    {
        if (item.Peek(attribute) is not { } text) return null;
        if (IatiDates.Instant(text) is { } instant)
        {
            item.Attribute(attribute);
            return instant;
        }
        Warn(IatiCodes.DateUnreadable, item, $"the instant {QuotedText.Of(text)}", "expected one such as 2021-10-20T22:28:00Z", "it is kept as text; ask the publisher");
        return null;
    }

    /// <summary>A yes or no; null when it is neither.</summary>
    public static bool? Flag(XmlItem item, string attribute)
    {
        if (item.Peek(attribute) is not ("1" or "true" or "0" or "false")) return null;
        return item.Attribute(attribute) is "1" or "true";
    }

    /// <summary>The countries, regions and sectors of an activity or a transaction.</summary>
    public List<ActivityShare> Shares(XmlItem item)
    {
        var shares = new List<ActivityShare>();
        foreach (var child in item.Children)
        {
            ShareKind? kind = child.Name switch { "recipient-country" => ShareKind.Country, "recipient-region" => ShareKind.Region, "sector" => ShareKind.Sector, _ => null };
            if (kind is { } share) shares.Add(Share(share, child));
        }
        if (shares.Count > 1 || shares is [{ Percentage: not null }]) CheckHundred(item, shares);
        return shares;
    }

    /// <summary>Reports something odd.</summary>
    public void Warn(string code, XmlItem item, string found, string expected, string advice) => sink.Report(new ReadIssue(code, Severity.Warning, item.Place, found, expected, advice));

    private bool IsEnglish(XmlItem child) => child.Name == "narrative" && (child.Peek("xml:lang") ?? defaultLanguage)?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true && child.WholeText is not null;

    private ActivityShare Share(ShareKind kind, XmlItem item)
    {
        item.See();
        var vocabulary = item.Attribute("vocabulary");
        if (kind == ShareKind.Country && vocabulary is not null) item.Keep();
        // Drafts before version 1 said by a type what their codes were.
        var isDraft = vocabulary is null && item.Peek("type") is not null;
        return new ActivityShare(kind, kind == ShareKind.Country || isDraft ? null : kind == ShareKind.Region ? vocabulary ?? "1" : OldCodes.SectorVocabulary(vocabulary), item.Attribute("code"), Percentage(item), Text(item));
    }

    private decimal? Percentage(XmlItem item)
    {
        if (item.Attribute("percentage") is not { } text) return null;
        if (WideDecimal.TryParse(text.TrimEnd('%', ' '), out var percentage)) return percentage;
        // A third has as many places as its writer likes: it is kept to those that a column has, and as it is written in the details.
        if (decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percentage) && Math.Abs(percentage) < WideDecimal.Limit)
        {
            item.Keep();
            return ScaledDecimal.WithoutZeros(Math.Round(percentage, WideDecimal.Scale));
        }
        item.Keep();
        Warn(IatiCodes.PercentageUnreadable, item, $"the percentage {QuotedText.Of(text)}", "expected a number such as 33.3", "the share is kept without it; ask the publisher");
        return null;
    }

    // Countries and regions share one hundred; regions of each vocabulary say the same in other words, and so do sectors.
    private void CheckHundred(XmlItem item, List<ActivityShare> shares)
    {
        var countries = shares.FindAll(share => share.Kind == ShareKind.Country);
        var regions = shares.Where(share => share.Kind == ShareKind.Region).GroupBy(share => share.Vocabulary, StringComparer.Ordinal).ToList();
        if (regions.Count == 0) CheckHundred(item, "countries", countries);
        foreach (var region in regions) CheckHundred(item, $"countries and regions of vocabulary {QuotedText.Of(region.Key!)}", [.. countries, .. region]);
        // Sectors of drafts have no vocabulary, and are of several.
        foreach (var sectors in shares.Where(share => share is { Kind: ShareKind.Sector, Vocabulary: not null }).GroupBy(share => share.Vocabulary, StringComparer.Ordinal)) CheckHundred(item, $"sectors of vocabulary {QuotedText.Of(sectors.Key!)}", [.. sectors]);
    }

    private void CheckHundred(XmlItem item, string what, List<ActivityShare> shares)
    {
        if (shares.Count == 0 || (shares is [{ Percentage: null }])) return;
        var missing = shares.Count(share => share.Percentage is null);
        var sum = shares.Sum(share => share.Percentage ?? 0);
        if (missing == 0 && Math.Abs(sum - 100) <= RoundedBy) return;
        // Nobody states how several are shared out: that is left open, as the standard allows for a transaction.
        if (missing == shares.Count && item.Name == "transaction") return;
        var found = string.Create(CultureInfo.InvariantCulture, $"{what}: {shares.Count} of {sum:0.####} % together{(missing == 0 ? "" : $", {missing} of them without a percentage")}");
        Warn(IatiCodes.PercentagesUneven, item, found, "expected a hundred", sum > 100 ? "they are not applied; ask the publisher" : "they count as they are stated: what is missing is for none of them; ask the publisher");
    }
}
