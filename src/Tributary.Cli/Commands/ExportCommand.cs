using System.CommandLine;

namespace Tributary.Cli.Commands;

/// <summary><c>export</c></summary>
internal static class ExportCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("export", "Write answers, tables of facts, or HDX's files of a country")
        {
            ExportAnswerCommand.Create(surface),
            ExportTableCommand.Create(surface),
            ExportHdxCommand.Create(surface),
        };
        Examples.Add(command, "tributary export answer \"donors --country AFG --year 2020\" --to afghanistan.xlsx", "tributary export table flow --to flows.parquet", "tributary export hdx --country AFG --to hdx");
        return command;
    }
}
