using Tributary.Ledgers;

namespace Tributary.Deciding;

/// <summary>Keeps what a check allows: all of it or none, and only if nothing was decided since the check looked.</summary>
internal static class CheckedDecision
{
    private const int TriesMax = 20;

    /// <summary>Checks and keeps. Where another process wrote to the journal in between, the check is made again.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="options">Who, and why.</param>
    /// <param name="check">Looks at the ledger as it is and gives the rows to be kept; what does not hold it throws as <see cref="DecisionRefusedException"/>.</param>
    /// <returns>When it was kept, and the position of the first row.</returns>
    /// <exception cref="DecisionRefusedException">The check found mistakes. Nothing was kept.</exception>
    /// <exception cref="LedgerException">Others wrote all the time. Nothing was kept.</exception>
    public static (DateTimeOffset At, long First) Keep(Ledger ledger, DecideOptions options, Func<Facts, IReadOnlyList<JournalDraft>> check)
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var facts = ledger.CurrentFacts();
            var checkedAt = facts.Decisions.Position;
            var rows = check(facts);
            var at = options.Clock.GetUtcNow();
            if (ledger.TryKeep(rows, at, options.Who, options.Why, checkedAt) is { } last) return (at, last - rows.Count + 1);
        }
        throw new LedgerException(LedgerProblem.Busy, $"{ledger.Folder}: other processes write to the journal all the time; expected a pause; try again later");
    }

    /// <summary>A row to be kept.</summary>
    public static JournalDraft Row<T>(DecisionKind<T> kind, T what) => JournalBody.Draft(kind.Name, what, kind.Type);
}
