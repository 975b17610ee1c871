namespace Tributary.Deciding;

/// <summary>Who decides, and why: what the journal keeps beside a decision.</summary>
public sealed record DecideOptions
{
    /// <summary>The person or account.</summary>
    public required string Who { get; init; }

    /// <summary>The reason. Default: none. To change or take back what was entered one is needed.</summary>
    public string Why { get; init; } = "";

    /// <summary>Tells the time. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
