using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A conference with all that was entered for it.</summary>
public sealed record ConferenceAnswer
{
    /// <summary>The name by which people call it.</summary>
    public required string Id { get; init; }

    /// <summary>The number of its entry: the row of the journal that made it.</summary>
    public required long Entry { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who invited.</summary>
    public required string Host { get; init; }

    /// <summary>The city in which it met.</summary>
    public required string City { get; init; }

    /// <summary>The country in which it met, ISO 3166 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>The first day, in the time of the place.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The time of the place; null when nobody says.</summary>
    public required string? Zone { get; init; }

    /// <summary>How the days were found; empty when the document states just them.</summary>
    public required string DayBasis { get; init; }

    /// <summary>The countries that it was about, ISO 3166 alpha-3.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>The document that states it, and where.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>The words that stand there; null when none are quoted.</summary>
    public required string? Quotation { get; init; }

    /// <summary>The parties that came, and those that stayed away.</summary>
    public required IReadOnlyList<ParticipantLine> Participants { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<StatementLine> Statements { get; init; }

    /// <summary>The calls for aid.</summary>
    public required IReadOnlyList<CallLine> Calls { get; init; }

    /// <summary>The pledges; none when no party pledged anything, as far as the evidence goes.</summary>
    public required IReadOnlyList<PledgeLine> Pledges { get; init; }

    /// <summary>Every row about it, when it was asked for.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>Whether the host is among the participants that were entered.</summary>
    internal bool HostIsEntered { get; init; }

    /// <summary>All of it as lines, in the order of reading.</summary>
    internal IReadOnlyList<EntryLine> Lines { get; init; } = [];
}

/// <summary>A party that came, or stayed away.</summary>
/// <param name="Entry">The number of its entry.</param>
/// <param name="Party">The party as the document names it.</param>
/// <param name="Iso3">Its country, ISO 3166 alpha-3, where stated.</param>
/// <param name="OrganizationId">FTS's id, where stated.</param>
/// <param name="Role">Host, Participant, Observer or Absentee.</param>
/// <param name="AbsenceReason">Why it stayed away, in the sense of the document.</param>
/// <param name="MayAttendLater">Yes, No or NotSaid: whether it could come later.</param>
/// <param name="LaterWords">Its words on that.</param>
/// <param name="Source">The document that states it, and where.</param>
/// <param name="Quotation">The words that stand there.</param>
public sealed record ParticipantLine(long Entry, string Party, string? Iso3, string? OrganizationId, ParticipantRole Role, string? AbsenceReason, Said MayAttendLater, string? LaterWords, SourceLocation Source, string? Quotation)
{
    internal static ParticipantLine Of(Facts facts, long id, Participant one) => new(
        id, one.Party, one.Iso3, one.OrganizationId, one.Role, one.AbsenceReason, one.MayAttendLater, one.LaterWords, KnownEntries.Locate(facts, one.Evidence), one.Evidence.Quotation);
}

/// <summary>What somebody said.</summary>
/// <param name="Entry">The number of its entry.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Office">The speaker's role or office.</param>
/// <param name="Party">The party for which it was said.</param>
/// <param name="Speech">Direct or Reported.</param>
/// <param name="Words">The words, or their sense.</param>
/// <param name="Source">The document that states it, and where.</param>
/// <param name="Quotation">The words that stand there.</param>
public sealed record StatementLine(long Entry, string? Speaker, string? Office, string? Party, Speech Speech, string Words, SourceLocation Source, string? Quotation)
{
    internal static StatementLine Of(Facts facts, long id, Statement one) => new(
        id, one.Speaker, one.Office, one.Party, one.Speech, one.Words, KnownEntries.Locate(facts, one.Evidence), one.Evidence.Quotation);
}

/// <summary>A request for aid.</summary>
/// <param name="Entry">The number of its entry.</param>
/// <param name="Party">Who called.</param>
/// <param name="To">Upon whom.</param>
/// <param name="For">For whom, as the document says it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Countries">For which countries, ISO 3166 alpha-3.</param>
/// <param name="Amount">How much; null when no sum was named.</param>
/// <param name="Currency">In which currency; null likewise.</param>
/// <param name="Source">The document that states it, and where.</param>
/// <param name="Quotation">The words that stand there.</param>
public sealed record CallLine(long Entry, string Party, string? To, string? For, string? Purpose, IReadOnlyList<string> Countries, decimal? Amount, string? Currency, SourceLocation Source, string? Quotation)
{
    internal static CallLine Of(Facts facts, long id, Call one) => new(
        id, one.Party, one.To, one.For, one.Purpose, one.Countries, one.Amount?.Value, one.Amount?.Currency.Code, KnownEntries.Locate(facts, one.Evidence), one.Evidence.Quotation);
}
