using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Something that a report seems to state, for a person to accept, correct or reject.</summary>
public abstract record Proposal
{
    /// <summary>The words that it rests on.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Other places that say the same.</summary>
    public IReadOnlyList<TextSpan> Others { get; init; } = [];

    /// <summary>The rule that found it, in words.</summary>
    public required string Rule { get; init; }

    /// <summary>How much speaks for it, in points of 100. It orders; it never accepts.</summary>
    public int Confidence => Math.Clamp(Reasons.Sum(reason => reason.Points), 0, 100);

    /// <summary>What these points are made of.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What a person should look at before accepting it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A reason for a proposal.</summary>
/// <param name="Points">How much it adds or takes away.</param>
/// <param name="Text">What it is.</param>
public sealed record Reason(int Points, string Text);

/// <summary>A meeting of parties.</summary>
public sealed record ConferenceProposal : Proposal
{
    /// <summary>What the report calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The city; null when the report does not say.</summary>
    public required string? Place { get; init; }

    /// <summary>The country of that city, ISO 3166 alpha-3; null when not known.</summary>
    public string? PlaceIso3 { get; init; }

    /// <summary>The day; null when the report does not say.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The words from which the day was found; null for none.</summary>
    public string? DateWords { get; init; }

    /// <summary>Who invited.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Who came. Groups stay groups.</summary>
    public required IReadOnlyList<PartyProposal> Participants { get; init; }

    /// <summary>Who stayed away.</summary>
    public required IReadOnlyList<PartyProposal> Absentees { get; init; }
}

/// <summary>A party that came to a meeting, or stayed away.</summary>
public sealed record PartyProposal : Proposal
{
    /// <summary>The party as the report names it.</summary>
    public required string Name { get; init; }

    /// <summary>Its country; null for none.</summary>
    public required string? Iso3 { get; init; }

    /// <summary>Why it stayed away; null when the report does not say, or it came.</summary>
    public string? Reason { get; init; }

    /// <summary>Its words on coming later; null for none.</summary>
    public string? Later { get; init; }
}

/// <summary>A call for aid.</summary>
public sealed record AppealProposal : Proposal
{
    /// <summary>Who calls; null when the report does not say.</summary>
    public required string? By { get; init; }

    /// <summary>Its country; null for none.</summary>
    public required string? ByIso3 { get; init; }

    /// <summary>For whom; null when the report does not say.</summary>
    public required string? For { get; init; }

    /// <summary>The country that it is for; null when not known.</summary>
    public required string? ForIso3 { get; init; }

    /// <summary>How much; null where no sum is named.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The upper end of a range; null for one amount.</summary>
    public decimal? AmountTo { get; init; }

    /// <summary>ISO 4217; null where no sum is named.</summary>
    public required string? Currency { get; init; }
}

/// <summary>How far money has come.</summary>
public enum MoneyStatus
{
    /// <summary>Promised.</summary>
    Pledged,

    /// <summary>Set aside in a binding way.</summary>
    Committed,

    /// <summary>Given.</summary>
    Disbursed,

    /// <summary>Somebody expects it.</summary>
    Expected,

    /// <summary>Somebody proposes it, or asks who decides for it.</summary>
    Proposed,
}

/// <summary>What a sum is to other sums of its report.</summary>
public enum MoneyRole
{
    /// <summary>One promise.</summary>
    Single,

    /// <summary>A sum over several.</summary>
    Total,

    /// <summary>A part of a total of the report.</summary>
    Component,

    /// <summary>Given before.</summary>
    Prior,

    /// <summary>Besides what was given before.</summary>
    New,
}

/// <summary>Money that is given or promised.</summary>
public sealed record PledgeProposal : Proposal
{
    /// <summary>Who gives; null when the report does not say.</summary>
    public required string? Donor { get; init; }

    /// <summary>Its country; null for none.</summary>
    public required string? DonorIso3 { get; init; }

    /// <summary>For whom; null when the report does not say.</summary>
    public required string? Recipient { get; init; }

    /// <summary>The country that it is for; null when not known.</summary>
    public required string? RecipientIso3 { get; init; }

    /// <summary>How much; the lower end of a range.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The upper end of a range; null for one amount.</summary>
    public required decimal? AmountTo { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>How the currency was found; empty where the words state it.</summary>
    public string CurrencyBasis { get; init; } = "";

    /// <summary>The same in US dollars, as the report states it; null where it does not.</summary>
    public decimal? AmountUsd { get; init; }

    /// <summary>How far it has come.</summary>
    public required MoneyStatus Status { get; init; }

    /// <summary>What it is to the other sums of the report.</summary>
    public required MoneyRole Role { get; init; }
}

/// <summary>What somebody said.</summary>
public sealed record QuoteProposal : Proposal
{
    /// <summary>Who, by the name as first mentioned in full; null when the report does not say.</summary>
    public required string? Speaker { get; init; }

    /// <summary>The speaker's office as stated; null for none.</summary>
    public required string? Role { get; init; }

    /// <summary>Whether the words are the speaker's own.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>The party for which it was said, where the speaker belongs to one; null when not known.</summary>
    public string? Party { get; init; }
}

/// <summary>What somebody asks somebody else to do, or fears.</summary>
public sealed record ClaimProposal : Proposal
{
    /// <summary>Who; null when the report does not say.</summary>
    public required string? By { get; init; }

    /// <summary>Of whom it is asked; null for none.</summary>
    public string? To { get; init; }
}

/// <summary>An amount or a word that a rule looked at and does not propose.</summary>
public sealed record SeenWords : Proposal;

/// <summary>All that a report seems to state.</summary>
public sealed record ReportProposals
{
    /// <summary>Meetings.</summary>
    public required IReadOnlyList<ConferenceProposal> Conferences { get; init; }

    /// <summary>Calls for aid.</summary>
    public required IReadOnlyList<AppealProposal> Appeals { get; init; }

    /// <summary>Money promised, set aside and given.</summary>
    public required IReadOnlyList<PledgeProposal> Pledges { get; init; }

    /// <summary>Money that is expected or proposed.</summary>
    public required IReadOnlyList<PledgeProposal> Expected { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<QuoteProposal> Quotes { get; init; }

    /// <summary>What is asked of others.</summary>
    public required IReadOnlyList<ClaimProposal> Demands { get; init; }

    /// <summary>What is feared.</summary>
    public required IReadOnlyList<ClaimProposal> Risks { get; init; }

    /// <summary>What was seen and is not proposed.</summary>
    public required IReadOnlyList<SeenWords> Seen { get; init; }

    /// <summary>The day of publication, in the offset that the report states; null when it states none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why nothing is proposed, where a report cannot be read; empty otherwise.</summary>
    public string WhyNot { get; init; } = "";
}
