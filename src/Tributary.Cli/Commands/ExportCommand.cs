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
        Examples.Add(command, "tributary export answer \"donors --country AFG --year 2020\" --output afghanistan.xlsx", "tributary export table flow --output flows.parquet", "tributary export hdx --country AFG --output hdx");
        return command;
    }
}
