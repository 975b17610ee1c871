using System.CommandLine;
using Tributary.Cli.Demo;

namespace Tributary.Cli.Commands;

/// <summary><c>demo</c></summary>
internal static class DemoCommand
{
    public static Command Create(Surface surface)
    {
        var folder = new Option<string?>("--into") { Description = "Where to make the demo's ledger; a temporary folder else", HelpName = "DIR" };
        var command = new Command("demo", "See the main job done on the project's own samples: a call for aid, and how it was answered") { folder };
        Examples.Add(command, "tributary demo", "tributary demo --into demo-ledger");
        command.SetAction((parsed, token) =>
        {
            var ledger = parsed.GetValue(folder) ?? Path.Combine(Path.GetTempPath(), "tributary-demo-" + Path.GetRandomFileName());
            DemoLedger.Make(ledger, surface, token);
            using var opened = Ledger.Open(ledger, token: token);
            new DemoStory(surface.Console, opened, surface.CommandName).Tell(token);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }
}
