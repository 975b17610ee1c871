using System.CommandLine;
using System.CommandLine.Parsing;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>screen NAME</c>, <c>screen --batch FILE</c> and <c>screen --ledger</c></summary>
internal static class ScreenCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "screen";

    public static Command Create(Surface surface)
    {
        var command = new Command(Name, "Which entries of the sanctions lists may be this party, each party of a file, or each party of the ledger, and why");
        var party = new PartyOptions(command);
        var batch = new ScreenBatch(surface, command);
        var parties = new ScreenParties(surface, command);
        var score = new ScoreOptions(command);
        command.Validators.Add(result =>
        {
            var (named, given) = (party.IsNamed(result), result.GetResult(batch.File) is not null);
            if (!named && !given) RefuseLedger(result, parties, party);
            else if (parties.Given(result) is { } apart) result.AddError($"{apart} and {(given ? "--batch" : "NAME")}: both were given; expected one of them; {apart} is for the parties of the ledger");
            else if (named && given) result.AddError("NAME and --batch: both were given; expected one of them; quote a name of several words");
            else if (given && party.Given(result) is { } option) result.AddError($"{option} and --batch: the file says it of each party; expected a column of that name; see `tributary screen --help`");
        });
        AnswerCommand.Create<ScreenQuestion, ScreenAnswer>(surface, command, parsed => new ScreenQuestion { Party = party.Of(parsed), Threshold = score.ThresholdOf(parsed), Weights = score.WeightsOf(parsed) }, (answer, _) => ScreenTables.Of(answer), limit: null,
            "tributary screen \"رحمت الله شاه نواز\" --type person", "tributary screen \"Gulf Star Shipping\" --type organisation --country ARE", "tributary screen \"Ahmad Karimi\" --born 1970 --country AFG --as-of 2021-10-20 --format json",
            "tributary screen --ledger", "tributary screen --flow 208329", "tributary screen --since-last",
            "tributary screen --batch partners.csv", "tributary screen --batch partners.csv --output screened.csv", "gzip -dc payees.csv.gz | tributary screen --batch - --format json > screened.jsonl");
        var action = (AnswerCommand.Action)command.Action!;
        action.Instead = (parsed, token) => parsed.GetValue(batch.File) is { } file ? batch.Run(parsed, file, score, token)
            : party.IsNamed(parsed.CommandResult) ? null : parties.Run(parsed, score, token);
        return command;
    }

    // What was found in a ledger is kept as of now, as rows that `screening report` writes to files.
    private static void RefuseLedger(CommandResult result, ScreenParties parties, PartyOptions party)
    {
        if (!parties.IsGiven(result)) result.AddError($"{Name}: not enough was named; expected NAME, --batch FILE, or --ledger for the parties of the ledger");
        else if (party.Given(result) is { } option) result.AddError($"{option} and --ledger: the ledger says it of each party; expected {option} with a NAME alone; leave it out");
        else if (result.GetResult("--as-of") is not null) result.AddError("--as-of and --ledger: the ledger is screened as it is now; expected no day; `tributary screening report --as-of` tells how things stood");
        else if (result.GetResult(TargetOptions.OutputName) is not null) result.AddError($"{TargetOptions.OutputName} and --ledger: what is found is kept in the journal; expected no file; `tributary screening report --output FILE` writes it");
    }
}
