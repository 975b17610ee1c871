namespace Tributary.Validating;

/// <summary>How a file is validated.</summary>
public sealed record ValidationOptions
{
    /// <summary>Findings of each file that are listed; all are counted. Default: 10,000.</summary>
    public int FindingsMax { get; init; } = 10_000;

    /// <summary>Whether findings are counted for each record too. Memory then holds a line for each that has any.</summary>
    internal bool CountsByRecord { get; init; }

    /// <summary>Identifiers of organisations that publish, which need not begin like a registered one. Default: none is known.</summary>
    public IReadOnlySet<string> Publishers { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Rules in the form of the standard's <c>ruleset.json</c>, in place of the standard's own. Default: the standard's.</summary>
    public Ruleset? Rules { get; init; }

    /// <summary>Tells what day it is, for dates that must not lie ahead.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
