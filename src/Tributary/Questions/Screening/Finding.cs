using Tributary.Clearing;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How a finding stands.</summary>
public enum FindingState
{
    /// <summary>Nobody has decided, or what was decided no longer holds.</summary>
    Open,

    /// <summary>Somebody looked, and needs to know more.</summary>
    NeedsMore,

    /// <summary>A decision waits for a second person.</summary>
    AwaitsConfirmation,

    /// <summary>The party is the entry.</summary>
    TrueMatch,

    /// <summary>It is somebody else.</summary>
    FalsePositive,

    /// <summary>An exemption lets the money flow.</summary>
    Cleared,
}

/// <summary>A party that may be on a list, and what became of it.</summary>
/// <param name="Hit">The party and the entry, as the last run found them.</param>
/// <param name="Since">When a run first found them.</param>
/// <param name="State">How it stands.</param>
/// <param name="Decision">The decision that holds, or that no longer does, or that waits; null when there is none.</param>
/// <param name="Note">What the state rests on, in words: why a decision no longer holds, what is waited for; empty when nothing needs saying.</param>
public sealed record Finding(ScreeningHit Hit, DateTimeOffset Since, FindingState State, Decided<ScreeningDecision>? Decision, string Note)
{
    /// <summary>Whether it stops money: anything that is neither somebody else nor cleared.</summary>
    public bool Blocks => State is not (FindingState.FalsePositive or FindingState.Cleared);

    /// <summary>What would let the money flow, with the command where there is one.</summary>
    public string WhatFrees => State switch
    {
        FindingState.Open => $"{State.Frees()}: `tributary screening decide {Hit.Id} OUTCOME`",
        FindingState.AwaitsConfirmation => $"{State.Frees()}: `tributary screening confirm {Decision!.Position}`",
        _ => State.Frees(),
    };
}

/// <summary>The words for states of findings.</summary>
internal static class FindingStates
{
    /// <summary>The word.</summary>
    public static string Word(this FindingState state) => state switch
    {
        FindingState.NeedsMore => "needs more",
        FindingState.AwaitsConfirmation => "awaits confirmation",
        FindingState.TrueMatch => "true match",
        FindingState.FalsePositive => "false positive",
        FindingState.Cleared => "cleared",
        _ => "open",
    };

    /// <summary>Whether somebody has to do something about it.</summary>
    public static bool IsQueued(this FindingState state) => state is FindingState.Open or FindingState.NeedsMore or FindingState.AwaitsConfirmation;

    /// <summary>What would let the money flow; empty where it may.</summary>
    public static string Frees(this FindingState state) => state switch
    {
        FindingState.Open => "a decision",
        FindingState.NeedsMore => "what is missing, then a decision",
        FindingState.AwaitsConfirmation => "a second person",
        FindingState.TrueMatch => "an exemption that covers it, or another party",
        _ => "",
    };
}
