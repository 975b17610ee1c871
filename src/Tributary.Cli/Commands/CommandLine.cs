using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Tributary.Cli.Commands;

/// <summary>The commands. Each is one file; a new one is one line here.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Surface surface, CancellationToken token)
    {
        var parsed = Root(surface).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0) return Complain(parsed, surface, ParserWords.Of(parsed));
        var configuration = new InvocationConfiguration { Output = surface.Out, Error = surface.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return parsed.InvokeAsync(configuration, token).GetAwaiter().GetResult();
    }

    /// <summary>The whole tree of commands, for running and for completing.</summary>
    // Not a RootCommand: that takes its name from the file, and people call this program tributary.
    public static Command Root(Surface surface)
    {
        var root = new Command("tributary", "Follows humanitarian money: who asked, who gave, what arrived, and which document says so.")
        {
            CommonOptions.Ledger(surface),
            new HelpOption(),
            new VersionOption(),
        };
        foreach (var command in All(surface)) root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> All(Surface surface) =>
    [
        DemoCommand.Create(surface),
        ImportCommand.Create(surface),
        FetchCommand.Create(surface),
        FundingCommand.Create(surface),
        CoverageCommand.Create(surface),
        PartiesCommand.CreateDonors(surface),
        PartiesCommand.CreateRecipients(surface),
        FlowsCommand.Create(surface),
        ActivitiesCommand.Create(surface),
        ActivityCommand.Create(surface),
        PublishersCommand.Create(surface),
        PlansCommand.Create(surface),
        ExplainCommand.Create(surface),
        TraceCommand.Create(surface),
        ChainsCommand.Create(surface),
        HiddenCommand.Create(surface),
        FundsCommand.Create(surface),
        QualityCommand.Create(surface),
        DuplicatesCommand.Create(surface),
        ReconcileCommand.Create(surface),
        HistoryCommand.Create(surface),
        DiffCommand.Create(surface),
        ConferenceCommand.Create(surface),
        PledgeCommand.Create(surface),
        PledgesCommand.Create(surface),
        EvidenceCommand.Create(surface),
        NamesCommand.Create(surface),
        ScreenCommand.Create(surface),
        ListsCommand.Create(surface),
        ScreeningCommand.Create(surface),
        RatesCommand.Create(surface),
        BlockedCommand.Create(surface),
        ValidateCommand.Create(surface),
        DocumentsCommand.Create(surface),
        ExportCommand.Create(surface),
        VerifyCommand.Create(surface),
        RebuildCommand.Create(surface),
        CompletionCommand.Create(surface),
        CompletionCommand.CreateComplete(surface),
    ];

    /// <summary>Says what is wrong with a command line, and where help is.</summary>
    public static int Complain(ParseResult parsed, Surface surface, params IEnumerable<string> errors)
    {
        foreach (var error in errors) surface.Error.WriteLine($"tributary: {error}");
        var path = new List<string>();
        for (SymbolResult? command = parsed.CommandResult; command is CommandResult named; command = named.Parent) path.Insert(0, named.Command.Name);
        surface.Error.WriteLine($"tributary: see `{string.Join(' ', path)} --help`");
        return ExitCodes.Usage;
    }
}
