using System.CommandLine;
using System.Globalization;
using Tributary.Exporting;
using Tributary.Names;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>names compare ONE OTHER</c>, <c>names compare --batch FILE</c></summary>
internal static class NamesCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("names", "Compare names across spellings and scripts") { CreateCompare(surface) };
        Examples.Add(command, "tributary names compare \"رحمت الله\" Rahmatullah", "tributary names compare --batch pairs.csv > scored.csv");
        return command;
    }

    private static Command CreateCompare(Surface surface)
    {
        var one = new Argument<string?>("ONE") { Description = "A name in any script", Arity = ArgumentArity.ZeroOrOne };
        var other = new Argument<string?>("OTHER") { Description = "Another", Arity = ArgumentArity.ZeroOrOne };
        var type = new Option<NameType>("--type") { Description = "What bears the names (else any)", HelpName = "person|organisation|vessel" };
        var batch = new Option<string?>("--batch") { Description = "Compare the pairs of a CSV file with columns name1, name2 and perhaps schema; - is standard input", HelpName = "FILE" };
        var explain = new Option<bool>("--explain") { Description = "Say which word met which, and what it weighs" };
        var format = CommonOptions.Format();
        var command = new Command("compare", "How much two names look like one, from 0 to 1") { one, other, type, batch, explain, format };
        command.Validators.Add(result =>
        {
            var named = (result.GetResult(one) is { Tokens.Count: > 0 } ? 1 : 0) + (result.GetResult(other) is { Tokens.Count: > 0 } ? 1 : 0);
            if (result.GetResult(batch) is null ? named < 2 : named > 0) result.AddError("names: expected two names, or --batch FILE alone; quote a name of several words");
        });
        Examples.Add(command,
            "tributary names compare \"خالد\" Khaled --type person --explain",
            "tributary names compare \"OAO Gazprom\" \"Gazprom JSC\" --type organisation",
            "tributary names compare --batch pairs.csv --explain > scored.csv");
        command.SetAction((parsed, token) =>
        {
            if (parsed.GetValue(batch) is { } path) WriteBatch(surface, path, parsed.GetValue(type), parsed.GetValue(explain), token);
            else Write(surface, parsed.GetValue(format), NameMatcher.Explain(PreparedName.Of(parsed.GetValue(one)!, parsed.GetValue(type)), PreparedName.Of(parsed.GetValue(other)!, parsed.GetValue(type))), parsed.GetValue(explain));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Write(Surface surface, AnswerFormat format, NameComparison comparison, bool explain) => AnswerCommand.Write(surface, format, comparison, () => new Tabulated(
        [
            new Table("", [new("score", "score", Cells.Number), new("one", "one"), new("other", "other")], [[(decimal)comparison.Score, comparison.One, comparison.Other]]),
            .. explain ? [Parts(comparison)] : Array.Empty<Table>(),
        ],
        [string.Create(CultureInfo.InvariantCulture, $"From {NameMatcher.DefaultThreshold} on, names are taken for one; a person decides whether they are.")]));

    private static Table Parts(NameComparison comparison) => new("Which word met which",
        [new("how", "how"), new("one", "one"), new("other", "other"), new("alike", "likeness", Cells.Number), new("weight", "weight", Cells.Number)],
        [.. comparison.Parts.Select(part => new object?[] { part.How, part.One, part.Other, (decimal)part.Likeness, (decimal)part.Weight })]);

    private static void WriteBatch(Surface surface, string path, NameType type, bool explain, CancellationToken token)
    {
        using var stream = path == TargetOptions.StandardOutput ? Console.OpenStandardInput() : File.OpenRead(path);
        var pairs = NamePairs.Open(path, stream, type);
        List<Column> columns = [.. pairs.Columns.Select(column => new Column(column, column)), new("score", "score", Cells.Number)];
        if (explain) columns.Add(new Column("explanation", "explanation"));
        CsvTableWriter.Write(surface.Out, columns, pairs.Compare().Select(row => Row(row.Cells, row.Comparison, explain)), token: token);
    }

    private static object?[] Row(IReadOnlyList<string> cells, NameComparison comparison, bool explain) =>
        [.. cells, (decimal)comparison.Score, .. explain ? [comparison.Explanation] : Array.Empty<object?>()];
}
