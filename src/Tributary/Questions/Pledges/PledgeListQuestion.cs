using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which pledges did people enter?</summary>
public sealed record PledgeListQuestion : IQuestion<PledgeListAnswer>
{
    /// <summary>Only those of a conference, by its id.</summary>
    public string? Conference { get; init; }

    /// <summary>Only those of a party, by its name or country.</summary>
    public string? Party { get; init; }

    /// <summary>Only these entries, by any of their rows; null for all.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Also what was corrected and taken back: every row with who, when and why.</summary>
    public bool WithHistory { get; init; }

    /// <inheritdoc/>
    public PledgeListAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        if (Conference is not null) ConferenceIds.Find(facts, Conference);
        var entries = KnownEntries.All(facts, ConferenceKinds.Pledge).Where(IsChosen).ToList();
        return new PledgeListAnswer
        {
            Pledges = [.. entries.Where(entry => entry.Current is not null).Select(entry => PledgeLine.Of(facts, entry.Id, entry.Current!))],
            History = WithHistory ? [.. entries.SelectMany(entry => EntryHistory.Of(facts, entry, "pledge", EntryWords.Of)).OrderBy(row => row.Row)] : [],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    // What was taken back is still found by what it last said.
    private bool IsChosen(Entry<Pledge> entry)
    {
        var last = entry.Rows.Last(row => row.What.Record is not null).What.Record!;
        return (Conference is null || last.Conference == Conference)
            && (Party is null || PartyKeys.Of(last.Party, last.Iso3) == PartyKeys.Of(Party))
            && (Ids is null || Ids.Any(entry.Has));
    }
}

/// <summary>Pledges that people entered.</summary>
public sealed record PledgeListAnswer
{
    /// <summary>The pledges that stand, in the order of their entry.</summary>
    public required IReadOnlyList<PledgeLine> Pledges { get; init; }

    /// <summary>Every row about them, when it was asked for.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A pledge as it was entered.</summary>
/// <param name="Entry">Its number: the row of the journal that made it.</param>
/// <param name="Conference">The conference at which it was made.</param>
/// <param name="Party">Who promised.</param>
/// <param name="Iso3">Its country, ISO 3166 alpha-3, where stated.</param>
/// <param name="OrganizationId">FTS's id of the party, where stated.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="AmountUsd">The same in US dollars, as the document states it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Countries">For which countries.</param>
/// <param name="Plan">For which plan.</param>
/// <param name="MadeOn">When.</param>
/// <param name="PeriodFirst">For which time: the first day.</param>
/// <param name="PeriodLast">The last day.</param>
/// <param name="NewMoney">Yes, No or NotSaid: whether it is money that was not promised before.</param>
/// <param name="Source">The document that states it, and where.</param>
/// <param name="Quotation">The words that stand there.</param>
public sealed record PledgeLine(
    long Entry, string? Conference, string Party, string? Iso3, string? OrganizationId, decimal Amount, string Currency, decimal? AmountUsd, string? Purpose,
    IReadOnlyList<string> Countries, string? Plan, DateOnly MadeOn, DateOnly? PeriodFirst, DateOnly? PeriodLast, Said NewMoney, SourceLocation Source, string? Quotation)
{
    internal static PledgeLine Of(Facts facts, long id, Pledge pledge) => new(
        id, pledge.Conference, pledge.Party, pledge.Iso3, pledge.OrganizationId, pledge.Amount.Value, pledge.Amount.Currency.Code, pledge.AmountUsd, pledge.Purpose,
        pledge.Countries, pledge.Plan, pledge.MadeOn, pledge.PeriodFirst, pledge.PeriodLast, pledge.NewMoney, KnownEntries.Locate(facts, pledge.Evidence), pledge.Evidence.Quotation);
}
