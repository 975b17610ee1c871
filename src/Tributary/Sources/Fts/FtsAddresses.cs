using System.Globalization;

namespace Tributary.Sources.Fts;

/// <summary>What the FTS API answers at which address.</summary>
/// <remarks>
/// Published at https://api.hpc.tools/docs/v1/, but for the overview of plans, which serves FTS's own site and HDX's
/// collector, https://github.com/OCHA-DAP/hdx-scraper-fts.
/// </remarks>
/// <param name="root">The API's base address; its path ends with a slash.</param>
internal sealed class FtsAddresses(Uri root)
{
    /// <summary>Where OCHA keeps the API.</summary>
    public static readonly Uri Public = new("https://api.hpc.tools/");

    /// <summary>The groupings whose figures answers use, for every plan.</summary>
    public static readonly IReadOnlyList<string> PlanGroupings = ["cluster", "globalcluster"];

    /// <summary>The grouping of a plan of several countries by them.</summary>
    public const string ByLocation = "location";

    /// <summary>The list of places with FTS's ids.</summary>
    public Uri Locations => At("v1/public/location");

    /// <summary>The plans of a year with what they ask for and have.</summary>
    public Uri PlanOverview(int year) => At($"v2/fts/flow/plan/overview/progress/{Text(year)}");

    /// <summary>The first page of the flows that a place, a year and a plan have in common, of those that are given.</summary>
    /// <param name="location">FTS's id of the place, or words in its place.</param>
    /// <param name="year">The usage year.</param>
    /// <param name="plan">FTS's id of the plan.</param>
    public Uri Flows(string? location, int? year, int? plan)
    {
        var filters = new List<string>();
        if (location is not null) filters.Add($"locationid={Uri.EscapeDataString(location)}");
        if (year is { } wanted) filters.Add($"year={Text(wanted)}");
        if (plan is { } id) filters.Add($"planid={Text(id)}");
        return At($"v1/fts/flow/custom-search?{string.Join('&', filters)}");
    }

    /// <summary>What a plan asks for and has by group.</summary>
    /// <param name="plan">FTS's id of the plan, or words in its place.</param>
    /// <param name="grouping">cluster, globalcluster or location.</param>
    public Uri PlanGroups(string plan, string grouping) => At($"v1/fts/flow/custom-search?planid={Uri.EscapeDataString(plan)}&groupby={grouping}");

    private Uri At(string relative) => new(root, relative);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
