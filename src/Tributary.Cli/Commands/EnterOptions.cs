using System.CommandLine;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>Who enters or decides, and why: options of every command that adds to the journal.</summary>
internal sealed class EnterOptions
{
    private readonly Surface _surface;
    private readonly Option<string?> _by = new("--by") { Description = "Who enters it, for the journal (else the user's name)", HelpName = "NAME" };
    private readonly Option<string?> _why = new("--why") { Description = "The reason, for the journal", HelpName = "TEXT" };
    private readonly Option<AnswerFormat> _format = CommonOptions.Format();

    public EnterOptions(Command command, Surface surface)
    {
        _surface = surface;
        foreach (var option in (ReadOnlySpan<Option>)[_by, _why, _format]) command.Options.Add(option);
    }

    public DecideOptions Of(ParseResult parsed) => new()
    {
        Who = WhoOf(_surface, parsed.GetValue(_by)),
        Why = parsed.GetValue(_why) ?? "",
        Clock = _surface.Clock,
    };

    /// <summary>Who is said to be at work, else the user.</summary>
    public static string WhoOf(Surface surface, string? by) => string.IsNullOrWhiteSpace(by) ? surface.Who : by.Trim();

    public AnswerFormat FormatOf(ParseResult parsed) => parsed.GetValue(_format);
}
