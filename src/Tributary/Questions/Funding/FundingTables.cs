using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the funding answer out.</summary>
public static class FundingTables
{
    /// <summary>One line for each amount, in the order in which they are read: funding, its parts, what stands beside it.</summary>
    public static Tabulated Of(FundingAnswer answer, FundingQuestion question) => new(
        [new Table($"Funding: {question.Describe()} (US dollars)",
            [
                new("", "figure", Hxl: "#meta+figure"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+usd"),
                new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num"), new("", "meaning"),
            ],
            [
                ["funding", answer.FundingUsd, answer.FlowCount, "committed or paid, from outside, wholly inside"],
                ["  committed", answer.CommittedUsd, answer.FlowCounts.Committed, ""],
                ["  paid", answer.PaidUsd, answer.FlowCounts.Paid, ""],
                ["pledged", answer.PledgedUsd, answer.FlowCounts.Pledged, "beside funding, never in it"],
                ["shared", answer.SharedUsd, answer.FlowCounts.Shared, "only an unknown part is inside; never in funding"],
                ["internal", answer.InternalUsd, answer.FlowCounts.Internal, "moved inside; counted when it came in"],
                ["all rows", answer.AllRowsUsd, answer.FlowCounts.All, "the naive sum, which counts money twice"],
            ])],
        [.. Early(answer), .. Repeated(answer), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf, answer.Inferred, answer.Published)]);

    private static IEnumerable<string> Early(FundingAnswer answer) => answer.KnownFrom is { } first ? [$"Nothing was known yet: the first document of the ledger is of {CellText.Day(first)}."] : [];

    private static IEnumerable<string> Repeated(FundingAnswer answer) => answer.SettledDuplicates is { } repeated
        ? [$"Of funding, {CellText.Number(repeated.FlowCount)} flows with {CellText.Money(repeated.AmountUsd)} were settled as reports of other flows; FTS counts them. --without-duplicates leaves them out."]
        : [];
}
