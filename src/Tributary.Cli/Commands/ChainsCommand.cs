using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>chains</c></summary>
internal static class ChainsCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("chains", "How far the money of IATI activities can be followed, from publisher to publisher, and where and why each trail ends");
        var filters = new ActivityOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<ChainsQuestion, ChainsAnswer>(surface, command, parsed => filters.Fill(parsed, new ChainsQuestion()), ChainsTables.Of, limit,
            "tributary chains --country AFG --currency USD",
            "tributary chains --plan HAFG20 --format csv");
    }
}
