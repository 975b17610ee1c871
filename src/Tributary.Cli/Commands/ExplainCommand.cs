using System.CommandLine;
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
        return AnswerCommand.Create<ExplainQuestion, Explanation>(surface, command,
            parsed => filters.Fill(parsed, new ExplainQuestion
            {
                Figure = Enum.Parse<ExplainedFigure>(parsed.GetValue(figure)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                ClusterLine = parsed.GetValue(line),
                ByGlobalCluster = parsed.GetValue(global),
            }),
            ExplainTables.Of, limit,
            "tributary explain funding --country AFG --year 2020",
            "tributary explain funding --plan 929 --line Nutrition",
            "tributary explain funding --plan 929 --donor \"World Bank\"",
            "tributary explain requirement --plan 929");
    }
}
