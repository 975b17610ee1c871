using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Screening;

namespace Tributary.Questions;

/// <summary>What is known of a finding: the party and the entry, side by side, and all that was decided?</summary>
public sealed record FindingQuestion : IQuestion<FindingAnswer>
{
    /// <summary>The finding's id, or its first digits.</summary>
    public required string Finding { get; init; }

    /// <summary>Today: what holds until a day is held against it, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">There is no such finding.</exception>
    public FindingAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var findings = ScreeningFindings.Of(facts, Today);
        var finding = findings.Find(Finding);
        return new FindingAnswer
        {
            Finding = FindingLine.Of(finding, findings.Day),
            Party = LedgerParties.Of(facts, token).All.FirstOrDefault(party => party.Key == finding.Hit.Party),
            Entry = ListedEntries.Of(facts).FirstOrDefault(entry => entry.List == finding.Hit.List && entry.Id == finding.Hit.Entry),
            Decisions = [.. findings.History.Decisions.Where(decision => decision.What.Hit.IsSamePair(finding.Hit)).Select(decision => DecisionLine.Of(decision, findings.History))],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>A finding, whole.</summary>
public sealed record FindingAnswer
{
    /// <summary>The finding as it stands.</summary>
    public required FindingLine Finding { get; init; }

    /// <summary>The party as the ledger has it now; null when it is gone.</summary>
    public required LedgerParty? Party { get; init; }

    /// <summary>The entry as the list has it now; null when it is no longer listed.</summary>
    public required ListedEntry? Entry { get; init; }

    /// <summary>The decisions on it, in order, also those that no longer hold.</summary>
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}
