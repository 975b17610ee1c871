using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>funding</c></summary>
internal static class FundingCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("funding", "How much money came in, beside what was pledged, shared and moved inside");
        var filters = new FilterOptions(command);
        return AnswerCommand.Create<FundingQuestion, FundingAnswer>(surface, command, parsed => filters.Fill(parsed, new FundingQuestion()), FundingTables.Of, limit: null,
            "tributary funding --country AFG --year 2020",
            "tributary funding --plan HAFG20 --emergency 911 --format json");
    }
}
