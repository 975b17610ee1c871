using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tributary.Proposing;

/// <summary>Proposals as JSON, for checks and other programs. Documented in <c>docs/proposals.md</c>.</summary>
/// <remarks>Places are UTF-16 positions in the text as decoded, the end exclusive.</remarks>
public static class ProposalsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all that a report seems to state.</summary>
    /// <param name="output">Takes UTF-8.</param>
    /// <param name="document">The name and hash of the document, in this order; a value that is null is left out.</param>
    /// <param name="proposals">The proposals.</param>
    public static void Write(Stream output, IReadOnlyList<KeyValuePair<string, string?>> document, ReportProposals proposals)
    {
        using var json = new Utf8JsonWriter(output, Options);
        var names = NamedProposals.ByProposal(proposals);
        json.WriteStartObject();
        json.WriteStartObject("document");
        foreach (var (name, value) in document.Where(field => field.Value is not null)) json.WriteString(name, value);
        if (proposals.WhyNot.Length > 0) json.WriteString("why_not", proposals.WhyNot);
        json.WriteEndObject();
        Each(json, "conferences", proposals.Conferences, Conference, names);
        Each(json, "appeals", proposals.Appeals, Appeal, names);
        Each(json, "pledges", proposals.Pledges, Pledge, names);
        Each(json, "expected", proposals.Expected, Pledge, names);
        Each(json, "quotes", proposals.Quotes, Quote, names);
        Each(json, "demands", proposals.Demands, Claim, names);
        Each(json, "risks", proposals.Risks, Claim, names);
        Each(json, "seen", proposals.Seen, (_, _) => { }, names);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> proposals, Action<Utf8JsonWriter, T> write, IReadOnlyDictionary<Proposal, string>? names = null) where T : Proposal
    {
        json.WriteStartArray(name);
        foreach (var proposal in proposals)
        {
            json.WriteStartObject();
            if (names?.GetValueOrDefault(proposal) is { } id) json.WriteString("id", id);
            write(json, proposal);
            Common(json, proposal);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Conference(Utf8JsonWriter json, ConferenceProposal conference)
    {
        json.WriteString("name", conference.Name);
        json.WriteString("place", conference.Place);
        json.WriteString("place_iso3", conference.PlaceIso3);
        json.WriteString("date", conference.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("date_words", conference.DateWords);
        json.WriteStartArray("hosts");
        foreach (var host in conference.Hosts) json.WriteStringValue(host);
        json.WriteEndArray();
        Each(json, "participants", conference.Participants, Party);
        Each(json, "absentees", conference.Absentees, Absentee);
    }

    private static void Party(Utf8JsonWriter json, PartyProposal party)
    {
        json.WriteString("name", party.Name);
        json.WriteString("iso3", party.Iso3);
    }

    private static void Absentee(Utf8JsonWriter json, PartyProposal party)
    {
        Party(json, party);
        json.WriteString("reason", party.Reason);
        json.WriteString("later", party.Later);
    }

    private static void Appeal(Utf8JsonWriter json, AppealProposal appeal)
    {
        json.WriteString("by", appeal.By);
        json.WriteString("by_iso3", appeal.ByIso3);
        json.WriteString("for", appeal.For);
        json.WriteString("for_iso3", appeal.ForIso3);
        Number(json, "amount", appeal.Amount);
        Number(json, "amount_to", appeal.AmountTo);
        json.WriteString("currency", appeal.Currency);
    }

    private static void Pledge(Utf8JsonWriter json, PledgeProposal pledge)
    {
        json.WriteString("donor", pledge.Donor);
        json.WriteString("donor_iso3", pledge.DonorIso3);
        json.WriteString("recipient", pledge.Recipient);
        json.WriteString("recipient_iso3", pledge.RecipientIso3);
        Number(json, "amount", pledge.Amount);
        Number(json, "amount_to", pledge.AmountTo);
        json.WriteString("currency", pledge.Currency);
        json.WriteString("currency_basis", pledge.CurrencyBasis);
        Number(json, "amount_usd", pledge.AmountUsd);
        json.WriteString("status", Word(pledge.Status.ToString()));
        json.WriteString("role", Word(pledge.Role.ToString()));
    }

    private static void Quote(Utf8JsonWriter json, QuoteProposal quote)
    {
        json.WriteString("speaker", quote.Speaker);
        json.WriteString("role", quote.Role);
        json.WriteString("party", quote.Party);
        json.WriteString("form", quote.IsDirect ? "direct" : "indirect");
    }

    private static void Claim(Utf8JsonWriter json, ClaimProposal claim)
    {
        json.WriteString("by", claim.By);
        json.WriteString("to", claim.To);
    }

    private static void Common(Utf8JsonWriter json, Proposal proposal)
    {
        json.WriteNumber("start", proposal.Span.Start);
        json.WriteNumber("end", proposal.Span.End);
        json.WriteNumber("line", proposal.Span.Line);
        json.WriteStartArray("others");
        foreach (var other in proposal.Others)
        {
            json.WriteStartObject();
            json.WriteNumber("start", other.Start);
            json.WriteNumber("end", other.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("rule", proposal.Rule);
        json.WriteNumber("confidence", proposal.Confidence);
        json.WriteStartArray("reasons");
        foreach (var reason in proposal.Reasons)
        {
            json.WriteStartObject();
            json.WriteNumber("points", reason.Points);
            json.WriteString("text", reason.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in proposal.Warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static string Word(string name) => name.ToLowerInvariant();
}
