using System.CommandLine;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>The fields of forms as options of a command.</summary>
internal sealed class FormOptions
{
    private readonly Dictionary<string, Option> _options = new(StringComparer.Ordinal);

    /// <param name="command">The command that gets the options.</param>
    /// <param name="forms">The forms; a field that several have is one option.</param>
    /// <param name="leftOut">Fields that get no option.</param>
    public FormOptions(Command command, IReadOnlyList<EntryForm> forms, params IReadOnlyList<string> leftOut)
    {
        foreach (var field in forms.SelectMany(form => form.Fields).Where(field => !leftOut.Contains(field.Name, StringComparer.Ordinal)).DistinctBy(field => field.Name))
        {
            var option = OptionFor(field);
            _options.Add(field.Name, option);
            command.Options.Add(option);
        }
    }

    /// <summary>The fields that were given.</summary>
    public Dictionary<string, string> Given(ParseResult parsed) => _options
        .Where(option => parsed.GetResult(option.Value) is { Implicit: false })
        .ToDictionary(option => option.Key, option => Text(parsed, option.Value), StringComparer.Ordinal);

    private static string Text(ParseResult parsed, Option option) => option is Option<string[]> list ? string.Join("; ", parsed.GetValue(list) ?? []) : parsed.GetValue((Option<string>)option) ?? "";

    private static Option OptionFor(FormField field)
    {
        var meaning = char.ToUpperInvariant(field.Meaning[0]) + field.Meaning[1..];
        var help = field.Choices.Count > 0 ? string.Join('|', field.Choices) : "TEXT";
        return field.IsList
            ? new Option<string[]>($"--{field.Name}") { Description = $"{meaning} (may be repeated)", HelpName = help, AllowMultipleArgumentsPerToken = false }
            : new Option<string>($"--{field.Name}") { Description = meaning, HelpName = help };
    }
}
