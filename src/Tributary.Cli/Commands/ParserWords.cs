using System.CommandLine;
using System.Text.RegularExpressions;

namespace Tributary.Cli.Commands;

/// <summary>What the parser finds wrong, in the words of all other messages: place, what was found, what was expected.</summary>
/// <remarks>The parser gives sentences alone. One that is not known here is passed on as it is.</remarks>
internal static partial class ParserWords
{
    private const RegexOptions Form = RegexOptions.ExplicitCapture | RegexOptions.Singleline;
    private const int PatienceMilliseconds = 1000;

    /// <summary>The mistakes of a command line.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var messages = parsed.Errors.Select(error => error.Message).ToList();
        // A word that is not known stands where a command is missing: one message says it.
        if (messages.Count > 1) messages.RemoveAll(message => NoCommand().IsMatch(message));
        return messages.Select(message => Words(message, parsed.CommandResult.Command));
    }

    private static string Words(string message, Command command)
    {
        if (NotOneOf().Match(message) is { Success: true } value) return $"'{value.Groups["word"].Value}': no such value; expected one of {string.Join(", ", value.Groups["known"].Captures.Select(known => known.Value))}";
        if (NoOption().Match(message) is { Success: true } missing) return $"{missing.Groups["word"].Value}: not given; expected {Usage(command, missing.Groups["word"].Value)}";
        if (NoValue().Match(message) is { Success: true } empty) return $"{empty.Groups["word"].Value}: no value; expected {Usage(command, empty.Groups["word"].Value)}";
        if (NoArgument().IsMatch(message)) return $"{command.Name}: not enough was named; expected {string.Join(' ', command.Arguments.Select(argument => argument.HelpName ?? argument.Name))}";
        if (NotKnown().Match(message) is { Success: true } word) return $"'{word.Groups["word"].Value}': not known here; expected {(command.Subcommands.Count > 0 ? "a command" : $"an option or a value of {command.Name}")}";
        if (TooMany().Match(message) is { Success: true } many) return $"{many.Groups["word"].Value}: {many.Groups["count"].Value} values; expected one";
        if (NotRead().Match(message) is { Success: true } form) return $"{form.Groups["place"].Value} '{form.Groups["word"].Value}': not {Kind(form.Groups["type"].Value)}; expected {Usage(command, form.Groups["place"].Value)}";
        return NoCommand().IsMatch(message) ? $"{command.Name}: no command; expected one of {string.Join(", ", command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name))}" : message;
    }

    // The parser names types of .NET, those of options that may be left out with their wrapping.
    private static string Kind(string type) => type.Contains("Int", StringComparison.Ordinal) ? "a whole number" : type.Contains("Decimal", StringComparison.Ordinal) || type.Contains("Double", StringComparison.Ordinal) ? "a number" : "a value of it";

    private static string Usage(Command command, string option) => command.Options.FirstOrDefault(one => one.Name == option)?.HelpName is { } value ? $"{option} {value}" : option;

    [GeneratedRegex(@"^Argument '(?<word>.*)' not recognized\. Must be one of:(\s*'(?<known>[^']*)')+\s*$", Form, PatienceMilliseconds)]
    private static partial Regex NotOneOf();

    [GeneratedRegex(@"^Option '(?<word>.+)' is required\.$", Form, PatienceMilliseconds)]
    private static partial Regex NoOption();

    [GeneratedRegex(@"^Required argument missing for option: '(?<word>.+)'\.$", Form, PatienceMilliseconds)]
    private static partial Regex NoValue();

    [GeneratedRegex(@"^Required argument missing for command: '.+'\.$", Form, PatienceMilliseconds)]
    private static partial Regex NoArgument();

    [GeneratedRegex(@"^Unrecognized command or argument '(?<word>.*)'\.$", Form, PatienceMilliseconds)]
    private static partial Regex NotKnown();

    [GeneratedRegex(@"^Option '(?<word>.+)' expects a single argument but (?<count>\d+) were provided\.$", Form, PatienceMilliseconds)]
    private static partial Regex TooMany();

    [GeneratedRegex(@"^Cannot parse argument '(?<word>.*)' for (option|command) '(?<place>.+)' as expected type '(?<type>[^']+)'\.$", Form, PatienceMilliseconds)]
    private static partial Regex NotRead();

    [GeneratedRegex(@"^Required command was not provided\.$", Form, PatienceMilliseconds)]
    private static partial Regex NoCommand();
}
