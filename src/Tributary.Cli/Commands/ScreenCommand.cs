using System.CommandLine;
using System.Globalization;
using Tributary.Names;
using Tributary.Questions;
using Tributary.Screening;

namespace Tributary.Cli.Commands;

/// <summary><c>screen NAME</c> and <c>screen --batch FILE</c></summary>
internal static class ScreenCommand
{
    private const string ThresholdName = "--threshold";

    public static Command Create(Surface surface)
    {
        var threshold = new Option<double>(ThresholdName) { Description = $"Only candidates with at least this score, from {NameMatcher.DefaultThreshold.ToString(CultureInfo.InvariantCulture)} to 1", HelpName = "SCORE", DefaultValueFactory = _ => ScreeningWeights.DefaultThreshold };
        threshold.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= NameMatcher.DefaultThreshold and <= 1)) result.AddError($"{ThresholdName} '{text}': out of range; expected a score from {NameMatcher.DefaultThreshold.ToString(CultureInfo.InvariantCulture)} to 1");
        });
        var command = new Command("screen", "Which entries of the sanctions lists may be this party, or each party of a file, and why");
        var party = new PartyOptions(command);
        var batch = new ScreenBatch(surface, command);
        command.Options.Add(threshold);
        command.Validators.Add(result =>
        {
            var (named, given) = (party.IsNamed(result), result.GetResult(batch.File) is not null);
            if (!named && !given) result.AddError($"{command.Name}: not enough was named; expected NAME, or --batch FILE");
            else if (named && given) result.AddError("NAME and --batch: both were given; expected one of them; quote a name of several words");
            else if (given && party.Given(result) is { } option) result.AddError($"{option} and --batch: the file says it of each party; expected a column of that name; see `tributary screen --help`");
        });
        AnswerCommand.Create<ScreenQuestion, ScreenAnswer>(surface, command, parsed => new ScreenQuestion { Party = party.Of(parsed), Threshold = parsed.GetValue(threshold) }, (answer, _) => ScreenTables.Of(answer), limit: null,
            "tributary screen \"رحمت الله شاه نواز\" --type person", "tributary screen \"Gulf Star Shipping\" --type organisation --country ARE", "tributary screen \"Ahmad Karimi\" --born 1970 --country AFG --as-of 2021-10-20 --format json",
            "tributary screen --batch partners.csv", "tributary screen --batch partners.csv --output screened.csv", "gzip -dc payees.csv.gz | tributary screen --batch - --format json > screened.jsonl");
        var action = (AnswerCommand.Action)command.Action!;
        action.Instead = (parsed, token) => parsed.GetValue(batch.File) is { } file ? batch.Run(parsed, file, parsed.GetValue(threshold), token) : null;
        return command;
    }
}
