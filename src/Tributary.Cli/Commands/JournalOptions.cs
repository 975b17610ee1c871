using System.CommandLine;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>Who is at work, and why: what the journal keeps beside each row.</summary>
internal sealed class JournalOptions
{
    private readonly Surface _surface;
    private readonly Option<string?> _by;
    private readonly Option<string?> _why = new("--why") { Description = "The reason, for the journal", HelpName = "TEXT" };

    /// <param name="command">The command that gets the options.</param>
    /// <param name="surface">The world.</param>
    /// <param name="does">What is done, after "who".</param>
    public JournalOptions(Command command, Surface surface, string does)
    {
        _surface = surface;
        _by = new("--by") { Description = $"Who {does}, for the journal (else the user's name)", HelpName = "NAME" };
        foreach (var option in All) command.Options.Add(option);
    }

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_by, _why];

    public DecideOptions Of(ParseResult parsed) => new()
    {
        Who = parsed.GetValue(_by) is { } by && !string.IsNullOrWhiteSpace(by) ? by.Trim() : _surface.Who,
        Why = parsed.GetValue(_why) ?? "",
        Clock = _surface.Clock,
    };
}
