using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>What was promised, and what became of it. None of it is funding, and none of it is ever added to funding.</summary>
public sealed record PledgesAnswer
{
    /// <summary>What the question was about, for headings: a conference, a plan, a country.</summary>
    public required string Scope { get; init; }

    /// <summary>The conference asked for; null when none was.</summary>
    public string? Conference { get; init; }

    /// <summary>Parties, those that promised most first; of a conference also those that promised nothing. A party has a line for each currency.</summary>
    public required IReadOnlyList<PartyPledges> Parties { get; init; }

    /// <summary>The whole promise by currency, exactly.</summary>
    public required IReadOnlyList<PledgeTotal> Totals { get; init; }

    /// <summary>The whole promise in US dollars, as far as each pledge has an equivalent; null when nothing was pledged.</summary>
    public required PledgeTotalUsd? TotalUsd { get; init; }

    /// <summary>The pledges one by one.</summary>
    public required IReadOnlyList<FollowedPledge> Pledges { get; init; }

    /// <summary>FTS's pledges of which only an unknown part is inside: shown beside the others and in no sum.</summary>
    public required SharedPledges? Shared { get; init; }

    /// <summary>Sentences on what is odd or was inferred.</summary>
    public required IReadOnlyList<string> Oddities { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands; days are counted to it.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>What a party promised in one currency, and what became of it.</summary>
/// <param name="Party">The party.</param>
/// <param name="Iso3">Its country, ISO 3166 alpha-3, where it is one.</param>
/// <param name="Role">Host, Participant, Observer or Absentee; null when nobody says.</param>
/// <param name="Attended">Whether it was at the conference; null when nobody says.</param>
/// <param name="PledgeCount">How many pledges; 0 when the party promised nothing.</param>
/// <param name="Currency">Their currency; null when there are none.</param>
/// <param name="Pledged">Promised, in that currency.</param>
/// <param name="Committed">Agreed by contract and not paid; null when a flow does not state that currency.</param>
/// <param name="Paid">Paid; null likewise.</param>
/// <param name="Outstanding">Pledged less committed less paid: what binds nobody yet. Negative when more came than was promised.</param>
/// <param name="PledgedUsd">Pledged in US dollars; null when some pledge has no equivalent.</param>
/// <param name="CommittedUsd">Committed in US dollars.</param>
/// <param name="PaidUsd">Paid in US dollars.</param>
/// <param name="OutstandingUsd">Outstanding in US dollars; null when some pledge has no equivalent.</param>
/// <param name="FirstMadeOn">The day of the first of them.</param>
/// <param name="DaysSince">Days from it to the day of the answer.</param>
/// <param name="PercentKept">Paid in percent of pledged: in the currency where the flows state it, else in US dollars; two decimals.</param>
public sealed record PartyPledges(
    string Party, string? Iso3, ParticipantRole? Role, bool? Attended, int PledgeCount, string? Currency, decimal Pledged, decimal? Committed, decimal? Paid, decimal? Outstanding,
    decimal? PledgedUsd, decimal CommittedUsd, decimal PaidUsd, decimal? OutstandingUsd, DateOnly? FirstMadeOn, int? DaysSince, decimal? PercentKept);

/// <summary>The whole promise in one currency. The amounts are those of <see cref="PartyPledges"/>.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PledgeCount">How many pledges.</param>
/// <param name="Pledged">Promised.</param>
/// <param name="Committed">Agreed by contract and not paid; null when a flow does not state the currency.</param>
/// <param name="Paid">Paid; null likewise.</param>
/// <param name="Outstanding">Pledged less committed less paid.</param>
/// <param name="PercentKept">Paid in percent of pledged.</param>
public sealed record PledgeTotal(string Currency, int PledgeCount, decimal Pledged, decimal? Committed, decimal? Paid, decimal? Outstanding, decimal? PercentKept);

/// <summary>The whole promise in US dollars, of the pledges that have an equivalent.</summary>
/// <param name="PledgeCount">How many pledges it holds.</param>
/// <param name="WithoutEquivalent">How many pledges it does not hold, because no document and no rate gives them in dollars.</param>
/// <param name="PledgedUsd">Promised.</param>
/// <param name="CommittedUsd">Agreed by contract and not paid.</param>
/// <param name="PaidUsd">Paid.</param>
/// <param name="OutstandingUsd">Pledged less committed less paid.</param>
/// <param name="PercentKept">Paid in percent of pledged.</param>
/// <param name="Basis">How promises in other currencies were found in dollars: stated by a document, or by which rate. Empty when all are in dollars.</param>
public sealed record PledgeTotalUsd(int PledgeCount, int WithoutEquivalent, decimal PledgedUsd, decimal CommittedUsd, decimal PaidUsd, decimal OutstandingUsd, decimal? PercentKept, IReadOnlyList<string> Basis);

/// <summary>Pledges of which only an unknown part is inside.</summary>
/// <param name="FlowCount">How many.</param>
/// <param name="AmountUsd">Their whole amount.</param>
public sealed record SharedPledges(int FlowCount, decimal AmountUsd);

/// <summary>One pledge, and what became of it.</summary>
public sealed record FollowedPledge
{
    /// <summary>The number of the entry; null for a pledge that FTS reports.</summary>
    public long? Entry { get; init; }

    /// <summary>FTS's flow; null for a pledge that was entered.</summary>
    public FlowId? Flow { get; init; }

    /// <summary>Who promised.</summary>
    public required string Party { get; init; }

    /// <summary>The party's country, where it is one.</summary>
    public string? Iso3 { get; init; }

    /// <summary>The conference at which it was made.</summary>
    public string? Conference { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>When it was made; null when no document says.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>Days from then to the day of the answer.</summary>
    public int? DaysSince { get; init; }

    /// <summary>The currency of the promise.</summary>
    public required string Currency { get; init; }

    /// <summary>Promised.</summary>
    public required decimal Pledged { get; init; }

    /// <summary>Agreed by contract and not paid; null when a flow does not state the currency.</summary>
    public required decimal? Committed { get; init; }

    /// <summary>Paid; null likewise.</summary>
    public required decimal? Paid { get; init; }

    /// <summary>Pledged less committed less paid; negative when more came.</summary>
    public decimal? Outstanding => Pledged - Committed - Paid;

    /// <summary>Promised, in US dollars; null where neither the document nor a rate gives it.</summary>
    public required decimal? PledgedUsd { get; init; }

    /// <summary>How that was found; empty when the promise is in dollars.</summary>
    public string UsdBasis { get; init; } = "";

    /// <summary>Agreed by contract and not paid, in US dollars as FTS counts.</summary>
    public required decimal CommittedUsd { get; init; }

    /// <summary>Paid, in US dollars as FTS counts.</summary>
    public required decimal PaidUsd { get; init; }

    /// <summary>Pledged less committed less paid, in US dollars.</summary>
    public decimal? OutstandingUsd => PledgedUsd - CommittedUsd - PaidUsd;

    /// <summary>Paid in percent of pledged.</summary>
    public decimal? PercentKept => Paid is { } paid ? Percent.Of(paid, Pledged) : Percent.Of(PaidUsd, PledgedUsd);

    /// <summary>Of a pledge that FTS reports: pledge, commitment or paid, as it is now; <c>no longer listed</c> or <c>elsewhere</c> when the flow is gone from here. Null for one that was entered.</summary>
    public string? FtsStatus { get; init; }

    /// <summary>The flows that a person confirmed.</summary>
    public IReadOnlyList<FulfillingFlow> Flows { get; init; } = [];

    /// <summary>Of a pledge that FTS reports: what was stated of it over time, the best word first.</summary>
    public IReadOnlyList<FlowStatement> Statements { get; init; } = [];

    /// <summary>The document that states it, and where.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>The words that stand there; null when none are quoted.</summary>
    public string? Quotation { get; init; }
}

/// <summary>A flow that fulfils a pledge, as a person confirmed it.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="Status">pledge, commitment or paid; null when the flow is not known, or no longer.</param>
/// <param name="AmountUsd">The share of it that is for this pledge, US dollars.</param>
/// <param name="Amount">The same in the currency of the pledge; null when the flow does not state it.</param>
/// <param name="Basis">How the share was found; empty when it is all of the flow, or just the part confirmed.</param>
/// <param name="Date">Its day.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
/// <param name="Row">The row of the journal.</param>
/// <param name="Source">The document that states the flow, and where.</param>
public sealed record FulfillingFlow(FlowId Id, string? Status, decimal AmountUsd, decimal? Amount, string Basis, DateOnly? Date, string? Recipient, string ConfirmedBy, long Row, SourceLocation? Source);

/// <summary>What a document states of a flow.</summary>
/// <param name="Day">The day of the document.</param>
/// <param name="Status">pledge, commitment or paid.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="Source">The document, and where.</param>
public sealed record FlowStatement(DateOnly Day, string Status, decimal AmountUsd, SourceLocation Source);
