using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>funding</c></summary>
internal static class FundingCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("funding", "How much money came in, beside what was pledged, shared and moved inside");
        var filters = new FilterOptions(command);
        return AnswerCommand.Create(surface, command, parsed => filters.Fill(parsed, new FundingQuestion()), (answer, parsed) => Lay(answer, filters.Fill(parsed, new FundingQuestion())),
            "tributary funding --country AFG --year 2020",
            "tributary funding --plan HAFG20 --emergency 911 --format json");
    }

    private static Report Lay(FundingAnswer answer, FundingQuestion question) => new(
        [new Section($"Funding: {FilterOptions.Describe(question)} (US dollars)",
            [new("", "figure"), new("amount", "amountUsd", Cells.Money), new("flows", "flowCount", Cells.Number), new("", "meaning")],
            [
                ["funding", answer.FundingUsd, answer.FlowCount, "committed or paid, from outside, wholly inside"],
                ["  committed", answer.CommittedUsd, answer.FlowCounts.Committed, ""],
                ["  paid", answer.PaidUsd, answer.FlowCounts.Paid, ""],
                ["pledged", answer.PledgedUsd, answer.FlowCounts.Pledged, "beside funding, never in it"],
                ["shared", answer.SharedUsd, answer.FlowCounts.Shared, "only an unknown part is inside; never in funding"],
                ["internal", answer.InternalUsd, answer.FlowCounts.Internal, "moved inside; counted when it came in"],
                ["all rows", answer.AllRowsUsd, answer.FlowCounts.All, "the naive sum, which counts money twice"],
            ])],
        Notes.Of(answer.Snapshot, answer.AsOf, answer.Inferred, answer.Published));
}

/// <summary>The sentences below an answer.</summary>
internal static class Notes
{
    public static List<string> Of(string snapshot, DateOnly? asOf, Inference? inferred = null, IReadOnlyList<PublishedComparison>? published = null)
    {
        var notes = new List<string>();
        foreach (var figure in published ?? []) notes.Add(Published(figure));
        if (inferred is not null) notes.Add($"Inferred: the boundary of {inferred.FlowCount:N0} flows ({TableWriter.Text(inferred.AmountUsd, Cells.Money)}). {inferred.Basis}.");
        notes.Add($"{snapshot}, as of {(asOf is { } day ? TableWriter.Text(day, Cells.Text) : "no document")}. `tributary explain …` lists the flows behind a figure.");
        return notes;
    }

    private static string Published(PublishedComparison figure) => figure.DifferenceUsd == 0
        ? $"Published: the same, by {figure.Source}."
        : $"Published: {TableWriter.Text(figure.ValueUsd, Cells.Money)} by {figure.Source}; {figure.Why}.";
}
