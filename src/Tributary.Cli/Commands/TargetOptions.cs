using System.CommandLine;
using System.CommandLine.Parsing;
using Tributary.Exporting;

namespace Tributary.Cli.Commands;

/// <summary>Where an export goes, in which form, and whether it may write over what is there.</summary>
internal sealed class TargetOptions
{
    /// <summary>The name of the option that names the place.</summary>
    public const string OutputName = "--output";

    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private static readonly Dictionary<string, ExportForm> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = ExportForm.Csv, [".xlsx"] = ExportForm.Xlsx, [".parquet"] = ExportForm.Parquet, [".jsonl"] = ExportForm.Jsonl, [".ndjson"] = ExportForm.Jsonl, [".json"] = ExportForm.Json,
    };

    private readonly Option<string?> _output;
    private readonly Option<bool> _force = new("--force") { Description = "Write over a file that is there" };
    private readonly Option<string?>? _form;

    private TargetOptions(string description, bool required, string[]? forms)
    {
        _output = new Option<string?>(OutputName, "-o") { Description = description, HelpName = "FILE", Required = required };
        if (forms is not null)
        {
            _form = new Option<string?>("--as") { Description = $"The form, where the file's ending does not say it: {string.Join(", ", forms)}", HelpName = string.Join('|', forms) };
            _form.AcceptOnlyFromAmong(forms);
        }
        _output.Validators.Add(result => RefuseUnknownEnding(result, forms));
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="description">What may be written.</param>
    /// <param name="required">Whether a place must be named.</param>
    /// <param name="forms">The forms that <c>--as</c> offers; none for no such option.</param>
    public static TargetOptions AddTo(Command command, string description, bool required, params string[] forms)
    {
        var target = new TargetOptions(description, required, forms.Length == 0 ? null : forms);
        command.Options.Add(target._output);
        if (target._form is not null) command.Options.Add(target._form);
        command.Options.Add(target._force);
        return target;
    }

    /// <summary>The file named; null when none is.</summary>
    public string? PathOf(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>Whether a file may be written over.</summary>
    public bool IsForced(ParseResult parsed) => parsed.GetValue(_force);

    /// <summary>The form: as said, else as the file's ending says.</summary>
    public ExportForm FormOf(ParseResult parsed) =>
        _form is not null && parsed.GetValue(_form) is { } form ? Extensions["." + form] : Extensions.GetValueOrDefault(Path.GetExtension(PathOf(parsed) ?? ""), ExportForm.Csv);

    /// <summary>What is wrong with the place and the form for what is to be written; null when nothing is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="answers">How many answers are to be written.</param>
    /// <param name="hxl">Whether with HXL hashtags.</param>
    public string? ProblemOf(ParseResult parsed, int answers, bool hxl = false)
    {
        if (PathOf(parsed) is not { } path) return null;
        var (form, name) = (FormOf(parsed), FormOf(parsed).ToString().ToLowerInvariant());
        if (hxl && form != ExportForm.Csv) return $"--hxl: {name} has no row of hashtags; expected csv; leave it out, or write .csv";
        if (form == ExportForm.Json || (form == ExportForm.Xlsx && path != StandardOutput)) return null;
        if (path == StandardOutput && form is (ExportForm.Xlsx or ExportForm.Parquet)) return $"{OutputName} -: {name} to standard output; expected a form of text, such as csv or jsonl; name a file";
        if (answers > 1 && path == StandardOutput) return $"{OutputName} -: {answers} answers as {name}; expected one; ask for json, or name a folder";
        return answers > 1 && Path.HasExtension(path) ? $"{path}: {answers} answers in one file; expected a folder, because a {name} file holds one table; name one with --as {name}, or write .xlsx" : null;
    }

    /// <summary>The command line without what says where its answer goes: what was asked.</summary>
    public static string QuestionOf(ParseResult parsed)
    {
        var words = new List<string>();
        for (var at = 0; at < parsed.Tokens.Count; at++)
        {
            if (parsed.Tokens[at].Value is OutputName or "-o" or CommonOptions.LedgerName or "--format") at++;
            else if (parsed.Tokens[at].Value is not "--force") words.Add(parsed.Tokens[at].Value is var word && word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word);
        }
        return string.Join(' ', words);
    }

    private void RefuseUnknownEnding(OptionResult result, string[]? forms)
    {
        if (result.Tokens is not [{ Value: var path }] || (_form is not null && result.GetResult(_form) is not null)) return;
        if (Extensions.TryGetValue(Path.GetExtension(path), out var form) && (forms is null || forms.Contains(form.ToString().ToLowerInvariant(), StringComparer.Ordinal))) return;
        var endings = forms is null ? Extensions.Keys : forms.Select(name => "." + name);
        result.AddError($"{OutputName} '{path}': its ending names no form; expected {string.Join(", ", endings)}{(_form is null ? "" : ", or --as FORM")}");
    }
}
