using System.Globalization;
using System.Text;
using Tributary.Cli.Commands;
using Tributary.Exporting;
using Tributary.Questions;

namespace Tributary.Cli.Output;

/// <summary>Writes answers to a file, or several to a folder, and says so.</summary>
internal sealed class AnswerFiles(Surface surface, Ledger ledger, CancellationToken token)
{
    /// <summary>Writes them where <see cref="TargetOptions.ProblemOf"/> finds nothing wrong with it.</summary>
    /// <exception cref="ExportException">The place is taken.</exception>
    public void Write(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, string path, ExportForm form, bool overwrite, bool hxl)
    {
        if (path == TargetOptions.StandardOutput)
        {
            WriteToOutput(answers, form, hxl);
            return;
        }
        using var files = new ExportFiles(overwrite);
        if (form == ExportForm.Xlsx) WriteWorkbook(answers, files.Add(path));
        else if (form == ExportForm.Json) WriteJson(answers, files.Add(path));
        else if (answers.Count == 1) AnswerExport.Write(files.Add(path), form, answers[0].Answer.First, hxl, token);
        else WriteFolder(answers, path, form, hxl, files);
        files.Publish();
        surface.Error.WriteLine($"tributary: {path}: {Count(answers.Count, "answer")}, {Count(answers.Sum(given => (long)given.Answer.First.Rows.Count), "row")}");
    }

    /// <summary>A count with its word.</summary>
    public static string Count(long count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}{(count == 1 ? "" : "s")}");

    private void WriteToOutput(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, ExportForm form, bool hxl)
    {
        if (form == ExportForm.Json) WriteJson(answers, surface.Out);
        else
        {
            using var bytes = new MemoryStream();
            AnswerExport.Write(bytes, form, answers[0].Answer.First, hxl, token);
            surface.Out.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
    }

    private void WriteWorkbook(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        AnswerExport.WriteXlsx(file, [.. answers.Select(given => new ExportedAnswer(given.Question, given.Answer.Wanted))], About(), token);
    }

    private void WriteFolder(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, string folder, ExportForm form, bool hxl, ExportFiles files)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (question, answer) in answers)
        {
            var name = AnswerExport.FileName(question);
            for (var number = 2; !names.Add(name); number++) name = $"{AnswerExport.FileName(question)}-{number}";
            AnswerExport.Write(files.Add(Path.Combine(folder, $"{name}.{form.ToString().ToLowerInvariant()}")), form, answer.First, hxl, token);
        }
    }

    private static void WriteJson(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, string path)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        WriteJson(answers, file);
    }

    // One answer as --format json gives it; several as a list of questions and answers.
    private static void WriteJson(IReadOnlyList<(string Question, GivenAnswer Answer)> answers, TextWriter output)
    {
        if (answers is [var only])
        {
            only.Answer.Json(output);
            return;
        }
        for (var at = 0; at < answers.Count; at++)
        {
            output.Write(at == 0 ? "[\n" : ",\n");
            output.Write($"{{\"question\": {AnswerJson.Text(answers[at].Question)}, \"answer\": ");
            answers[at].Answer.Json(output);
            output.Write('}');
        }
        output.Write("\n]\n");
    }

    private List<(string About, string Note)> About() =>
    [
        ("exported on", surface.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("made with", "Tributary, which counts as docs/counting.md says; `tributary explain` lists the flows behind a figure."),
        ("amounts", "US dollars, unless a column's name says otherwise."),
        .. Attribution.Of(ledger.Ask(new DocumentsQuestion(), token).Documents.Select(document => document.Format)).Select(sentence => ("source", sentence)),
    ];
}
