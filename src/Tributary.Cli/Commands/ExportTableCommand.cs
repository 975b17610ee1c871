using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Exporting;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>export table [NAME --output FILE]</c></summary>
internal static class ExportTableCommand
{
    public static Command Create(Surface surface)
    {
        var name = new Argument<string?>("NAME") { Description = "The table; without one, tables and their columns are listed", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. FactTable.All.Select(table => table.Name)]);
        var command = new Command("table", "Write a table of facts as it is, or list the tables") { name };
        var target = TargetOptions.AddTo(command, "The file: .parquet, .csv or .jsonl; - for standard output", required: false, "csv", "parquet", "jsonl");
        var all = new Option<bool>("--all-statements") { Description = "Of flows, every statement of every document, not only the latest word" };
        var asOf = CommonOptions.Day("--as-of", "As known on a day, from the documents of that day and before");
        command.Options.Add(all);
        command.Options.Add(asOf);
        var filters = new FilterOptions(command);
        command.Validators.Add(result =>
        {
            var known = string.Join(", ", FactTable.All.Select(table => table.Name));
            if (result.GetValue(name) is { } unknown && !FactTable.All.Any(table => table.Name == unknown)) result.AddError($"'{unknown}': no table of facts; expected one of {known}");
            else if (result.GetValue(name) is { } table && result.GetResult(TargetOptions.OutputName) is null) result.AddError($"{table}: no place to write it; expected {TargetOptions.OutputName} FILE, such as {TargetOptions.OutputName} {table}.parquet");
            else if (result.GetValue(name) is null && result.GetResult(TargetOptions.OutputName) is not null) result.AddError($"{TargetOptions.OutputName}: no table to write; expected one of {known}");
        });
        Examples.Add(command, "tributary export table", "tributary export table flow --output flows.parquet", "tributary export table flow --country AFG --year 2020 --all-statements --output flows.jsonl", "tributary export table plan --output - --as csv");
        command.SetAction((parsed, token) =>
        {
            if (target.ProblemOf(parsed, answers: 1) is { } problem) return Task.FromResult(CommandLine.Complain(parsed, surface, problem));
            using var ledger = Ledger.Open(CommonOptions.LedgerOf(parsed), new PlainProgress(surface.Error), token);
            var table = FactTable.All.FirstOrDefault(known => known.Name == parsed.GetValue(name));
            if (table is null)
            {
                TableWriter.Write(surface.Console, List(ledger, token));
                return Task.FromResult(ExitCodes.Ok);
            }
            var question = filters.Fill(parsed, new TableQuestion { Table = table, AllStatements = parsed.GetValue(all) });
            RefuseFilters(question, table);
            var exported = parsed.GetValue(asOf) is { } day ? ledger.Ask(question, day, token) : ledger.Ask(question, token);
            Write(surface, exported, target.PathOf(parsed)!, target.FormOf(parsed), target.IsForced(parsed), token);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Write(Surface surface, ExportedTable exported, string path, ExportForm form, bool overwrite, CancellationToken token)
    {
        if (path == TargetOptions.StandardOutput)
        {
            surface.Out.Flush();
            using var output = Console.OpenStandardOutput();
            exported.Write(output, form, progress: null, token);
            return;
        }
        using var files = new ExportFiles(overwrite);
        var part = files.Add(path);
        var rows = ExportProgress.Run(surface, path, progress => exported.Write(part, form, progress, token));
        files.Publish();
        surface.Error.WriteLine($"tributary: {path}: {AnswerFiles.Count(rows, "row")}");
    }

    private static void RefuseFilters(TableQuestion question, FactTable table)
    {
        if (table.Name == FactTable.Flow) return;
        if (question.AllStatements || question.Describe() != new TableQuestion { Table = table }.Describe()) throw new ExportException($"{table.Name}: filters or --all-statements; expected them with flow alone; leave them out");
    }

    private static Tabulated List(Ledger ledger, CancellationToken token) => new([.. FactTable.All.Select(table => new Table($"{table.Name}: {table.Meaning}",
        [new("column", "column"), new("type", "type"), new("meaning", "meaning")],
        [.. ledger.Ask(new TableQuestion { Table = table }, token).Columns().Select(column => new object?[] { column.Name, column.Type, column.Meaning })]))], []);
}
