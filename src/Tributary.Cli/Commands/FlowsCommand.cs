using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>flows</c></summary>
internal static class FlowsCommand
{
    private const int DescriptionShown = 60;

    public static Command Create(Surface surface)
    {
        var command = new Command("flows", "Which flows, largest first, each with the document that states it");
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create(surface, command,
            parsed => filters.Fill(parsed, new FlowsQuestion { Limit = limit.Of(parsed) }), (answer, parsed) => Lay(answer, FilterOptions.Describe(filters.Fill(parsed, new FlowsQuestion()))),
            "tributary flows --plan 929 --donor \"World Bank\"",
            "tributary flows --country AFG --year 2020 --status paid --limit 0 --format csv");
    }

    /// <summary>The columns of a list of flows.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("flow", "id"), new("amount", "amountUsd", Cells.Money), new("status", "status"), new("boundary", "boundary", On: Shown.WithRoom), new("day", "date", On: Shown.WithRoom),
        new("donor", "donor"), new("recipient", "recipient"), new("what for", "description", On: Shown.WithRoom), new("stated in", "source"),
    ];

    /// <summary>A flow as cells.</summary>
    public static object?[] Row(FlowLine flow, int sign = 1) =>
    [
        flow.Id.ToString(), sign * flow.AmountUsd, flow.Status, flow.Shared ? $"{flow.Boundary}, shared" : flow.Boundary, flow.Date,
        flow.Donor, flow.Recipient, Shorten(flow.Description), $"{Path.GetFileName(flow.Source.Name)} {flow.Source.Place}",
    ];

    private static Report Lay(FlowsAnswer answer, string filters)
    {
        var notes = Notes.Of(answer.Snapshot, answer.AsOf);
        notes.InsertRange(0, LineLimit.More(answer.FlowCount, answer.Flows.Count));
        notes.Insert(0, $"All {answer.FlowCount:N0} rows add up to {TableWriter.Text(answer.AmountUsd, Cells.Money)}, whatever their status and boundary: that is not funding.");
        return new Report([new Section($"Flows: {filters} (US dollars)", Columns, [.. answer.Flows.Select(flow => Row(flow))])], notes);
    }

    private static string? Shorten(string? text) => text is { Length: > DescriptionShown } ? text[..(DescriptionShown - 1)] + "…" : text;
}
