using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>rebuild</c></summary>
internal static class RebuildCommand
{
    public static Command Create(Surface surface)
    {
        var wait = CommonOptions.Wait();
        var command = new Command("rebuild", "Make all facts anew from documents and journal") { wait };
        Examples.Add(command, "tributary rebuild");
        command.SetAction((parsed, token) =>
        {
            var time = Stopwatch.StartNew();
            var folder = CommonOptions.LedgerOf(parsed);
            Ledger.Rebuild(folder, TimeSpan.FromSeconds(parsed.GetValue(wait)), new PlainProgress(surface.Error), token);
            using var ledger = Ledger.Open(folder, token: token);
            var documents = ledger.Ask(new DocumentsQuestion(), token);
            surface.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Documents.Count:N0} documents read anew in {time.Elapsed.TotalSeconds:0.00} s; {documents.Snapshot}"));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }
}
