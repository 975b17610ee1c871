using Tributary.Listings;

namespace Tributary.Clearing;

/// <summary>The parties of a ledger were screened: what an auditor reads years later, whatever has become of the lists.</summary>
public sealed record ScreeningRun
{
    /// <summary>The flow whose chain was screened; null when it was the whole ledger.</summary>
    public long? Flow { get; init; }

    /// <summary>The versions of lists screened against.</summary>
    public required IReadOnlyList<ScreenedVersion> Lists { get; init; }

    /// <summary>The least score of a finding.</summary>
    public required double Threshold { get; init; }

    /// <summary>The weights that were not the defaults (<c>other-country=-0.1</c>), joined by blanks; empty where all were.</summary>
    public string Weights { get; init; } = "";

    /// <summary>Which build of the program compared: the identity of its code, so that two runs are comparable when it is the same.</summary>
    public required string Program { get; init; }

    /// <summary>The snapshot whose parties were screened.</summary>
    public required string Snapshot { get; init; }

    /// <summary>How many parties there were.</summary>
    public required int PartyCount { get; init; }

    /// <summary>The parties by their keys, where only a chain was screened; null when it was the whole ledger.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>The row of the run whose findings were taken over where neither side has changed since; null when everything was compared.</summary>
    public long? Since { get; init; }

    /// <summary>Who may be on a list, by party, list and entry.</summary>
    public required IReadOnlyList<ScreeningHit> Hits { get; init; }

    /// <summary>Whether it would have found what another run did, were it still there: its score is not above the other's, and its weights are the same.</summary>
    public bool LooksAsCloselyAs(ScreeningRun other) => Threshold <= other.Threshold && Weights == other.Weights;
}

/// <summary>A version of a list that was screened against.</summary>
/// <param name="List">The list.</param>
/// <param name="Day">The version's day.</param>
/// <param name="Document">SHA-256 of its document.</param>
/// <param name="Entries">How many entries it has.</param>
public sealed record ScreenedVersion(SanctionsList List, DateOnly Day, string Document, int Entries);
