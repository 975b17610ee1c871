namespace Tributary.Sources.Fts;

/// <summary>The columns of HDX's flow files, named as there but for the first letter.</summary>
internal enum HdxFlowColumn
{
    /// <summary>The day of the flow.</summary>
    Date,

    /// <summary>The year of the donor's budget.</summary>
    BudgetYear,

    /// <summary>Free text.</summary>
    Description,

    /// <summary>The authoritative amount in US dollars.</summary>
    AmountUSD,

    /// <summary>The donor's name.</summary>
    SrcOrganization,

    /// <summary>The donor's types.</summary>
    SrcOrganizationTypes,

    /// <summary>ISO 3166 alpha-3 codes.</summary>
    SrcLocations,

    /// <summary>First year from which the money comes.</summary>
    SrcUsageYearStart,

    /// <summary>Last year from which the money comes.</summary>
    SrcUsageYearEnd,

    /// <summary>The plan's name.</summary>
    DestPlan,

    /// <summary>The plan's code.</summary>
    DestPlanCode,

    /// <summary>The plan's id.</summary>
    DestPlanId,

    /// <summary>The recipient's name.</summary>
    DestOrganization,

    /// <summary>The recipient's types.</summary>
    DestOrganizationTypes,

    /// <summary>Names of global clusters.</summary>
    DestGlobalClusters,

    /// <summary>ISO 3166 alpha-3 codes.</summary>
    DestLocations,

    /// <summary>The project's name.</summary>
    DestProject,

    /// <summary>The project's code.</summary>
    DestProjectCode,

    /// <summary>The emergency's name.</summary>
    DestEmergency,

    /// <summary>First year for which the money is.</summary>
    DestUsageYearStart,

    /// <summary>Last year for which the money is.</summary>
    DestUsageYearEnd,

    /// <summary>financial or in kind.</summary>
    ContributionType,

    /// <summary>Standard, Parked, Pass through, Carryover.</summary>
    FlowType,

    /// <summary>Traditional aid or cash transfer programming.</summary>
    Method,

    /// <summary>incoming, internal or outgoing, for the country of the file.</summary>
    Boundary,

    /// <summary>single or shared, for the country of the file.</summary>
    OnBoundary,

    /// <summary>pledge, commitment or paid.</summary>
    Status,

    /// <summary>The day it was first reported to FTS.</summary>
    FirstReportedDate,

    /// <summary>The day of the donor's decision.</summary>
    DecisionDate,

    /// <summary>Keywords, joined by commas.</summary>
    Keywords,

    /// <summary>The amount in its original currency.</summary>
    OriginalAmount,

    /// <summary>ISO 4217 code.</summary>
    OriginalCurrency,

    /// <summary>Original units per US dollar.</summary>
    ExchangeRate,

    /// <summary>FTS's id of the flow.</summary>
    Id,

    /// <summary>The reporter's own reference.</summary>
    RefCode,

    /// <summary>The day FTS made the record.</summary>
    CreatedAt,

    /// <summary>The day FTS last changed it.</summary>
    UpdatedAt,
}
