using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>explain FIGURE</c></summary>
internal static class ExplainCommand
{
    public static Command Create(Surface surface)
    {
        var figure = new Argument<string>("FIGURE") { Description = "funding, committed, paid, pledged, shared, internal, requirement or original-requirement", HelpName = "FIGURE" };
        figure.AcceptOnlyFromAmong("funding", "committed", "paid", "pledged", "shared", "internal", "requirement", "original-requirement");
        var line = new Option<string>("--line") { Description = "A cluster's line of the coverage of --plan: its id or name, \"Not specified\" …", HelpName = "ID|NAME" };
        var global = new Option<bool>("--global-clusters") { Description = "The line is of the breakdown by global cluster" };
        var command = new Command("explain", "What a figure is made of: its flows, each with document and place, and their sum") { figure, line, global };
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create(surface, command,
            parsed => filters.Fill(parsed, new ExplainQuestion
            {
                Figure = Enum.Parse<ExplainedFigure>(parsed.GetValue(figure)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                ClusterLine = parsed.GetValue(line),
                ByGlobalCluster = parsed.GetValue(global),
            }),
            (answer, parsed) => Lay(answer, FilterOptions.Describe(filters.Fill(parsed, new ExplainQuestion())), limit.Of(parsed)),
            "tributary explain funding --country AFG --year 2020",
            "tributary explain funding --plan 929 --line Nutrition",
            "tributary explain funding --plan 929 --donor \"World Bank\"",
            "tributary explain requirement --plan 929");
    }

    private static Report Lay(Explanation answer, string filters, int limit)
    {
        var title = $"{answer.Figure}: {filters} = {TableWriter.Text(answer.ValueUsd, Cells.Money)} US dollars";
        var section = answer.Documents.Count > 0
            ? new Section(title, [new("stated in", "document"), new("place", "place")], [.. answer.Documents.Select(stated => new object?[] { $"{stated.Name} ({stated.Document.Short})", stated.Place })])
            : new Section(title, FlowsCommand.Columns, [.. answer.Flows.Take(limit).Select(flow => FlowsCommand.Row(flow.Flow, flow.Sign))]);
        List<string> notes = answer.Documents.Count > 0 ? [] :
            [$"{answer.Flows.Count:N0} flows add up to {TableWriter.Text(answer.SumUsd, Cells.Money)}: {(answer.Agrees ? "the figure" : "NOT the figure, which is a bug: please report it")}."];
        notes.InsertRange(0, LineLimit.More(answer.Flows.Count, limit));
        if (answer.Basis.Length > 0) notes.Add($"Basis: {answer.Basis}.");
        notes.Add($"{answer.Snapshot}, as of {TableWriter.Text(answer.AsOf, Cells.Text)}.");
        return new Report([section], notes);
    }
}
