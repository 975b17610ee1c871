using Tributary.Money;

namespace Tributary.Conferences;

/// <summary>What a person holds of a flow that may fulfil a pledge.</summary>
public enum MatchVerdict
{
    /// <summary>It does.</summary>
    Confirmed,

    /// <summary>It does not.</summary>
    Rejected,
}

/// <summary>A person's word on whether a flow fulfils a pledge. A later word on the same two takes its place.</summary>
/// <param name="Pledge">The pledge, by its id.</param>
/// <param name="Flow">The flow, by FTS's id.</param>
/// <param name="Verdict">Whether it does.</param>
/// <param name="Part">The part of the flow that does, in US dollars or in the flow's own currency; null for all of it.</param>
public sealed record PledgeMatch(long Pledge, long Flow, MatchVerdict Verdict, Amount? Part = null);
