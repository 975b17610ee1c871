using System.CommandLine;
using System.CommandLine.Invocation;
using Tributary.Cli.Output;
using Tributary.Exporting;
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
        where TQuestion : IQuestion<TAnswer> =>
        Create(surface, command, (asked, token) => asked.Answer(question(asked.Parsed), tables, limit, token), examples);

    /// <param name="surface">The world.</param>
    /// <param name="command">The command, with its own options.</param>
    /// <param name="answer">Asks what the command line wants to know: one of several questions, or one whose answer needs more than facts.</param>
    /// <param name="examples">Command lines for the help.</param>
    public static Command Create(Surface surface, Command command, Func<Asked, CancellationToken, GivenAnswer> answer, params string[] examples)
    {
        var format = CommonOptions.Format();
        var asOf = CommonOptions.Day("--as-of", "Answer as known on a day, from the documents of that day and before");
        command.Options.Add(asOf);
        command.Options.Add(format);
        var target = TargetOptions.AddTo(command, "Write to a file instead: .csv, .xlsx, .parquet, .jsonl or .json", required: false);
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is { Implicit: false } && result.GetResult(TargetOptions.OutputName) is not null) result.AddError($"--format and {TargetOptions.OutputName}: two forms; expected one of them; the file's ending names its form");
        });
        Examples.Add(command, examples);
        command.Action = new Action(surface, format, target, (parsed, ledger, token) => answer(new Asked(parsed, ledger, parsed.GetValue(asOf)), token));
        return command;
    }

    /// <summary>Writes an answer as asked.</summary>
    public static void Write<TAnswer>(Surface surface, AnswerFormat format, TAnswer answer, Func<Tabulated> tables) =>
        Write(surface, format, new GivenAnswer(new Lazy<Tabulated>(tables), int.MaxValue, output => AnswerJson.Write(output, answer)));

    private static void Write(Surface surface, AnswerFormat format, GivenAnswer answer)
    {
        if (format == AnswerFormat.Json) answer.Json(surface.Out);
        else if (format == AnswerFormat.Csv) CsvTableWriter.Write(surface.Out, answer.First.Columns, answer.First.Rows);
        else TableWriter.Write(surface.Console, answer.Tables, answer.Limit);
    }

    /// <summary>What such a command does. It can also be asked for the answer itself.</summary>
    internal sealed class Action(Surface surface, Option<AnswerFormat> format, TargetOptions target, Func<ParseResult, Ledger, CancellationToken, GivenAnswer> ask) : AsynchronousCommandLineAction
    {
        /// <summary>What is done in place of answering: null where the command line asks the question. Default: always asks it.</summary>
        public Func<ParseResult, CancellationToken, int?> Instead { get; set; } = (_, _) => null;

        /// <summary>The answer to a command line of this command.</summary>
        public GivenAnswer Ask(ParseResult parsed, Ledger ledger, CancellationToken token) => ask(parsed, ledger, token);

        public override Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
        {
            if (Instead(parseResult, cancellationToken) is { } code) return Task.FromResult(code);
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parseResult), new PlainProgress(surface.Error), cancellationToken);
            var answer = Ask(parseResult, ledger, cancellationToken);
            if (target.PathOf(parseResult) is not { } path) Write(surface, parseResult.GetValue(format), answer);
            else new AnswerFiles(surface, ledger, cancellationToken).Write([(TargetOptions.QuestionOf(parseResult), answer)], path, target.FormOf(parseResult), target.IsForced(parseResult), hxl: false);
            return Task.FromResult(ExitCodes.Ok);
        }
    }
}

/// <summary>A command line and the ledger that it asks.</summary>
/// <param name="Parsed">The command line.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="AsOf">The day as of which it asks; null for all that is known.</param>
internal sealed record Asked(ParseResult Parsed, Ledger Ledger, DateOnly? AsOf)
{
    /// <summary>Asks a question as of that day.</summary>
    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question, CancellationToken token) => AsOf is { } day ? Ledger.Ask(question, day, token) : Ledger.Ask(question, token);

    /// <summary>Asks a question, and has its answer in all forms.</summary>
    public GivenAnswer Answer<TQuestion, TAnswer>(TQuestion question, Func<TAnswer, TQuestion, Tabulated> tables, LineLimit? limit, CancellationToken token) where TQuestion : IQuestion<TAnswer> =>
        Given(Ask(question, token), answer => tables(answer, question), limit);

    /// <summary>An answer in all forms.</summary>
    public GivenAnswer Given<TAnswer>(TAnswer answer, Func<TAnswer, Tabulated> tables, LineLimit? limit) =>
        new(new Lazy<Tabulated>(() => tables(answer)), limit?.Of(Parsed) ?? int.MaxValue, output => AnswerJson.Write(output, answer));
}

/// <summary>An answer in all the forms in which it may be written.</summary>
/// <param name="Laid">Lays it out as tables.</param>
/// <param name="Limit">Rows of each table that are wanted at most.</param>
/// <param name="Json">Writes it as JSON.</param>
internal sealed record GivenAnswer(Lazy<Tabulated> Laid, int Limit, Action<TextWriter> Json)
{
    /// <summary>All of its tables and rows.</summary>
    public Tabulated Tables => Laid.Value;

    /// <summary>The table that a file of one table holds, with the rows wanted.</summary>
    public Table First => Tables.Tables[0].Cut(Limit);

    /// <summary>Its tables with the rows wanted.</summary>
    public Tabulated Wanted => Tables with { Tables = [.. Tables.Tables.Select(table => table.Cut(Limit))] };
}
