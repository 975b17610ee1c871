using System.Globalization;
using System.Xml.Linq;

namespace Tributary.Tests.Sources.Iati;

/// <summary>What money is added up by.</summary>
/// <param name="Publisher">The reference of the reporting organisation; empty for none.</param>
/// <param name="Type">The type of the transaction, of version 2.03; empty for none.</param>
/// <param name="Place">A country, or one of the words of <see cref="XmlSums"/>.</param>
/// <param name="IsHumanitarian">By the transaction's word, else the activity's.</param>
/// <param name="Currency">As stated, in capitals.</param>
internal readonly record struct SumKey(string Publisher, string Type, string Place, bool IsHumanitarian, string Currency);

/// <summary>Where a part of an activity or a transaction goes.</summary>
/// <param name="Vocabulary">Of a region; null for a country.</param>
/// <param name="Code">The code.</param>
/// <param name="Percentage">Null when not stated.</param>
internal readonly record struct StatedPlace(string? Vocabulary, string Code, decimal? Percentage);

/// <summary>Sums of transactions, made of the XML itself as the IATI standard has it: nothing of the project's own readers and questions takes part.</summary>
internal sealed class XmlSums
{
    /// <summary>The place of money that goes to regions.</summary>
    public const string Regions = "regions";

    /// <summary>The place of money that percentages leave over, or of which nobody states a place.</summary>
    public const string NotSpecified = "not specified";

    /// <summary>The place of money of which several places are stated and no percentages, or percentages of more than a hundred.</summary>
    public const string NotSharedOut = "not shared out";

    /// <summary>How far percentages that publishers round may be from a hundred.</summary>
    private const decimal RoundedBy = 0.05m;

    private static readonly Dictionary<string, string> OldTypes = new(StringComparer.Ordinal)
    {
        ["IF"] = "1", ["C"] = "2", ["D"] = "3", ["E"] = "4", ["IR"] = "5", ["LR"] = "6", ["R"] = "7", ["QP"] = "8", ["QS"] = "9", ["CG"] = "10",
    };

    private readonly Dictionary<SumKey, decimal> _sums = [];

    /// <summary>The sums; money without a currency or a readable amount is in none.</summary>
    public IReadOnlyDictionary<SumKey, decimal> Sums => _sums;

    /// <summary>The sums of a file.</summary>
    public static XmlSums Of(XDocument file)
    {
        var sums = new XmlSums();
        foreach (var activity in file.Root!.Elements("iati-activity")) sums.Add(activity);
        return sums;
    }

    /// <summary>Adds an activity's transactions.</summary>
    public void Add(XElement activity)
    {
        foreach (var transaction in activity.Elements("transaction"))
        {
            var value = transaction.Element("value");
            var currency = Attribute(value, "currency") ?? Attribute(activity, "default-currency");
            if (currency is null || !decimal.TryParse(value?.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)) continue;
            var type = Attribute(transaction.Element("transaction-type"), "code") ?? "";
            var key = new SumKey(Attribute(activity.Element("reporting-org"), "ref") ?? "", OldTypes.GetValueOrDefault(type, type), "", Flag(transaction) ?? Flag(activity) ?? false, currency.ToUpperInvariant());
            var own = Places(transaction);
            Add(key, amount, own.Count > 0 ? own : Places(activity));
        }
    }

    /// <summary>Adds an amount to the places where it goes.</summary>
    public void Add(SumKey key, decimal amount, IReadOnlyList<StatedPlace> places)
    {
        foreach (var (place, percentage) in Parts(places))
        {
            var at = key with { Place = place };
            _sums[at] = _sums.GetValueOrDefault(at) + amount * percentage / 100m;
        }
    }

    // Countries and regions share one hundred; regions of another vocabulary say the same in other words.
    private static IEnumerable<(string Place, decimal Percentage)> Parts(IReadOnlyList<StatedPlace> places)
    {
        var countries = places.Where(place => place.Vocabulary is null).ToList();
        var regions = places.Where(place => place.Vocabulary is not null).GroupBy(place => place.Vocabulary, StringComparer.Ordinal).Select(group => group.ToList()).MaxBy(group => group.Sum(place => place.Percentage ?? 0)) ?? [];
        List<StatedPlace> all = [.. countries, .. regions];
        if (all.Count == 0) return [(NotSpecified, 100)];
        if (all is [{ Percentage: null } only]) return [(NameOf(only), 100)];
        var sum = all.Sum(place => place.Percentage ?? 0);
        if (all.TrueForAll(place => place.Percentage is null) || sum > 100 + RoundedBy) return [(NotSharedOut, 100)];
        var parts = all.Where(place => place.Percentage is not null).Select(place => (NameOf(place), place.Percentage!.Value));
        return sum == 100 ? parts : parts.Append((NotSpecified, 100 - sum));
    }

    private static string NameOf(StatedPlace place) => place.Vocabulary is null ? place.Code : Regions;

    private static List<StatedPlace> Places(XElement element) => [.. from child in element.Elements()
        where child.Name.LocalName is "recipient-country" or "recipient-region"
        select new StatedPlace(child.Name.LocalName == "recipient-country" ? null : Attribute(child, "vocabulary") ?? "1", Attribute(child, "code") ?? "", Attribute(child, "percentage") is { } stated ? decimal.Parse(stated, NumberStyles.Float, CultureInfo.InvariantCulture) : null)];

    private static bool? Flag(XElement element) => Attribute(element, "humanitarian") switch { "1" or "true" => true, "0" or "false" => false, _ => null };

    private static string? Attribute(XElement? element, string name) => element?.Attribute(name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
