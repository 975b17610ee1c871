using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays flows that look alike out.</summary>
public static class DuplicatesTables
{
    /// <summary>One line for each pair, after which the totals before and after.</summary>
    public static Tabulated Of(DuplicatesAnswer answer, DuplicatesQuestion question) => new(
        [Pairs(answer, question, $"Flows that look like one reported twice: {question.Describe()} (US dollars)"), Totals(answer)],
        ["Nothing is left out of any total by itself; --without-duplicates leaves out what a person settled.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>One line for what a person settled.</summary>
    public static Tabulated Of(Settlement settlement, Flows.DuplicateSettlement flows) => new([new Table("Settled",
        [new("row", "id", Cells.Number), new("flows", "flows"), new("are", "areOne"), new("by", "who"), new("why", "why", Cells.LongText)],
        [[settlement.Id, string.Join(", ", flows.Flows()), settlement.AreOne ? $"one; {settlement.Kept} stands" : "different", settlement.Who, settlement.Why]])],
        ["No total changes; --without-duplicates leaves out what was settled as one."]);

    private static Table Pairs(DuplicatesAnswer answer, DuplicatesQuestion question, string title) => new(title,
        [
            new("score", "score", Cells.Number), new("flow", "first"), new("flow", "second"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+usd"), new("day", "date", On: Shown.WithRoom, Hxl: "#date"),
            new("donor", "donor", Hxl: "#org+name+funder"), new("recipient", "recipient", On: question.WithSettled ? Shown.WithRoom : Shown.Always, Hxl: "#org+name+impl"), new("reasons", "reasons", Cells.LongText, Shown.WithRoom), new("settled", "settlement", On: question.WithSettled ? Shown.Always : Shown.InFilesOnly),
        ],
        [.. answer.Pairs.Select(pair => new object?[]
        {
            pair.Score, pair.First.Id.ToString(), pair.Second.Id.ToString(), pair.First.AmountUsd, pair.First.Date, pair.First.Donor, pair.First.Recipient,
            string.Join("; ", pair.Reasons.Skip(1).Select(reason => reason.Text)), Words(pair.Settlement),
        })]) { RowsInAll = answer.PairCount };

    private static Table Totals(DuplicatesAnswer answer) => new("Funding before and after (US dollars)",
        [new("", "figure"), new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"), new("less by", "differenceUsd", Cells.Money)],
        [
            ["as FTS counts", answer.FundingUsd, 0m],
            ["without what is settled as one", answer.FundingWithoutSettledUsd, answer.FundingUsd - answer.FundingWithoutSettledUsd],
            [$"if the {CellText.Number(answer.OpenCount)} open pairs were one each as well", answer.FundingWithoutAllUsd, answer.FundingUsd - answer.FundingWithoutAllUsd],
        ]) { IsOfSums = true };

    private static string? Words(Settlement? settlement) => settlement is null ? null : $"{(settlement.AreOne ? $"one, {settlement.Kept} stands" : "different")} ({settlement.Who}, {settlement.At:yyyy-MM-dd})";
}
