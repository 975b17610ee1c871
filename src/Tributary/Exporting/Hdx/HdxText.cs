using System.Globalization;
using Tributary.Reading;

namespace Tributary.Exporting;

/// <summary>Values as HDX writes them.</summary>
internal static class HdxText
{
    /// <summary>A number without the zeros of its scale; empty for none.</summary>
    public static string Of(decimal? value) => value?.ToString("0.########", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty for none.</summary>
    public static string Of(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day; empty for none.</summary>
    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Text as stated, with an apostrophe where a spreadsheet would let it call something.</summary>
    public static string Of(string? text) => text is null ? "" : FormulaMark.IsNeededInACopy(text) ? "'" + text : text;

    /// <summary>A part in whole percent of a whole, halves up; empty where either is unknown or the whole is 0.</summary>
    public static string Percent(decimal? part, decimal? whole) =>
        part is { } some && whole is { } all && all != 0 ? Whole(some / all * 100) : "";

    /// <summary>Funding of a plan for one country in percent: rounded twice, because FTS gives two decimal places and HDX rounds those; 0 of a requirement of 0.</summary>
    public static string PlanPercent(decimal? funding, decimal? requirement) => (funding, requirement) switch
    {
        (null, _) or (_, null) => "",
        (_, 0) => "0",
        ({ } some, { } all) => Whole(Math.Round(some / all * 100, 2, MidpointRounding.AwayFromZero)),
    };

    private static string Whole(decimal percent) => Math.Round(percent, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
