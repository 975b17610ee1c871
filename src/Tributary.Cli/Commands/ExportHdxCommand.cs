using System.CommandLine;
using System.Text;
using Tributary.Cli.Output;
using Tributary.Exporting;

namespace Tributary.Cli.Commands;

/// <summary><c>export hdx --country ISO3 [--output FOLDER]</c></summary>
internal static class ExportHdxCommand
{
    public static Command Create(Surface surface)
    {
        var country = new Option<string>("--country") { Description = "The country (ISO 3166 code or name)", HelpName = "ISO3|NAME", Required = true };
        var year = new Option<int?>("--year") { Description = "The usage year of the flow files (else the latest with flows)", HelpName = "YEAR" };
        year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
        var folder = new Option<string>(TargetOptions.OutputName, "-o") { Description = "The folder (else the current one)", HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = "Write over files that are there" };
        var asOf = CommonOptions.Day("--as-of", "As known on a day, from the documents of that day and before");
        var command = new Command("hdx", "Write the CSV files that HDX publishes for a country") { country, year, folder, force, asOf };
        Examples.Add(command, "tributary export hdx --country AFG", "tributary export hdx --country AFG --year 2020 --output hdx --as-of 2021-03-05");
        command.SetAction((parsed, token) =>
        {
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(surface.Error), token);
            var question = new HdxQuestion { Country = parsed.GetValue(country)!, Year = parsed.GetValue(year) };
            var answer = parsed.GetValue(asOf) is { } day ? ledger.Ask(question, day, token) : ledger.Ask(question, token);
            Write(surface, answer, parsed.GetValue(folder)!, parsed.GetValue(force), token);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Write(Surface surface, HdxFiles answer, string folder, bool overwrite, CancellationToken token)
    {
        using var files = new ExportFiles(overwrite);
        foreach (var file in answer.Files)
        {
            using var output = new StreamWriter(files.Create(Path.Combine(folder, file.Name)), new UTF8Encoding(false), 1 << 16);
            file.Write(output, token);
        }
        files.Publish();
        foreach (var file in answer.Files) surface.Out.WriteLine($"{Path.Combine(folder, file.Name)}: {AnswerFiles.Count(file.RowCount, "row")}");
        foreach (var note in answer.Notes) surface.Error.WriteLine($"tributary: {note}");
    }
}
