using System.Globalization;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Which payments movements are made of.</summary>
/// <param name="ConvertTo">The currency into which they are converted; null to leave them as stated.</param>
/// <param name="Years">Years of their days; all where there are none.</param>
/// <param name="IsHumanitarian">Only those that are humanitarian (true) or that are not (false); null for both.</param>
internal sealed record PaymentChoice(Currency? ConvertTo, IReadOnlyList<int> Years, bool? IsHumanitarian)
{
    /// <summary>The choice as the name of what it gives.</summary>
    public string Key => $"{ConvertTo} {string.Join(',', Years.Order().Select(Text))} {IsHumanitarian}";

    /// <summary>The condition on a transaction <c>t</c> of an activity <c>a</c>.</summary>
    public string Sql => (Years.Count == 0 ? "true" : $"year(t.date) IN ({string.Join(", ", Years.Select(Text))})")
        + (IsHumanitarian is { } flag ? $" AND {(flag ? "" : "NOT ")}coalesce(t.humanitarian, a.humanitarian, false)" : "");

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
