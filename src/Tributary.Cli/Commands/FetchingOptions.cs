using System.CommandLine;
using System.Globalization;
using Tributary.Fetching;

namespace Tributary.Cli.Commands;

/// <summary>The options that all fetches share: how the source is asked.</summary>
internal sealed class FetchingOptions
{
    private const int HoursMax = 24 * 366;

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say which addresses would be asked, and ask none" };
    private readonly Option<string> _contact = new("--contact") { Description = "Where the source's keepers reach you; sent with each request", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<Uri?> _base = new("--base-address") { Description = "Ask there instead of at the public address", HelpName = "URL", CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) ? address : null };
    private readonly Option<int> _pause = Number("--pause", "SECONDS", "The least time between two requests", 1, 0, 3600);
    private readonly Option<int> _retries = Number("--retries", "N", "How often a request that failed is made again", 5, 0, FetchOptions.RetriesMax);
    private readonly Option<int> _age = Number("--max-age", "HOURS", "Go on after what a fetch that was cut off brought, if it is not older; 0 asks for all anew", 24, 0, HoursMax);
    private readonly Option<bool> _leaveOut = new("--leave-out-errors") { Description = "Leave out records that cannot be used instead of refusing the import; of a sanctions list only together with --accept-loss" };
    private readonly Option<int> _wait = CommonOptions.Wait();
    private readonly Option<string> _why = new("--why") { Description = "The reason, for the journal", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public FetchingOptions(Command command)
    {
        _contact.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var contact }] && !FetchOptions.IsContact(contact)) result.AddError("--contact: cannot be sent; expected printable ASCII without parentheses, such as me@example.org");
        });
        _base.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && FetchOptions.IsBase(address))) result.AddError($"--base-address '{text}': not an address; expected such as https://api.hpc.tools");
        });
        foreach (var option in (ReadOnlySpan<Option>)[_dryRun, _contact, _base, _pause, _retries, _age, _leaveOut, _wait, _why]) command.Options.Add(option);
    }

    /// <summary>The options as given.</summary>
    public FetchOptions Of(ParseResult parsed, string who) => new()
    {
        Who = who,
        Why = parsed.GetValue(_why)!,
        BaseAddress = parsed.GetValue(_base),
        Contact = parsed.GetValue(_contact)!,
        Pause = TimeSpan.FromSeconds(parsed.GetValue(_pause)),
        Retries = parsed.GetValue(_retries),
        AgeMax = TimeSpan.FromHours(parsed.GetValue(_age)),
        LeaveOutErrors = parsed.GetValue(_leaveOut),
        Wait = TimeSpan.FromSeconds(parsed.GetValue(_wait)),
        DryRun = parsed.GetValue(_dryRun),
    };

    private static Option<int> Number(string name, string help, string description, int usual, int least, int most)
    {
        var number = new Option<int>(name) { Description = description, HelpName = help, DefaultValueFactory = _ => usual };
        number.Validators.Add(result => CommonOptions.RefuseOutside(result, least, most));
        return number;
    }
}
