namespace Tributary.Benchmarks;

/// <summary>Published files: their import into an empty ledger and every question about them, each as a whole process.</summary>
internal sealed class PublishedBenchmarks(ScratchFolder folder, ResultTable table)
{
    private const double ImportSecondsMax = 4;
    private const double QuestionSecondsMax = 0.7;

    private static readonly string[] Questions =
    [
        "funding",
        "funding --country AFG --year 2026",
        "donors --country AFG --year 2026",
        "recipients --year 2026",
        "flows --country SDN",
        "plans",
        "explain funding --country AFG --year 2026",
        "documents",
    ];

    /// <summary>Runs all of them.</summary>
    public void Run(string from, int runs)
    {
        var ledger = folder.PathOf("published");
        var imports = Enumerable.Range(0, runs).Select(_ => WholeProcess.Run("import", from, "--day", "2026-04-17", "--ledger", folder.Empty("published"))).ToList();
        table.Add($"import {Path.GetFileName(from)}", imports, ImportSecondsMax);
        IEnumerable<string> questions = from.EndsWith(".csv", StringComparison.Ordinal) ? Questions : [.. Questions, "coverage --plan 1502"];
        foreach (var question in questions) Ask(question, ledger, runs);
    }

    private void Ask(string question, string ledger, int runs)
    {
        var asked = Enumerable.Range(0, runs).Select(_ => WholeProcess.Run([.. question.Split(' '), "--format", "csv", "--ledger", ledger])).ToList();
        table.Add(question, asked, QuestionSecondsMax, $"answer {ResultTable.Checksum(asked[0].Output)}");
    }
}
