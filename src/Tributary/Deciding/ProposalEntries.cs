using System.Globalization;
using Tributary.Proposing;

namespace Tributary.Deciding;

/// <summary>Turns accepted proposals into the fields of entries.</summary>
/// <param name="report">The report.</param>
/// <param name="day">The day of publication; null when it states none.</param>
internal sealed class ProposalEntries(StoredReport report, DateOnly? day)
{
    private readonly List<FilledForm> _filled = [];

    /// <summary>The fields of all that was added.</summary>
    public IReadOnlyList<FilledForm> Filled => _filled;

    /// <summary>The id under which a proposed conference is entered when nobody gives one: its place and day.</summary>
    public static string IdOf(ConferenceProposal conference) => string.Concat(string.Join('-', ((string?[])[conference.Place, conference.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]).OfType<string>())
        .ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    /// <summary>Adds a proposal's entries.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="conference">The conference that it is of; null for none.</param>
    /// <param name="isNew">Whether that conference is entered with it.</param>
    /// <param name="changes">Fields that a person gives.</param>
    public void Add(Proposal proposal, string? conference, bool isNew, IReadOnlyDictionary<string, string> changes)
    {
        switch (proposal)
        {
            case ConferenceProposal meeting: AddConference(meeting, conference!, isNew, changes); break;
            case PledgeProposal pledge: AddPledge(pledge, conference, changes); break;
            case AppealProposal appeal: AddCall(appeal, conference, changes); break;
            case QuoteProposal quote: AddStatement(quote, conference, quote.Speaker, quote.Role, quote.Party, quote.IsDirect, changes); break;
            case ClaimProposal claim: AddStatement(claim, conference, null, null, claim.By, isDirect: false, changes); break;
            default: throw new System.Diagnostics.UnreachableException(proposal.GetType().Name);
        }
    }

    private void AddConference(ConferenceProposal meeting, string id, bool isNew, IReadOnlyDictionary<string, string> changes)
    {
        if (isNew)
        {
            Fill(EntryForms.Conference, meeting, changes,
                ("id", id), ("title", Title(meeting.Name)), ("host", string.Join(", ", meeting.Hosts)), ("city", meeting.Place), ("country", meeting.PlaceIso3), ("first-day", Day(meeting.Date)),
                ("day-basis", meeting.DateWords is { } words ? $"The report says \"{words}\". {string.Join(' ', meeting.Warnings)}".TrimEnd() : null));
        }
        foreach (var host in meeting.Hosts) Fill(EntryForms.Participant, meeting, None, ("conference", id), ("party", host), ("role", "host"));
        foreach (var party in meeting.Participants.Where(party => !meeting.Hosts.Contains(party.Name))) Fill(EntryForms.Participant, party, None, ("conference", id), ("party", party.Name), ("iso3", party.Iso3), ("role", "participant"));
        foreach (var party in meeting.Absentees) Fill(EntryForms.Participant, party, None, ("conference", id), ("party", party.Name), ("iso3", party.Iso3), ("role", "absentee"), ("reason", party.Reason), ("later", party.Later is null ? null : "yes"), ("later-words", party.Later));
    }

    private void AddPledge(PledgeProposal pledge, string? conference, IReadOnlyDictionary<string, string> changes) => Fill(EntryForms.Pledge, pledge, changes,
        ("conference", conference), ("party", pledge.Donor), ("iso3", pledge.DonorIso3), ("amount", Number(pledge.Amount)), ("currency", pledge.Currency), ("usd", pledge.AmountUsd is { } usd ? Number(usd) : null),
        ("country", pledge.RecipientIso3), ("made-on", Day(day)));

    private void AddCall(AppealProposal appeal, string? conference, IReadOnlyDictionary<string, string> changes) => Fill(EntryForms.Call, appeal, changes,
        ("conference", conference), ("party", appeal.By), ("for", appeal.For), ("country", appeal.ForIso3), ("amount", appeal.Amount is { } amount ? Number(amount) : null), ("currency", appeal.Currency));

    private void AddStatement(Proposal proposal, string? conference, string? speaker, string? office, string? party, bool isDirect, IReadOnlyDictionary<string, string> changes) => Fill(EntryForms.Statement, proposal, changes,
        ("conference", conference), ("speaker", speaker), ("office", office), ("party", party), ("speech", isDirect ? "direct" : "reported"), ("words", report.Text[proposal.Span.Start..proposal.Span.End].Trim('"', '“', '”', ',', ' ')));

    private static readonly Dictionary<string, string> None = [];

    private void Fill(EntryForm form, Proposal proposal, IReadOnlyDictionary<string, string> changes, params IReadOnlyList<(string Field, string? Text)> fields)
    {
        var filled = fields.Where(field => !string.IsNullOrEmpty(field.Text)).ToDictionary(field => field.Field, field => field.Text!, StringComparer.Ordinal);
        filled[EntryForm.Document] = report.Sha256;
        // Evidence names places of the document; those of a proposal are of its words.
        var span = report.Words.DocumentSpan(proposal.Span.Start, proposal.Span.End);
        filled[EntryForm.Span] = string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");
        // Dollars that the report gives are of the amount that it gives.
        if (changes.ContainsKey("amount") || changes.ContainsKey("currency")) filled.Remove("usd");
        foreach (var (field, text) in changes) filled[field] = text;
        _filled.Add(FilledForm.OfOptions(form, filled));
    }

    private static string Title(string name) => name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? char.ToUpperInvariant(name[name.IndexOf(' ', StringComparison.Ordinal) + 1]) + name[(name.IndexOf(' ', StringComparison.Ordinal) + 2)..] : name;

    private static string? Day(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
