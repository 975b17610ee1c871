using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Ledgers;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary>A command that asks one question and writes its answer.</summary>
internal static class AnswerCommand
{
    /// <param name="surface">The world.</param>
    /// <param name="command">The command, with its own options.</param>
    /// <param name="question">Makes the question from the command line.</param>
    /// <param name="tables">Lays the answer out as tables.</param>
    /// <param name="limit">How many lines are shown, for answers that may be long; null for all.</param>
    /// <param name="examples">Command lines for the help.</param>
    public static Command Create<TQuestion, TAnswer>(
        Surface surface, Command command, Func<ParseResult, TQuestion> question, Func<TAnswer, TQuestion, Tabulated> tables, LineLimit? limit, params string[] examples)
        where TQuestion : IQuestion<TAnswer>
    {
        var format = CommonOptions.Format();
        var asOf = CommonOptions.Day("--as-of", "Answer as known on a day, from the documents of that day and before");
        command.Options.Add(asOf);
        command.Options.Add(format);
        Examples.Add(command, examples);
        command.SetAction((parsed, token) =>
        {
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(surface.Error), token);
            var asked = question(parsed);
            var answer = parsed.GetValue(asOf) is { } day ? ledger.Ask(asked, day, token) : ledger.Ask(asked, token);
            Write(surface, parsed.GetValue(format), answer, () => tables(answer, asked), limit?.Of(parsed) ?? int.MaxValue);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    /// <summary>Writes an answer as asked.</summary>
    public static void Write<TAnswer>(Surface surface, AnswerFormat format, TAnswer answer, Func<Tabulated> tables, int limit = int.MaxValue)
    {
        if (format == AnswerFormat.Json) AnswerJson.Write(surface.Out, answer);
        else if (format == AnswerFormat.Csv) CsvWriter.Write(surface.Out, tables().Tables[0], limit);
        else TableWriter.Write(surface.Console, tables(), limit);
    }
}
