using System.Globalization;
using Tributary.Clearing;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays out what was screened, found and decided.</summary>
public static class ScreeningTables
{
    /// <summary>The findings that wait, and exemptions for which information is owed.</summary>
    public static Tabulated Of(ScreeningQueueAnswer answer, ScreeningQueueQuestion question) => new(
        [
            Findings(answer.Findings.Count > 0 ? question.WithDecided ? "Findings" : "Findings that wait for a person" : question.WithDecided ? "No findings" : "No finding waits for a person", answer.Findings),
            .. answer.InformationOwed.Count == 0 ? [] : (Table[])[Exemptions("Exemptions for which information is owed", answer.InformationOwed)],
        ],
        [.. Counted(answer.Counts), .. answer.Stale, .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>Runs, findings, decisions and exemptions.</summary>
    public static Tabulated Of(ScreeningReport report) => new(
        [Runs(report.Runs), Findings("Findings that stand", report.Findings), Decisions(report.Decisions), Exemptions("Exemptions", report.Exemptions)],
        [
            $"As it stands on {CellText.Day(report.Day)}. A second person confirms: {(report.SecondPersonFor.Count == 0 ? "nothing" : string.Join(", ", report.SecondPersonFor))}.", .. report.Stale,
            $"Each row is a row of the journal, sealed over all before it. The last one is row {report.JournalRow}, its seal {report.JournalSeal[..16]}: keep it with this report. `tributary verify` shows whether a row was changed; a journal that was cut off no longer has the seal.", .. AnswerNotes.Of(report.Snapshot, report.AsOf),
        ]);

    /// <summary>The exemptions.</summary>
    public static Tabulated Of(ExemptionsAnswer answer) => new([Exemptions(answer.Exemptions.Count == 0 ? "No exemptions" : "Exemptions", answer.Exemptions)],
        [.. Overdue(answer), "The words of a law stand in its own text, at the place cited; this is what a person says of relying on it.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>A screening of the ledger: what was found, and how it stands.</summary>
    public static Tabulated Of(ScreeningRunAnswer answer) => new([Findings(answer.Findings.Count == 0 ? "No findings" : "Findings", answer.Findings)], [.. Words(answer.Run, answer)]);

    private static Table Findings(string title, IReadOnlyList<FindingLine> findings) => new(title,
        [
            new("finding", "id"), new("state", "state"), new("age", "ageDays", Cells.Number), new("score", "score", Cells.Number), new("party", "partyName", Cells.LongText), new("key", "party", On: Shown.InFilesOnly), new("list", "list"), new("entry", "entry"),
            new("listed as", "entryName", Cells.LongText, Shown.InFilesOnly), new("name on the list", "matchedName", Cells.LongText), new("why", "why", Cells.LongText, Shown.WithRoom),
            new("since", "since", On: Shown.InFilesOnly), new("row", "decision", Cells.Number, Shown.InFilesOnly), new("by", "decidedBy", On: Shown.InFilesOnly), new("decided", "decidedAt", On: Shown.InFilesOnly), new("reason", "reason", On: Shown.InFilesOnly),
            new("note", "note", Cells.LongText, Shown.WithRoom), new("freed by", "frees", On: Shown.InFilesOnly),
        ],
        [.. findings.Select(line => new object?[]
        {
            line.Id, line.State.Word(), (long)line.AgeDays, (decimal)line.Score, line.PartyName, line.Party, line.List, line.Entry, line.EntryName, line.MatchedName, line.Why,
            Time(line.Since), line.Decision, line.DecidedBy, Time(line.DecidedAt), line.Reason, line.Note, line.Frees,
        })]);

    private static Table Runs(IReadOnlyList<RunLine> runs) => new(runs.Count == 0 ? "Nothing was screened" : "Screenings",
        [
            new("row", "row", Cells.Number), new("when", "at"), new("by", "by"), new("of", "scope"), new("parties", "parties", Cells.Number), new("findings", "findings", Cells.Number), new("from", "threshold", Cells.Number, Shown.WithRoom),
            new("weights", "weights", On: Shown.InFilesOnly), new("goes on from", "since", Cells.Number, Shown.InFilesOnly), new("lists", "lists", Cells.LongText), new("documents", "documents", On: Shown.InFilesOnly), new("snapshot", "snapshot", On: Shown.InFilesOnly), new("build", "program", On: Shown.InFilesOnly), new("why", "why", On: Shown.InFilesOnly),
        ],
        [.. runs.Select(run => new object?[]
        {
            run.Row, Time(run.At), run.By, run.Flow is { } flow ? $"chain of flow {flow}" : "the ledger", (long)run.Parties, (long)run.Findings, (decimal)run.Threshold, run.Weights, run.Since,
            string.Join(", ", run.Lists.Select(list => $"{list.List} {CellText.Day(list.Day)}")), string.Join(' ', run.Lists.Select(list => list.Document)), run.Snapshot, run.Program, run.Why,
        })]);

    /// <summary>Decisions in order.</summary>
    internal static Table Decisions(IReadOnlyList<DecisionLine> decisions) => new(decisions.Count == 0 ? "No decisions" : "Decisions",
        [
            new("row", "row", Cells.Number), new("when", "at", On: Shown.WithRoom), new("by", "by"), new("finding", "finding", On: Shown.WithRoom), new("party", "partyName", Cells.LongText), new("key", "party", On: Shown.InFilesOnly), new("list", "list"), new("entry", "entry"), new("listed as", "entryName", On: Shown.InFilesOnly),
            new("score", "score", Cells.Number, Shown.InFilesOnly), new("outcome", "outcome"), new("reason", "reason", Cells.LongText), new("list version", "listVersion", On: Shown.WithRoom), new("document", "listDocument", On: Shown.InFilesOnly),
            new("until", "validUntil", On: Shown.WithRoom), new("exemption", "exemption", Cells.Number, Shown.WithRoom), new("confirmed by", "confirmedBy", On: Shown.WithRoom), new("confirmed", "confirmedAt", On: Shown.InFilesOnly), new("withdrawn in", "withdrawnIn", Cells.Number, Shown.WithRoom),
        ],
        [.. decisions.Select(line => new object?[]
        {
            line.Row, Time(line.At), line.By, line.Finding, line.PartyName, line.Party, line.List, line.Entry, line.EntryName, (decimal)line.Score, line.Outcome, line.Reason, line.ListVersion, line.ListDocument,
            line.ValidUntil, line.Exemption, line.ConfirmedBy, Time(line.ConfirmedAt), line.WithdrawnIn,
        })]);

    private static Table Exemptions(string title, IReadOnlyList<ExemptionLine> exemptions) => new(title,
        [
            new("row", "row", Cells.Number), new("when", "at", On: Shown.InFilesOnly), new("by", "by", On: Shown.WithRoom), new("basis", "instrument"), new("paragraph", "paragraph"), new("cited", "citation", On: Shown.InFilesOnly), new("dated", "dated", On: Shown.WithRoom), new("regime", "regime", On: Shown.WithRoom),
            new("actor", "actor", Cells.LongText), new("activity", "activity", Cells.LongText), new("minimised by", "minimised", Cells.LongText, Shown.WithRoom), new("evidence", "evidence", Cells.LongText, Shown.InFilesOnly), new("until", "until"),
            new("inform by", "informBy"), new("informed", "informedOn", On: Shown.WithRoom), new("withdrawn in", "withdrawnIn", Cells.Number, Shown.WithRoom), new("clears", "clears", Cells.Number, Shown.WithRoom),
        ],
        [.. exemptions.Select(line => new object?[]
        {
            line.Row, Time(line.At), line.By, line.Instrument, line.Paragraph, line.Citation, line.Dated, line.Regime, line.Actor, line.Activity, line.Minimised, string.Join("; ", line.Evidence), line.Until,
            line.InformBy, line.InformedOn, line.WithdrawnIn, (long)line.Clears,
        })]);

    private static IEnumerable<string> Words(RunLine run, ScreeningRunAnswer answer)
    {
        var waiting = answer.Findings.Count(finding => finding.State.IsQueued());
        yield return $"{CellText.Number(run.Parties)} parties{(run.Flow is { } flow ? $" on the chain of flow {flow}" : "")} were screened against {string.Join(", ", run.Lists.Select(list => $"{list.List} of {CellText.Day(list.Day)} ({CellText.Number(list.Entries)} entries)"))}, from a score of {run.Threshold.ToString(CultureInfo.InvariantCulture)} on.";
        if (run.Since is { } since) yield return $"Since row {since} {CellText.Number(answer.Compared)} {(answer.Compared == 1 ? "party is" : "parties are")} new or changed; all others were compared with the entries that are. The findings are those of comparing everything.";
        yield return $"Kept as row {run.Row} of the journal: {CellText.Number(answer.Findings.Count)} findings, of which {CellText.Number(waiting)} wait for a person{(waiting == 0 ? "" : " (`tributary screening queue`)")}.";
        yield return "A finding is no match and no finding is no clearance: a person decides. People in need of aid are not to be screened.";
        foreach (var note in AnswerNotes.Of(answer.Snapshot, answer.AsOf)) yield return note;
    }

    private static IEnumerable<string> Counted(IReadOnlyDictionary<FindingState, int> counts)
    {
        List<string> some = [.. counts.Where(count => count.Value > 0).Select(count => $"{count.Key.Word()} {CellText.Number(count.Value)}")];
        if (some.Count > 0) yield return $"Findings by state: {string.Join(", ", some)}.";
    }

    private static IEnumerable<string> Overdue(ExemptionsAnswer answer) => answer.Exemptions.Where(line => line.WithdrawnIn is null && line.InformBy < answer.Day && line.InformedOn is null)
        .Select(line => $"Row {line.Row}: information was owed by {CellText.Day(line.InformBy!.Value)} and is not said to be given.");

    /// <summary>A time as people read it, in UTC.</summary>
    internal static string? Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
