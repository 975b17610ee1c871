namespace Tributary.Appeals;

/// <summary>What a published figure measures. All amounts are US dollars.</summary>
public enum Measure : byte
{
    /// <summary>What a plan asked for when it was launched.</summary>
    OriginalRequirement,

    /// <summary>What it asks for now.</summary>
    Requirement,

    /// <summary>Funding as the publisher counts it.</summary>
    Funding,

    /// <summary>Funding of which only an unknown part belongs to the group.</summary>
    SharedFunding,

    /// <summary>Funding counted for several groups that contain one another.</summary>
    OverlapFunding,

    /// <summary>Funding on the boundary as the publisher counts it.</summary>
    OnBoundaryFunding,

    /// <summary>Funding against COVID-19.</summary>
    CovidFunding,

    /// <summary>Pledges.</summary>
    Pledges,

    /// <summary>Number of flows.</summary>
    FlowCount,
}

/// <summary>What a published figure's group is.</summary>
public enum Grouping : byte
{
    /// <summary>The whole of the scope.</summary>
    Total,

    /// <summary>A cluster of one plan.</summary>
    Cluster,

    /// <summary>A global cluster.</summary>
    GlobalCluster,

    /// <summary>A country or territory.</summary>
    Location,

    /// <summary>Some other object type that the document groups by.</summary>
    Other,
}

/// <summary>A figure that somebody published, kept to check ours against. It is never summed into an answer.</summary>
public sealed record PublishedFigure
{
    /// <summary>Where in the document.</summary>
    public required string Place { get; init; }

    /// <summary>What it measures.</summary>
    public required Measure Measure { get; init; }

    /// <summary>US dollars, or a count of flows.</summary>
    public required decimal Value { get; init; }

    /// <summary>The plan it is about, where the document says so.</summary>
    public int? PlanId { get; init; }

    /// <summary>The country it is about (ISO 3166 alpha-3), where the document says so.</summary>
    public string? Country { get; init; }

    /// <summary>The usage year it is about, where the document says so.</summary>
    public int? Year { get; init; }

    /// <summary>What the group is.</summary>
    public Grouping Grouping { get; init; }

    /// <summary>The group's ids as stated, joined by a comma when shared; null for the total and for "Not specified".</summary>
    public string? GroupId { get; init; }

    /// <summary>The group's name as stated, joined by <c> + </c> when shared; null for the total.</summary>
    public string? GroupName { get; init; }

    /// <summary>Incoming, internal or outgoing, where the figure is about one of them.</summary>
    public string? Boundary { get; init; }
}

/// <summary>A place as FTS lists it.</summary>
/// <param name="Place">Where in the document.</param>
/// <param name="LocationId">FTS's id.</param>
/// <param name="Iso3">ISO 3166 alpha-3; null for regions.</param>
/// <param name="Name">The name as stated.</param>
/// <param name="PCode">The place code, where stated.</param>
/// <param name="AdminLevel">0 for a country.</param>
public sealed record LocationRecord(string Place, int LocationId, string? Iso3, string Name, string? PCode, int? AdminLevel);
