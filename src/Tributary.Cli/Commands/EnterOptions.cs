using System.CommandLine;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>Who enters or decides, why, and how what was kept is written: options of every command that adds to the journal and does nothing else.</summary>
internal sealed class EnterOptions
{
    private readonly Command _command;
    private readonly JournalOptions _journal;
    private readonly Option<AnswerFormat> _format = CommonOptions.Format();

    public EnterOptions(Command command, Surface surface)
    {
        _command = command;
        _journal = new JournalOptions(command, surface, "enters it");
        command.Options.Add(_format);
    }

    public DecideOptions Of(ParseResult parsed) => _journal.Of(parsed);

    public AnswerFormat FormatOf(ParseResult parsed) => parsed.GetValue(_format);

    /// <summary>Says what the command does with the ledger: decide, and write what came of it.</summary>
    public void Do(Action<ParseResult, Ledger, DecideOptions, AnswerFormat> decide) => _command.SetAction(parsed =>
    {
        using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed));
        decide(parsed, ledger, Of(parsed), FormatOf(parsed));
        return ExitCodes.Ok;
    });
}
