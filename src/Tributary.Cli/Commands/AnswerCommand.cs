using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Ledgers;

namespace Tributary.Cli.Commands;

/// <summary>A command that asks one question and writes its answer.</summary>
internal static class AnswerCommand
{
    /// <param name="surface">The world.</param>
    /// <param name="command">The command, with its own options.</param>
    /// <param name="question">Makes the question from the command line.</param>
    /// <param name="report">Lays the answer out as tables.</param>
    /// <param name="examples">Command lines for the help.</param>
    public static Command Create<TAnswer>(
        Surface surface, Command command, Func<ParseResult, IQuestion<TAnswer>> question, Func<TAnswer, ParseResult, Report> report, params string[] examples)
    {
        var format = CommonOptions.Format();
        var asOf = CommonOptions.Day("--as-of", "Answer as known on a day, from the documents of that day and before");
        command.Options.Add(asOf);
        command.Options.Add(format);
        Examples.Add(command, examples);
        command.SetAction((parsed, token) =>
        {
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(surface.Error), token);
            var answer = parsed.GetValue(asOf) is { } day ? ledger.Ask(question(parsed), day, token) : ledger.Ask(question(parsed), token);
            Write(surface, parsed.GetValue(format), answer, () => report(answer, parsed));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    /// <summary>Writes an answer as asked.</summary>
    public static void Write<TAnswer>(Surface surface, AnswerFormat format, TAnswer answer, Func<Report> report)
    {
        if (format == AnswerFormat.Json) AnswerJson.Write(surface.Out, answer);
        else if (format == AnswerFormat.Csv) CsvWriter.Write(surface.Out, report().Sections[0]);
        else TableWriter.Write(surface.Console, report());
    }
}
