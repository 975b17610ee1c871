using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>funds [NAME…]</c></summary>
internal static class FundsCommand
{
    public static Command Create(Surface surface)
    {
        var funds = new Argument<string[]>("FUND") { Description = "Funds, by FTS id or name; all pooled funds unless given", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("funds", "What came into pooled funds, what went out and what is left, by year") { funds };
        return AnswerCommand.Create<FundsQuestion, FundsAnswer>(surface, command, parsed => new FundsQuestion { Funds = parsed.GetValue(funds) ?? [] }, (answer, _) => FundsTables.Of(answer), LineLimit.AddTo(command),
            "tributary funds",
            "tributary funds \"Afghanistan Humanitarian Fund\"");
    }
}
