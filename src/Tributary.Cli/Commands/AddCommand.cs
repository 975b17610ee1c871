using System.CommandLine;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>A command that enters something: from a file, from options, or by asking at a terminal.</summary>
internal static class AddCommand
{
    /// <param name="surface">The world.</param>
    /// <param name="command">The command.</param>
    /// <param name="form">What it enters from options, and what the rows of a CSV file are that do not say it.</param>
    /// <param name="write">Shows what was entered.</param>
    /// <param name="examples">Command lines for the help.</param>
    public static Command Create(Surface surface, Command command, EntryForm form, Action<Ledger, EnteredConferences, AnswerFormat, CancellationToken> write, params string[] examples)
    {
        var file = new Option<string?>("--file") { Description = "Enter what a .yaml or .csv file holds, all of it or none (docs/conferences.md)", HelpName = "FILE" };
        command.Options.Add(file);
        var fields = new FormOptions(command, [form]);
        var entering = new EnterOptions(command, surface);
        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is { Implicit: false } && form.Fields.FirstOrDefault(field => result.Children.Any(child => child.Tokens.Count > 0 && child is System.CommandLine.Parsing.OptionResult { Option.Name: var name } && name == $"--{field.Name}")) is { } both)
            {
                result.AddError($"--file and --{both.Name}: both; expected one of them; what a file holds stands in the file");
            }
        });
        Examples.Add(command, examples);
        command.SetAction((parsed, token) =>
        {
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), token: token);
            var options = entering.Of(parsed);
            var entered = parsed.GetValue(file) is { } path ? ledger.Enter(EntryFile.Read(path, form.Kind), options) : Enter(surface, ledger, form, fields.Given(parsed), options);
            write(ledger, entered, entering.FormatOf(parsed), token);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static EnteredConferences Enter(Surface surface, Ledger ledger, EntryForm form, Dictionary<string, string> given, DecideOptions options) =>
        surface.CanAsk && EntryDialogue.IsNeeded(form, given)
            ? new EntryDialogue(surface.ErrorConsole, form).Run(given, fields => ledger.Enter(EntryFile.Of(form, fields), options))
            : ledger.Enter(EntryFile.Of(form, given), options);
}
