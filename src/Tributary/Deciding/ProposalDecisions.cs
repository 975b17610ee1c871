using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Proposing;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Keeps what a person holds of proposals: accepted ones become entries, in one step with the word on them.</summary>
public static class ProposalDecisions
{
    /// <summary>Accepts proposals of a report, as they are or corrected: conferences with their parties, pledges, calls and statements are entered with the report as evidence.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="document">The report: its hash, or the first digits of it.</param>
    /// <param name="accepted">Which proposals, and how.</param>
    /// <param name="options">Who, and why.</param>
    /// <returns>What was entered.</returns>
    /// <exception cref="DecisionRefusedException">A proposal is not there, was settled before, or what it would become does not hold. Nothing was entered.</exception>
    /// <exception cref="UnreadableReportException">The document is no report.</exception>
    public static EnteredConferences Accept(this Ledger ledger, string document, AcceptedProposals accepted, DecideOptions options)
    {
        var desk = ProposalDesk.Of(ledger, document);
        return ledger.Enter(facts =>
        {
            var mistakes = new Mistakes();
            var chosen = desk.Choose(facts, accepted.Names, mistakes);
            if (accepted.Changes.Count > 0 && accepted.Names.Count != 1) mistakes.Add("--set", $"fields for {accepted.Names.Count} proposals", "expected one proposal with the fields that change", "correct them one by one");
            foreach (var one in chosen) CheckChanges(one.Proposal, accepted, mistakes);
            foreach (var pledge in chosen.Select(one => one.Proposal).OfType<PledgeProposal>()) CheckPromise(pledge, accepted.Changes, mistakes);
            if (!accepted.Changes.ContainsKey("amount") && chosen.Exists(one => one.Proposal is AppealProposal { AmountTo: not null })) mistakes.Add("the amount", "it is a range", "expected one amount", "correct it with --set amount=…");
            mistakes.ThrowIfAny();
            return (desk.Entries(chosen, accepted), [.. chosen.Select(one => desk.Row(one, accepted.Changes.Count > 0 ? ProposalVerdict.Corrected : ProposalVerdict.Accepted))]);
        }, options);
    }

    /// <summary>Says that a report does not state what was proposed. They are proposed no more.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="document">The report: its hash, or the first digits of it.</param>
    /// <param name="names">The proposals, by their names in the report.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <returns>The first row of the journal.</returns>
    /// <exception cref="DecisionRefusedException">A proposal is not there, or was settled before. Nothing was kept.</exception>
    /// <exception cref="UnreadableReportException">The document is no report.</exception>
    public static long Reject(this Ledger ledger, string document, IReadOnlyList<string> names, DecideOptions options)
    {
        var desk = ProposalDesk.Of(ledger, document);
        return CheckedDecision.Keep(ledger, options, facts =>
        {
            var mistakes = new Mistakes();
            if (string.IsNullOrWhiteSpace(options.Why)) mistakes.Add("the reason", "none was given", "expected why the report does not state it", "say it with --why");
            var chosen = desk.Choose(facts, names, mistakes);
            mistakes.ThrowIfAny();
            return [.. chosen.Select(one => desk.Row(one, ProposalVerdict.Rejected))];
        }).First;
    }

    // What was given, or is only expected, is no promise; whoever reads it as one says so.
    private static void CheckPromise(PledgeProposal pledge, IReadOnlyDictionary<string, string> changes, Mistakes mistakes)
    {
        if (!changes.ContainsKey("amount") && pledge.AmountTo is not null) mistakes.Add("the amount", "it is a range", "expected one amount", "correct it with --set amount=…");
        if (changes.ContainsKey("amount") || changes.ContainsKey("made-on")) return;
        if (pledge.Status is not (MoneyStatus.Pledged or MoneyStatus.Committed)) mistakes.Add("the money", $"it is {pledge.Status.ToString().ToLowerInvariant()}", "expected a promise", "reject it; or, if the report promises it, correct it with --set made-on=… or amount=…");
    }

    private static void CheckChanges(Proposal proposal, AcceptedProposals accepted, Mistakes mistakes)
    {
        EntryForm form = proposal switch { ConferenceProposal => EntryForms.Conference, PledgeProposal => EntryForms.Pledge, AppealProposal => EntryForms.Call, _ => EntryForms.Statement };
        foreach (var field in accepted.Changes.Keys.Where(field => !form.Has(field))) mistakes.Add($"--set {field}", $"a {form.Kind} has no such field", $"expected one of {string.Join(", ", form.Fields.Select(known => known.Name))}", "check its name");
        if (accepted.Changes.Count > 0 && proposal is ConferenceProposal && accepted.Conference is not null) mistakes.Add("--set", "fields of a conference that is in the ledger", "expected none with --conference", "correct it with `tributary conference correct`");
    }
}

/// <summary>Proposals that are accepted together.</summary>
/// <param name="Names">Their names in the report.</param>
public sealed record AcceptedProposals(IReadOnlyList<string> Names)
{
    /// <summary>The conference of the ledger that they are of; null for none, or for one that is accepted with them.</summary>
    public string? Conference { get; init; }

    /// <summary>The id of a conference that is accepted with them; null for one made of its place and day.</summary>
    public string? Id { get; init; }

    /// <summary>Fields that a person gives in place of the proposed ones, for one proposal.</summary>
    public IReadOnlyDictionary<string, string> Changes { get; init; } = new Dictionary<string, string>();
}

/// <summary>A report on the desk of whoever decides on its proposals.</summary>
internal sealed class ProposalDesk
{
    private readonly StoredReport _report;
    private readonly ReportProposals _proposals;

    private ProposalDesk(StoredReport report) => (_report, _proposals) = (report, ReportReader.Read(report));

    /// <summary>A report of the ledger.</summary>
    public static ProposalDesk Of(Ledger ledger, string document)
    {
        var found = ledger.Ask(new EvidenceQuestion { Document = document });
        using var bytes = ledger.OpenDocument(found.Hash);
        return new ProposalDesk(StoredReport.Read(found.Name, bytes, found.Format));
    }

    /// <summary>The proposals that are named, and not settled yet.</summary>
    public List<NamedProposal> Choose(Facts facts, IReadOnlyList<string> names, Mistakes mistakes)
    {
        var all = NamedProposals.Of(_proposals).ToDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);
        var settled = SettledProposals.Of(facts);
        var chosen = new List<NamedProposal>();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!all.TryGetValue(name, out var found)) mistakes.Add($"proposal '{name}'", $"{_report.Name} has none of that name", "expected one of the report", "`tributary evidence propose` lists them");
            else if (settled.TryGetValue((_report.Sha256, found.Name), out var said)) mistakes.Add($"proposal '{name}'", $"it was {said.ToString().ToLowerInvariant()} already", "expected one that is open", "correct what was entered with `tributary conference correct` or `pledge correct`");
            else chosen.Add(found);
        }
        return chosen;
    }

    /// <summary>What accepted proposals become.</summary>
    public ConferenceEntries Entries(List<NamedProposal> chosen, AcceptedProposals accepted)
    {
        var meeting = chosen.Select(one => one.Proposal).OfType<ConferenceProposal>().FirstOrDefault();
        var id = accepted.Conference ?? (meeting is null ? null : accepted.Id ?? ProposalEntries.IdOf(meeting));
        var entries = new ProposalEntries(_report, _proposals.Day);
        foreach (var one in chosen.OrderByDescending(one => one.Proposal is ConferenceProposal)) entries.Add(one.Proposal, id, isNew: accepted.Conference is null, accepted.Changes);
        return EntryFile.Of(entries.Filled);
    }

    /// <summary>A word on one of them, to be kept.</summary>
    public JournalDraft Row(NamedProposal one, ProposalVerdict verdict) => CheckedDecision.Row(ConferenceKinds.Proposal,
        new ProposalDecision(_report.Sha256, one.Name, verdict, _report.Text[one.Proposal.Span.Start..one.Proposal.Span.End], one.Proposal.Rule, one.Proposal.Confidence));
}
