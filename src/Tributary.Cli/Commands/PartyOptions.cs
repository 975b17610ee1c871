using System.CommandLine;
using System.CommandLine.Parsing;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Cli.Commands;

/// <summary>The party that a command line describes: its name, and what else is known of it.</summary>
internal sealed class PartyOptions
{
    private readonly Argument<string?> _name = new("NAME") { Description = "The name in any script", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<NameType> _type = new("--type") { Description = "What bears the name (else any)", HelpName = "person|organisation|vessel" };
    private readonly Option<string?> _born = new("--born") { Description = "When the person was born: a day, a month or a year", HelpName = "DAY|MONTH|YEAR" };
    private readonly Option<string[]> _countries = new("--country") { Description = "A country of the party (ISO 3166 code or name); may be given again", HelpName = "ISO3|NAME" };
    private readonly Option<string[]> _identifiers = new("--id") { Description = "A number of a passport, a registration or a ship; may be given again", HelpName = "NUMBER" };

    public PartyOptions(Command command)
    {
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text)) result.AddError("NAME '': empty; expected a name");
        });
        _born.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && PartyWords.BornIn(text) is null) result.AddError($"--born '{text}': not a day, a month or a year; expected a day such as 1970-05-31, a month such as 1970-05 or a year such as 1970");
        });
        command.Arguments.Add(_name);
        foreach (var option in (ReadOnlySpan<Option>)[_type, _born, _countries, _identifiers]) command.Options.Add(option);
    }

    /// <summary>Whether a name was given.</summary>
    public bool IsNamed(SymbolResult result) => result.GetResult(_name) is { Tokens.Count: > 0 };

    /// <summary>The first option of a party that was given; null when none was.</summary>
    public string? Given(SymbolResult result) => ((Option[])[_type, _born, _countries, _identifiers]).FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The party.</summary>
    public ScreenedParty Of(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(_name)!,
        Type = parsed.GetValue(_type),
        Born = parsed.GetValue(_born) is { } text ? PartyWords.BornIn(text) : null,
        Countries = parsed.GetValue(_countries) ?? [],
        Identifiers = parsed.GetValue(_identifiers) ?? [],
    };
}
