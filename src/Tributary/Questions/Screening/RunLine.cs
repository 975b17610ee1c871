using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Listings;

namespace Tributary.Questions;

/// <summary>A run.</summary>
/// <param name="Row">Its row of the journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="Why">Why, where a reason was given.</param>
/// <param name="Flow">The flow whose chain was screened; null for the whole ledger.</param>
/// <param name="Parties">How many parties were screened.</param>
/// <param name="Findings">How many findings there were.</param>
/// <param name="Threshold">From which score on.</param>
/// <param name="Weights">The weights that were not the defaults; empty where all were.</param>
/// <param name="Since">The row of the run that it goes on from; null where everything was compared.</param>
/// <param name="Snapshot">The snapshot whose parties were screened.</param>
/// <param name="Program">The build that compared.</param>
/// <param name="Lists">The versions of lists screened against.</param>
public sealed record RunLine(
    long Row, DateTimeOffset At, string By, string Why, long? Flow, int Parties, int Findings, double Threshold, string Weights, long? Since, string Snapshot, string Program, IReadOnlyList<RunList> Lists)
{
    /// <summary>A run as a line.</summary>
    public static RunLine Of(Decided<ScreeningRun> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunLine(run.Position, run.At, run.Who, run.Why, run.What.Flow, run.What.PartyCount, run.What.Hits.Count, run.What.Threshold, run.What.Weights, run.What.Since, run.What.Snapshot, run.What.Program, [.. run.What.Lists.Select(list => new RunList(list.List.Word(), list.Day, list.Entries, list.Document))]);
    }
}

/// <summary>A version of a list that was screened against.</summary>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Day">The version's day.</param>
/// <param name="Entries">How many entries it had.</param>
/// <param name="Document">SHA-256 of its document.</param>
public sealed record RunList(string List, DateOnly Day, int Entries, string Document);
