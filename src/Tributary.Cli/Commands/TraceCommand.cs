using System.CommandLine;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>trace FLOW</c></summary>
internal static class TraceCommand
{
    public static Command Create(Surface surface)
    {
        var flow = CommonOptions.Flows("FLOW", "The flow's id, as FTS and `tributary flows` give it", ArgumentArity.ExactlyOne);
        var command = new Command("trace", "Where a flow's money came from and where it went on: parents and parts as a tree, with what each keeps") { flow };
        return AnswerCommand.Create<TraceQuestion, TraceAnswer>(surface, command, parsed => new TraceQuestion { Flow = new FlowId(parsed.GetValue(flow)![0]) }, (answer, _) => TraceTables.Of(answer), limit: null,
            "tributary trace 208329",
            "tributary trace 213675 --format json");
    }
}
