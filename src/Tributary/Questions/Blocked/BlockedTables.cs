using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays blocked money out.</summary>
public static class BlockedTables
{
    /// <summary>A line for each plan and donor; then what stops the money, and what would free it.</summary>
    public static Tabulated Of(BlockedAnswer answer) => new([Money(answer), .. answer.Findings.Count == 0 ? [] : (Table[])[Findings(answer)]], [.. Words(answer), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    private static Table Money(BlockedAnswer answer) => new(answer.Lines.Count == 0 ? "No money is on a chain with a finding that stops it" : "Money on chains with a party that may be listed (US dollars)",
        [
            new("plan", "planId", Cells.Number, Shown.InFilesOnly, "#activity+appeal+id+fts_internal"), new("code", "planCode", On: Shown.InFilesOnly, Hxl: "#activity+appeal+id+external"), new("plan", "plan", Cells.LongText, Hxl: "#activity+appeal+name"), new("donor", "donor", Cells.LongText, Hxl: "#org+name+funder"),
            new("through the party", "passingUsd", Cells.Money, Hxl: "#value+passing+usd"), new("on its chain", "fundingUsd", Cells.Money, Shown.WithRoom, "#value+funding+usd"), new("pledged", "pledgedUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+pledge+usd"), new("internal", "internalUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+internal+usd"),
            new("flows", "flowCount", Cells.Number), new("flows", "flows", On: Shown.InFilesOnly), new("findings", "findings", On: Shown.WithRoom),
        ],
        [
            .. answer.Lines.Select(line => new object?[] { (long?)line.PlanId, line.PlanCode, line.Plan, line.Donor, line.PassingUsd, line.FundingUsd, line.PledgedUsd, line.InternalUsd, (long)line.Flows.Count, string.Join(' ', line.Flows), string.Join(' ', line.Findings) }),
        ]) { SummedColumn = "passingUsd" };

    private static Table Findings(BlockedAnswer answer) => new("What stops it, and what would free it",
        [
            new("finding", "id"), new("state", "state"), new("party", "partyName", Cells.LongText), new("list", "list", On: Shown.WithRoom), new("entry", "entry", On: Shown.WithRoom), new("score", "score", Cells.Number, Shown.WithRoom),
            new("through it", "passingUsd", Cells.Money), new("flows", "flowCount", Cells.Number, Shown.WithRoom), new("freed by", "frees", Cells.LongText),
        ],
        [.. answer.Findings.Select(line => new object?[] { line.Finding.Id, line.Finding.State.Word(), line.Finding.PartyName, line.Finding.List, line.Finding.Entry, (decimal)line.Finding.Score, line.PassingUsd, (long)line.FlowCount, line.Finding.State.Frees() })]);

    private static IEnumerable<string> Words(BlockedAnswer answer)
    {
        if (answer.Lines.Count > 0) yield return $"In all {CellText.Money(answer.PassingUsd)} of commitments and payments go through such a party, of {CellText.Money(answer.FundingUsd)} on its chains; {CellText.Money(answer.PledgedUsd)} are pledged; {CellText.Money(answer.InternalUsd)} only moved inside a plan and were counted when they came in.";
        if (answer.Screened is { } run) yield return $"By the screening of {run.At:yyyy-MM-dd} (row {run.Row}), with decisions up to now. A finding is no match: a person decides.";
        foreach (var sentence in answer.Stale) yield return sentence;
    }
}
