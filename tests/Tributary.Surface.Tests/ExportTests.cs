using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>Exports as people ask for them: files, folders, pipes, and what is in the way.</summary>
public sealed class ExportTests(SampleLedger samples) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Answer_ToAFile_IsWhatTheCommandItselfWrites()
    {
        var csv = samples.Answer("donors", "--plan", "929", "--format", "csv");
        Run("export", "answer", "donors --plan 929", "--output", _folder["a.csv"]);
        Run("donors", "--plan", "929", "--output", _folder["b.csv"]);
        Assert.Equal((csv, csv), (File.ReadAllText(_folder["a.csv"]), File.ReadAllText(_folder["b.csv"])));
        Assert.Equal(csv, samples.Answer("export", "answer", "tributary donors --plan 929", "--output", "-", "--as", "csv"));
        Assert.Equal(samples.Answer("donors", "--plan", "929", "--format", "json"), samples.Answer("export", "answer", "donors --plan 929", "--output", "-", "--as", "json"));
    }

    [Fact]
    public void Answer_WithHxl_HasHashtagsInTheSecondRow()
    {
        var lines = samples.Answer("export", "answer", "donors --plan 929 --limit 2", "--output", "-", "--as", "csv", "--hxl").Split('\n');
        Assert.StartsWith("name,id,fundingUsd", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("#org+name+funder,#org+id+funder,#value+funding+total+usd", lines[1], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void Answers_Several_AreSheetsAFolderOrAList()
    {
        string[] questions = ["coverage --plan 929", "donors --country \"Afghanistan\" --year 2020"];
        Run(["export", "answer", .. questions, "--output", _folder["all.xlsx"]]);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(_folder["all.xlsx"]), 0, 2));
        Run(["export", "answer", .. questions, "--output", _folder["all"], "--as", "jsonl"]);
        Assert.Equal(["coverage-plan-929.jsonl", "donors-country-Afghanistan-year-2020.jsonl"], Directory.GetFiles(_folder["all"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(File.ReadLines(Path.Combine(_folder["all"], "coverage-plan-929.jsonl")), line => Assert.NotNull(JsonNode.Parse(line)!["fundingUsd"]));
        var list = JsonNode.Parse(samples.Answer(["export", "answer", .. questions, "--output", "-", "--as", "json"]))!.AsArray();
        Assert.Equal(questions, list.Select(given => (string)given!["question"]!));
        Assert.Equal(929, (int)list[0]!["answer"]!["planId"]!);
    }

    [Fact]
    public void File_ThatIsThere_IsKeptUnlessForced()
    {
        File.WriteAllText(_folder["a.csv"], "mine");
        var refused = Cli.Run(samples.Path, "donors", "--output", _folder["a.csv"]);
        Assert.Equal((6, "", $"tributary: {_folder["a.csv"]}: there is such a file; expected none; give another name, or --force to write over it\n"), (refused.Code, refused.Out, refused.Error));
        Assert.Equal("mine", File.ReadAllText(_folder["a.csv"]));
        Run("donors", "--output", _folder["a.csv"], "--force");
        Assert.StartsWith("name,", File.ReadAllText(_folder["a.csv"]), StringComparison.Ordinal);
        Assert.Equal(["a.csv"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("export answer verify --output a.csv", "'verify': not a question")]
    [InlineData("export answer donors --output a.doc", "its ending names no form")]
    [InlineData("export table flows --output a.csv", "flows")]
    [InlineData("export table flow", "--output flow.parquet")]
    [InlineData("export table flow --output a.xlsx", "a.xlsx")]
    [InlineData("export hdx --country Atlantis", "country 'Atlantis'")]
    [InlineData("export hdx", "--country")]
    [InlineData("export answer donors --output - --as xlsx", "--output -: xlsx to standard output")]
    [InlineData("export answer donors --output a.xlsx --hxl", "--hxl: xlsx has no row of hashtags")]
    [InlineData("export answer donors recipients --output two.csv", "two.csv: 2 answers in one file; expected a folder")]
    [InlineData("export answer donors recipients --output - --as csv", "--output -: 2 answers as csv")]
    [InlineData("export table flow --output - --as parquet", "--output -: parquet to standard output")]
    public void Mistake_InAnExport_IsNamed(string command, string named)
    {
        var result = Cli.Run(samples.Path, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hdx_OfTheSamples_WritesTheFilesAndSaysWhatIsMissing()
    {
        var result = Cli.Run(samples.Path, "export", "hdx", "--country", "AFG", "--output", _folder["hdx"]);
        Assert.Equal(0, result.Code);
        Assert.Contains("fts_incoming_funding_afg.csv: 111 rows", result.Out, StringComparison.Ordinal);
        Assert.Contains("Plan 1006: no answer by place in the ledger", result.Error, StringComparison.Ordinal);
        Assert.Equal(6, Directory.GetFiles(_folder["hdx"]).Length);
        Assert.Contains("AFG,929,Afghanistan 2020,HAFG20,4,Humanitarian response plan,2020-01-01,2020-12-31,2020,1131050820,564467765,50\n", File.ReadAllText(Path.Combine(_folder["hdx"], "fts_requirements_funding_afg.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_AsJsonLinesThroughAPipe_IsADocumentAgain()
    {
        var result = Cli.Bash(samples.Path, $"$tributary export table flow --output - --as jsonl | $tributary import - --ledger '{_folder["copy"]}' --day 2026-04-30 --format json");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal("fts-flows-jsonl", (string)JsonNode.Parse(result.Out)!["documents"]![0]!["format"]!);
        Assert.Equal(118, (int)JsonNode.Parse(result.Out)!["documents"]![0]!["recordsUsed"]!);
    }

    [Fact]
    public void Table_WithoutAName_ListsTablesAndColumns()
    {
        var list = samples.Answer("export", "table");
        Assert.Contains("flow: statements of flows", list, StringComparison.Ordinal);
        Assert.Contains("amount_usd", list, StringComparison.Ordinal);
        Assert.Contains("ignored_field", list, StringComparison.Ordinal);
        Assert.All(list.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    public void Dispose() => _folder.Dispose();

    private void Run(params string[] command)
    {
        var result = Cli.Run(samples.Path, command);
        Assert.Equal((0, ""), (result.Code, result.Out));
    }
}
