using Tributary.Proposing;
using Tributary.Questions;
using Tributary.Sources.News;
using Tributary.Tables;

namespace Tributary.Deciding;

/// <summary>A proposal that nobody has decided on.</summary>
/// <param name="Document">SHA-256 of the report.</param>
/// <param name="Report">The name under which it came.</param>
/// <param name="Proposal">The proposal's name in it.</param>
/// <param name="Kind">conference, money, appeal, quotation, demand or risk.</param>
/// <param name="Confidence">Its points.</param>
/// <param name="Line">The line of its first word.</param>
/// <param name="Words">The words that it rests on.</param>
public sealed record OpenProposal(string Document, string Report, string Proposal, string Kind, int Confidence, int Line, string Words);

/// <summary>What rules read out of the reports of a ledger and nobody has decided on.</summary>
/// <param name="Open">The proposals, those with the most points first.</param>
/// <param name="Reports">How many reports were read.</param>
/// <param name="Unread">Reports that could not be read, with the reason.</param>
public sealed record ProposalQueue(IReadOnlyList<OpenProposal> Open, int Reports, IReadOnlyList<string> Unread)
{
    /// <summary>The queue of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="token">Stops it.</param>
    public static ProposalQueue Of(Ledger ledger, CancellationToken token = default)
    {
        var (open, unread, reports) = (new List<OpenProposal>(), new List<string>(), 0);
        var settled = SettledProposals.Of(ledger.CurrentFacts());
        foreach (var document in ledger.Ask(new DocumentsQuestion(), token).Documents.Where(document => ReportText.Formats.Contains(document.Format)))
        {
            token.ThrowIfCancellationRequested();
            reports++;
            try
            {
                using var bytes = ledger.OpenDocument(document.Hash);
                var report = StoredReport.Read(document.Name, bytes, document.Format, token);
                var proposals = ReportReader.Read(report);
                if (proposals.WhyNot.Length > 0) unread.Add($"{document.Name}: {proposals.WhyNot}");
                open.AddRange(NamedProposals.Of(proposals).Where(one => !settled.ContainsKey((report.Sha256, one.Name)))
                    .Select(one => new OpenProposal(report.Sha256, document.Name, one.Name, one.Kind, one.Proposal.Confidence, one.Proposal.Span.Line, ProposalTables.Words(report.Text, one.Proposal))));
            }
            catch (UnreadableReportException unreadable)
            {
                unread.Add(unreadable.Message);
            }
        }
        return new ProposalQueue([.. open.OrderByDescending(one => one.Confidence).ThenBy(one => one.Report, StringComparer.Ordinal).ThenBy(one => one.Line)], reports, unread);
    }

    /// <summary>The queue as a table.</summary>
    public Tabulated Laid() => new(
        [
            new Table($"Open proposals: {CellText.Number(Open.Count)} of {CellText.Number(Reports)} {(Reports == 1 ? "report" : "reports")}",
                [new("points", "confidence", Cells.Number), new("report", "document"), new("proposal", "proposal"), new("what", "kind"), new("line", "line", Cells.Number), new("words", "words", Cells.LongText), new("name", "report", On: Shown.InFilesOnly)],
                [.. Open.Select(one => new object?[] { (long)one.Confidence, one.Document[..8], one.Proposal, one.Kind, (long)one.Line, one.Words, one.Report })]),
        ],
        [
            .. Open.Count == 0 ? (string[])[Reports == 0 ? "The ledger has no news report: `tributary import FILE` takes one in." : "Nothing is open."] : [],
            .. Unread.Select(reason => $"Not read: {reason}."),
            "Points order the queue; they never accept. `tributary evidence accept REPORT PROPOSAL` enters what is right, `correct` with other fields, `reject` leaves it.",
        ]);
}
