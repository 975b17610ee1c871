using System.CommandLine;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>verify</c></summary>
internal static class VerifyCommand
{
    public static Command Create(Surface surface)
    {
        var format = CommonOptions.Format();
        var command = new Command("verify", "Check document hashes, the journal's chain, and the facts against a rebuild") { format };
        Examples.Add(command, "tributary verify", "tributary verify --format json");
        command.SetAction((parsed, token) =>
        {
            var verification = Ledger.Verify(CommonOptions.LedgerOf(parsed), token);
            AnswerCommand.Write(surface, parsed.GetValue(format), verification, () => new Tabulated([new Table("",
                [new("part", "name"), new("holds", "holds"), new("", "detail")],
                [.. verification.Parts.Select(part => new object?[] { part.Name, part.Holds ? "yes" : "NO", part.Detail })])], []));
            return Task.FromResult(verification.Holds ? ExitCodes.Ok : ExitCodes.No);
        });
        return command;
    }
}
