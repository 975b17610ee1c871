using System.CommandLine;

namespace Tributary.Cli.Commands;

/// <summary>The commands. Each is one file; a new one is one line here.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Surface surface, CancellationToken token)
    {
        var root = new RootCommand("Follows humanitarian money: who asked, who gave, what arrived, and which document says so.");
        root.Options.Add(CommonOptions.Ledger(surface));
        foreach (var command in All(surface)) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return Complain(parsed, surface);
        return parsed.InvokeAsync(new InvocationConfiguration { Output = surface.Out, Error = surface.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, token).GetAwaiter().GetResult();
    }

    private static IEnumerable<Command> All(Surface surface) =>
    [
        DemoCommand.Create(surface),
        ImportCommand.Create(surface),
        FundingCommand.Create(surface),
        CoverageCommand.Create(surface),
        PartiesCommand.CreateDonors(surface),
        PartiesCommand.CreateRecipients(surface),
        FlowsCommand.Create(surface),
        PlansCommand.Create(surface),
        ExplainCommand.Create(surface),
        EvidenceCommand.Create(surface),
        DocumentsCommand.Create(surface),
        VerifyCommand.Create(surface),
        RebuildCommand.Create(surface),
        CompletionCommand.Create(surface),
    ];

    private static int Complain(ParseResult parsed, Surface surface)
    {
        foreach (var error in parsed.Errors) surface.Error.WriteLine($"tributary: {error.Message}");
        var path = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        surface.Error.WriteLine($"tributary: see `tributary{path} --help`");
        return ExitCodes.Usage;
    }
}
