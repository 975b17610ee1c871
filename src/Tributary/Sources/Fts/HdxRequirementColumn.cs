namespace Tributary.Sources.Fts;

/// <summary>The columns of HDX's requirement files, named as there but for the first letter. No file has all of them.</summary>
internal enum HdxRequirementColumn
{
    /// <summary>ISO 3166 alpha-3 code.</summary>
    CountryCode,

    /// <summary>FTS's id of the plan; empty for funding on no plan.</summary>
    Id,

    /// <summary>The plan's name, or <c>Not specified</c>.</summary>
    Name,

    /// <summary>The plan's code.</summary>
    Code,

    /// <summary>A number for the plan's type.</summary>
    TypeId,

    /// <summary>The plan's type.</summary>
    TypeName,

    /// <summary>The plan's first day.</summary>
    StartDate,

    /// <summary>The plan's last day.</summary>
    EndDate,

    /// <summary>The usage year.</summary>
    Year,

    /// <summary>FTS's id of the cluster; empty for what belongs to none or several.</summary>
    ClusterCode,

    /// <summary>The cluster's name, <c>Not specified</c> or <c>Multiple clusters/sectors (shared)</c>.</summary>
    Cluster,

    /// <summary>What was asked for, in US dollars; empty where nothing is stated.</summary>
    Requirements,

    /// <summary>Funding in US dollars; empty where nothing is stated.</summary>
    Funding,

    /// <summary>Funding against COVID-19 in US dollars.</summary>
    CovidFunding,

    /// <summary>Funding as a share of requirements, rounded.</summary>
    PercentFunded,

    /// <summary>Funding against COVID-19 as a share of funding, rounded.</summary>
    CovidPercentageOfFunding,
}
