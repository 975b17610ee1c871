using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays out the flows that may fulfil a pledge.</summary>
public static class PledgeMatchTables
{
    /// <summary>One line for each flow: those confirmed, those proposed, those rejected.</summary>
    public static Tabulated Of(PledgeMatchAnswer answer) => Of(answer, [Advice(answer)]);

    /// <summary>One line for each flow that was just confirmed or rejected, and what that makes of the pledge.</summary>
    public static Tabulated OfDecided(PledgeMatchAnswer answer) => Of(answer, []);

    private static Tabulated Of(PledgeMatchAnswer answer, IReadOnlyList<string> advice) => new([new Table(Title(answer.Pledge),
        [
            new("flow", "id", Hxl: "#activity+id+fts_internal"), new("score", "score", Cells.Number), new("", "verdict"), new("US$", "amountUsd", Cells.Money, Hxl: "#value+usd"), new("originally", "original", On: Shown.InFilesOnly),
            new("status", "status", Hxl: "#status+name"), new("day", "date", On: Shown.WithRoom, Hxl: "#date"), new("why", "reasons"), new("donor", "donor", On: Shown.InFilesOnly, Hxl: "#org+name+funder"),
            new("recipient", "recipient", On: Shown.WithRoom, Hxl: "#org+name+impl"), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
        ],
        [.. answer.Candidates.Select(Row)])], [.. advice, .. Sentences(answer)]);

    private static string Title(FollowedPledge pledge) => string.Create(CultureInfo.InvariantCulture,
        $"Pledge {pledge.Entry}: {pledge.Party}, {pledge.Currency} {CellText.Money(pledge.Pledged)}, made on {pledge.MadeOn:yyyy-MM-dd}");

    private static object?[] Row(CandidateFlow flow) =>
    [
        flow.Id.ToString(), (long)flow.Score, flow.Verdict, flow.AmountUsd, flow.OriginalAmount is { } original ? $"{flow.OriginalCurrency} {CellText.Money(original)}" : flow.OriginalCurrency,
        flow.Status, flow.Date, Reasons(flow), flow.Donor, flow.Recipient, $"{Path.GetFileName(flow.Source.Name)} {flow.Source.Place}",
    ];

    private static string Reasons(CandidateFlow flow)
    {
        var reasons = string.Join("; ", flow.Reasons.OrderByDescending(reason => reason.Points).Select(reason => reason.Text));
        return flow.OtherPledges.Count == 0 ? reasons : $"confirmed for pledge {string.Join(", ", flow.OtherPledges)}, all or a part; {reasons}";
    }

    private static string Advice(PledgeMatchAnswer answer) => answer.Candidates.Count == 0
        ? "No flow of the ledger has this donor, goes to this country or plan, and is dated on the day of the pledge or later."
        : string.Create(CultureInfo.InvariantCulture, $"Nothing counts before a person confirms it: `tributary pledge confirm {answer.Pledge.Entry} FLOW`, with --amount for a part of a flow.");

    private static List<string> Sentences(PledgeMatchAnswer answer)
    {
        var pledge = answer.Pledge;
        var notes = new List<string>();
        if (pledge.Flows.Count > 0) notes.Add($"Confirmed so far: {CellText.Money(pledge.CommittedUsd)} US dollars committed, {CellText.Money(pledge.PaidUsd)} paid.");
        if (answer.UndatedCount > 0) notes.Add($"Left out because they state no day: {CellText.Number(answer.UndatedCount)} of this donor's flows to the same place.");
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return notes;
    }
}
