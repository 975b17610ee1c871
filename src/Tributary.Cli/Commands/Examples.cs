using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tributary.Cli.Commands;

/// <summary>Adds examples below a command's help.</summary>
internal static class Examples
{
    public static void Add(Command command, params string[] examples)
    {
        if (examples.Length == 0) return;
        var help = new HelpOption();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!, examples);
        command.Options.Add(help);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help, string[] examples) : SynchronousCommandLineAction
    {
        // Help is given even where an argument is missing.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {example}");
            output.WriteLine();
            return code;
        }
    }
}
