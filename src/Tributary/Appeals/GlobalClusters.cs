namespace Tributary.Appeals;

/// <summary>The clusters that are the same across all plans, by FTS's ids.</summary>
/// <remarks>
/// Ids and names as FTS publishes them (https://api.hpc.tools/v1/public/global-cluster; names changed over the years, ids did not).
/// A plan's own clusters have other ids, so that an id tells which of the two a published figure is about.
/// </remarks>
public static class GlobalClusters
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "Camp Coordination / Management",
        [2] = "Early Recovery",
        [3] = "Education",
        [4] = "Emergency Shelter and NFI",
        [5] = "Emergency Telecommunications",
        [6] = "Food Security",
        [7] = "Health",
        [8] = "Logistics",
        [9] = "Nutrition",
        [10] = "Protection",
        [11] = "Water Sanitation Hygiene",
        [12] = "Protection - Child Protection",
        [13] = "Protection - Gender-Based Violence",
        [14] = "Protection - Housing, Land and Property",
        [15] = "Protection - Mine Action",
        [16] = "Multipurpose Cash",
        [26479] = "Multi-sector",
        [26480] = "Coordination and support services",
        [26481] = "Other",
        [26512] = "Agriculture",
        [26513] = "COVID-19",
        [26546] = "Protection - Human Trafficking & Smuggling",
    };

    /// <summary>Whether an id is a global cluster's.</summary>
    public static bool Contains(int id) => Names.ContainsKey(id);
}
