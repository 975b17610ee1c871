using System.Globalization;
using Tributary.Tables;

namespace Tributary.Proposing;

/// <summary>Lays proposals out.</summary>
public static class ProposalTables
{
    /// <summary>A table for each kind of which there is any, the words with each.</summary>
    /// <param name="name">The name of the document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="proposals">The proposals.</param>
    public static Tabulated Of(string name, string text, ReportProposals proposals)
    {
        var names = NamedProposals.ByProposal(proposals);
        Table[] tables = [Conferences(text, proposals, names), Money(text, proposals, names), Appeals(text, proposals, names), Quotes(text, proposals, names), Claims(text, proposals, names), Seen(text, proposals)];
        return new Tabulated([.. tables.Where(table => table.Rows.Count > 0)], [.. Notes(name, proposals)]);
    }

    private static IEnumerable<string> Notes(string name, ReportProposals proposals)
    {
        if (proposals.WhyNot.Length > 0) yield return $"{name}: nothing is proposed: {proposals.WhyNot}.";
        else if (IsEmpty(proposals)) yield return $"{name}: no rule finds anything in it.";
        foreach (var warning in All(proposals).SelectMany(proposal => proposal.Warnings).Distinct(StringComparer.Ordinal)) yield return warning;
        yield return "Proposals are made by rules and can be wrong: nothing is entered before a person accepts it. Points order them; --format json has the reasons.";
    }

    /// <summary>The words of a proposal on one line.</summary>
    public static string Words(string text, Proposal proposal) => text[proposal.Span.Start..proposal.Span.End].ReplaceLineEndings(" ");

    private static IEnumerable<Proposal> All(ReportProposals proposals) => proposals.Conferences.Cast<Proposal>().Concat(proposals.Pledges).Concat(proposals.Expected).Concat(proposals.Appeals).Concat(proposals.Quotes);

    private static bool IsEmpty(ReportProposals proposals) => !All(proposals).Any() && proposals.Demands.Count + proposals.Risks.Count == 0;

    private static Table Conferences(string text, ReportProposals proposals, IReadOnlyDictionary<Proposal, string> names) => new("Conferences",
        [new("what", "what"), new("who", "who", Cells.LongText), new("detail", "detail", Cells.LongText), new("line", "line", Cells.Number), new("points", "confidence", Cells.Number), new("proposal", "proposal"), new("words", "words", Cells.LongText, Shown.WithRoom)],
        [.. proposals.Conferences.SelectMany(conference => Rows(text, conference, names))]);

    private static IEnumerable<object?[]> Rows(string text, ConferenceProposal conference, IReadOnlyDictionary<Proposal, string> names)
    {
        var place = string.Join(", ", ((string?[])[conference.Place, conference.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), conference.DateWords is { } words ? $"\"{words}\"" : null]).OfType<string>());
        yield return ["conference", conference.Name, place, (long)conference.Span.Line, (long)conference.Confidence, names[conference], Words(text, conference)];
        foreach (var host in conference.Hosts) yield return ["host", host, null, null, null, null, null];
        foreach (var party in conference.Participants) yield return ["came", party.Name, null, (long)party.Span.Line, (long)party.Confidence, null, Words(text, party)];
        foreach (var party in conference.Absentees) yield return ["stayed away", party.Name, string.Join("; ", ((string?[])[party.Reason, party.Later]).OfType<string>()), (long)party.Span.Line, (long)party.Confidence, null, Words(text, party)];
    }

    private static Table Money(string text, ReportProposals proposals, IReadOnlyDictionary<Proposal, string> names) => new("Money",
        [
            new("status", "status"), new("donor", "donor", Cells.LongText), new("cur.", "currency", Hxl: "#currency"), new("amount", "amount", Cells.Money, Hxl: "#value"), new("to", "amountTo", Cells.MoneyIfAny, Shown.WithRoom), new("for", "recipient"), new("role", "role", On: Shown.WithRoom),
            new("line", "line", Cells.Number), new("points", "confidence", Cells.Number), new("proposal", "proposal"), new("words", "words", Cells.LongText, Shown.WithRoom),
        ],
        [.. proposals.Pledges.Concat(proposals.Expected).Select(pledge => new object?[] { pledge.Status.ToString().ToLowerInvariant(), pledge.Donor, pledge.Currency, pledge.Amount, pledge.AmountTo, pledge.Recipient, pledge.Role.ToString().ToLowerInvariant(), (long)pledge.Span.Line, (long)pledge.Confidence, names[pledge], Words(text, pledge) })]);

    private static Table Appeals(string text, ReportProposals proposals, IReadOnlyDictionary<Proposal, string> names) => new("Calls for aid",
        [new("by", "by"), new("for", "for"), new("cur.", "currency", Hxl: "#currency"), new("amount", "amount", Cells.Money, Hxl: "#value"), new("line", "line", Cells.Number), new("points", "confidence", Cells.Number), new("proposal", "proposal"), new("words", "words", Cells.LongText)],
        [.. proposals.Appeals.Select(appeal => new object?[] { appeal.By, appeal.For, appeal.Currency, appeal.Amount, (long)appeal.Span.Line, (long)appeal.Confidence, names[appeal], Words(text, appeal) })]);

    private static Table Quotes(string text, ReportProposals proposals, IReadOnlyDictionary<Proposal, string> names) => new("What was said",
        [new("speaker", "speaker"), new("office", "role", Cells.LongText, Shown.WithRoom), new("form", "form", On: Shown.WithRoom), new("line", "line", Cells.Number), new("points", "confidence", Cells.Number), new("proposal", "proposal"), new("words", "words", Cells.LongText)],
        [.. proposals.Quotes.Select(quote => new object?[] { quote.Speaker ?? "(not said)", quote.Role, quote.IsDirect ? "direct" : "indirect", (long)quote.Span.Line, (long)quote.Confidence, names[quote], Words(text, quote) })]);

    private static Table Claims(string text, ReportProposals proposals, IReadOnlyDictionary<Proposal, string> names) => new("What is asked and feared",
        [new("what", "what"), new("by", "by"), new("of", "to"), new("line", "line", Cells.Number), new("points", "confidence", Cells.Number), new("proposal", "proposal"), new("words", "words", Cells.LongText)],
        [
            .. proposals.Demands.Select(claim => new object?[] { "demand", claim.By, claim.To, (long)claim.Span.Line, (long)claim.Confidence, names[claim], Words(text, claim) }),
            .. proposals.Risks.Select(claim => new object?[] { "risk", claim.By, claim.To, (long)claim.Span.Line, (long)claim.Confidence, names[claim], Words(text, claim) }),
        ]);

    private static Table Seen(string text, ReportProposals proposals) => new("Seen, and not proposed",
        [new("words", "words", Cells.LongText), new("why", "rule", Cells.LongText), new("line", "line", Cells.Number), new("points", "confidence", Cells.Number)],
        [.. proposals.Seen.Select(seen => new object?[] { Words(text, seen), seen.Rule, (long)seen.Span.Line, (long)seen.Confidence })]);
}
