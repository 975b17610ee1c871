using System.CommandLine;
using System.CommandLine.Parsing;
using Tributary.Cli.Output;

namespace Tributary.Cli.Commands;

/// <summary><c>export answer QUESTION … --output FILE</c></summary>
internal static class ExportAnswerCommand
{
    public static Command Create(Surface surface)
    {
        var questions = new Argument<string[]>("QUESTION") { Description = "A command line that asks something, in quotes; several for several sheets or files", Arity = ArgumentArity.OneOrMore };
        var hxl = new Option<bool>("--hxl") { Description = "Put HXL hashtags in the second row of CSV" };
        var command = new Command("answer", "Write answers to a file: a workbook with a sheet for each, or one table") { questions };
        var target = TargetOptions.AddTo(command, "The file, or - for standard output; for several answers as csv, jsonl or parquet a folder", required: true, "csv", "xlsx", "parquet", "jsonl", "json");
        command.Options.Add(hxl);
        questions.Validators.Add(result => RefuseWhatIsNoQuestion(result, surface));
        Examples.Add(command,
            "tributary export answer \"coverage --plan 929\" \"donors --country AFG --year 2020\" --output afghanistan.xlsx",
            "tributary export answer \"donors --plan 929\" --output donors.csv --hxl",
            "tributary export answer \"donors --plan 929\" \"recipients --plan 929\" --output plan-929 --as parquet");
        command.SetAction((parsed, token) =>
        {
            if (target.ProblemOf(parsed, parsed.GetValue(questions)!.Length, parsed.GetValue(hxl)) is { } problem) return Task.FromResult(CommandLine.Complain(parsed, surface, problem));
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(surface.Error), token);
            var path = target.PathOf(parsed)!;
            var answers = parsed.GetValue(questions)!.Select(question => (Name(question), Ask(question, surface, ledger, token))).ToList();
            new AnswerFiles(surface, ledger, token).Write(answers, path, target.FormOf(parsed), target.IsForced(parsed), parsed.GetValue(hxl));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static GivenAnswer Ask(string question, Surface surface, Ledger ledger, CancellationToken token)
    {
        var parsed = Parse(question, surface);
        return ((AnswerCommand.Action)parsed.CommandResult.Command.Action!).Ask(parsed, ledger, token);
    }

    // A question is parsed as if its answer went to a file of its own: then lists have all their lines.
    private static ParseResult Parse(string question, Surface surface) => CommandLine.Root(surface).Parse([.. CommandLineParser.SplitCommandLine(Name(question)), TargetOptions.OutputName, "answer.csv"]);

    private static string Name(string question) => question.Trim() is var words && words.StartsWith("tributary ", StringComparison.Ordinal) ? words["tributary ".Length..].TrimStart() : words;

    private static void RefuseWhatIsNoQuestion(ArgumentResult result, Surface surface)
    {
        foreach (var question in result.Tokens.Select(token => token.Value))
        {
            var alone = CommandLine.Root(surface).Parse(CommandLineParser.SplitCommandLine(Name(question)).ToArray());
            if (alone.CommandResult.Command.Action is not AnswerCommand.Action) result.AddError($"'{question}': not a question; expected a command that answers one, such as \"donors --country AFG\"");
            else if (alone.GetResult("--batch") is not null) result.AddError($"'{question}': a file of parties; expected one party; screen the file with --output FILE");
            else if (alone.Errors.Count > 0) result.AddError($"'{question}': {ParserWords.Of(alone).First()}");
            else if (alone.Tokens.Any(token => token.Value is TargetOptions.OutputName or "-o" or CommonOptions.LedgerName or "--format")) result.AddError($"'{question}': it names a file, a ledger or a format of its own; expected what is asked alone; give --output and --ledger to export");
        }
    }
}
