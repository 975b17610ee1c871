using System.CommandLine;

namespace Tributary.Cli.Commands;

/// <summary><c>--accept-loss</c> of the commands that take sanctions lists in. It needs their <c>--why</c>.</summary>
internal static class ListLossOption
{
    public static Option<bool> AddTo(Command command)
    {
        var option = new Option<bool>("--accept-loss") { Description = "Take sanctions lists that lose more than a fifth of their entries, or with --leave-out-errors those that have broken ones; needs --why, which the journal keeps" };
        command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(option) && string.IsNullOrWhiteSpace(result.GetValue<string>("--why"))) result.AddError("--accept-loss: no reason was given; expected one in --why, for the journal");
        });
        return option;
    }
}
