namespace Tributary.Flows;

/// <summary>How firm a flow is, in FTS's words.</summary>
public enum FlowStatus : byte
{
    /// <summary>Announced, not binding. Shown beside funding, never added to it.</summary>
    Pledge,

    /// <summary>A legal obligation to pay.</summary>
    Commitment,

    /// <summary>Money that has left the donor.</summary>
    Paid,
}

/// <summary>How a flow stands to the edge of what a query asks about.</summary>
public enum Boundary : byte
{
    /// <summary>From outside to inside: this is funding.</summary>
    Incoming,

    /// <summary>From inside to inside: money that was already counted when it came in.</summary>
    Internal,

    /// <summary>From inside to outside.</summary>
    Outgoing,
}

/// <summary>Whether a flow lies wholly inside a boundary.</summary>
public enum OnBoundary : byte
{
    /// <summary>All of it.</summary>
    Single,

    /// <summary>An unknown part: it also names places, plans or years outside.</summary>
    Shared,
}

/// <summary>How one object of a flow relates to the others of its type on the same side, in FTS's words.</summary>
public enum Behaviour : byte
{
    /// <summary>The only one of its type.</summary>
    Single,

    /// <summary>One of several among which the amount is not split.</summary>
    Shared,

    /// <summary>One of several that contain one another.</summary>
    Overlap,
}

/// <summary>What kind of thing a flow's source or destination object is, in FTS's words.</summary>
public enum ObjectType : byte
{
    /// <summary>Donor or recipient.</summary>
    Organization,

    /// <summary>Country or territory.</summary>
    Location,

    /// <summary>The year the money is for.</summary>
    UsageYear,

    /// <summary>A plan (appeal) of the humanitarian programme cycle.</summary>
    Plan,

    /// <summary>An emergency, such as a pandemic or flood.</summary>
    Emergency,

    /// <summary>A cluster of one plan.</summary>
    Cluster,

    /// <summary>One of the clusters that are the same across all plans.</summary>
    GlobalCluster,

    /// <summary>A project of a plan.</summary>
    Project,
}

/// <summary>A side of a flow.</summary>
public enum Side : byte
{
    /// <summary>Where the money comes from.</summary>
    Source,

    /// <summary>Where it goes.</summary>
    Destination,
}
