using System.CommandLine;
using System.Globalization;
using Tributary.Names;
using Tributary.Questions;
using Tributary.Screening;

namespace Tributary.Cli.Commands;

/// <summary><c>screen NAME</c></summary>
internal static class ScreenCommand
{
    public static Command Create(Surface surface)
    {
        var name = new Argument<string>("NAME") { Description = "The name in any script" };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text)) result.AddError("NAME '': empty; expected a name");
        });
        var type = new Option<NameType>("--type") { Description = "What bears the name (else any)", HelpName = "person|organisation|vessel" };
        var born = new Option<string?>("--born") { Description = "When the person was born: a day or a year", HelpName = "DAY|YEAR" };
        born.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && BornIn(text) is null) result.AddError($"--born '{text}': not a day or a year; expected a day such as 1970-05-31 or a year such as 1970");
        });
        var countries = new Option<string[]>("--country") { Description = "A country of the party (ISO 3166 code or name); may be given again", HelpName = "ISO3|NAME" };
        var identifiers = new Option<string[]>("--id") { Description = "A number of a passport, a registration or a ship; may be given again", HelpName = "NUMBER" };
        var threshold = new Option<double>("--threshold") { Description = $"Only candidates with at least this score, from {NameMatcher.DefaultThreshold.ToString(CultureInfo.InvariantCulture)} to 1", HelpName = "SCORE", DefaultValueFactory = _ => ScreeningWeights.DefaultThreshold };
        threshold.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= NameMatcher.DefaultThreshold and <= 1)) result.AddError($"--threshold '{text}': out of range; expected a score from {NameMatcher.DefaultThreshold.ToString(CultureInfo.InvariantCulture)} to 1");
        });
        var command = new Command("screen", "Which entries of the sanctions lists may be this party, and why") { name, type, born, countries, identifiers, threshold };
        return AnswerCommand.Create<ScreenQuestion, ScreenAnswer>(surface, command, parsed => new ScreenQuestion
        {
            Party = new ScreenedParty
            {
                Name = parsed.GetValue(name)!, Type = parsed.GetValue(type), Born = parsed.GetValue(born) is { } text ? BornIn(text) : null, Countries = parsed.GetValue(countries) ?? [], Identifiers = parsed.GetValue(identifiers) ?? [],
            },
            Threshold = parsed.GetValue(threshold),
        }, (answer, _) => ScreenTables.Of(answer), limit: null, "tributary screen \"رحمت الله شاه نواز\" --type person", "tributary screen \"Gulf Star Shipping\" --type organisation --country ARE", "tributary screen \"Ahmad Karimi\" --born 1970 --country AFG --as-of 2021-10-20 --format json");
    }

    private static (DateOnly First, DateOnly Last)? BornIn(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2200 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
    }
}
