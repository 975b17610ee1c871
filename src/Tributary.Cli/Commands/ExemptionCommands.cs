using System.CommandLine;
using System.Globalization;
using Tributary.Clearing;
using Tributary.Deciding;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>screening exempt</c>, <c>screening exemptions</c> and <c>screening informed</c></summary>
internal static class ExemptionCommands
{
    public static IEnumerable<Command> Create(Surface surface) => [CreateExempt(surface), CreateList(surface), CreateInformed(surface)];

    private static Command CreateExempt(Surface surface)
    {
        var known = string.Join(", ", ExemptionBasis.All.Select(one => $"{one.Code} ({one.Regime})"));
        var basis = Text("--basis", $"What lets the money flow: a resolution known here by its number, {known}; or a licence in words", "NUMBER|TEXT", required: true);
        var paragraph = Text("--paragraph", "The paragraph or article (else that of the resolution)");
        var cited = Text("--cited", "Where its text stands: an address, or a document of the ledger (else that of the resolution)", "URL|DOCUMENT");
        var dated = CommonOptions.Day("--dated", "The day of that text (else that of the resolution)");
        var regime = Text("--regime", "From which regime it exempts (else that of the resolution)");
        var actor = Text("--actor", "The class of actor that relies on it", required: true);
        var activity = Text("--activity", "What is done with the money", required: true);
        var minimised = Text("--minimised", "What was done so that listed parties have the least benefit", required: true);
        var evidence = new Option<string[]>("--evidence") { Description = "A document of the ledger that shows it, by its hash or the first digits; may be given again", HelpName = "DOCUMENT", AllowMultipleArgumentsPerToken = false };
        var until = CommonOptions.Day("--until", "The last day on which it may be relied on");
        var informFrom = CommonOptions.Day("--inform-from", $"The day from which the term for giving information runs ({string.Join(", ", ExemptionBasis.All.Where(one => one.InformDays is not null).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Code}: {one.InformDays} days")))})");
        var command = new Command("exempt", "Enter the basis in law on which money may flow although a party is listed. Its words stand in its own text: read it") { basis, paragraph, cited, dated, regime, actor, activity, minimised, evidence, until, informFrom };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command,
            "tributary screening exempt --basis 2664 --actor \"partner of the response plan\" --activity \"food in Kandahar\" --minimised \"paid to the mill, not to the ministry\"",
            "tributary screening exempt --basis \"OFAC General License 20\" --paragraph \"(a)\" --cited https://ofac.treasury.gov --dated 2022-02-25 --regime \"Taliban\" --actor NGO --activity clinics --minimised \"salaries by bank\" --until 2027-01-31");
        entering.Do((parsed, ledger, options, format) =>
        {
            var made = ledger.Exempt(new ExemptionEntry
            {
                Basis = parsed.GetValue(basis)!, Paragraph = parsed.GetValue(paragraph), Citation = parsed.GetValue(cited), Dated = parsed.GetValue(dated), Regime = parsed.GetValue(regime), Actor = parsed.GetValue(actor)!,
                Activity = parsed.GetValue(activity)!, Minimised = parsed.GetValue(minimised)!, Evidence = parsed.GetValue(evidence) ?? [], Until = parsed.GetValue(until), InformFrom = parsed.GetValue(informFrom),
            }, options);
            Write(surface, format, ledger, made.Position);
        });
        return command;
    }

    private static Command CreateList(Surface surface) => AnswerCommand.Create<ExemptionsQuestion, ExemptionsAnswer>(surface, new Command("exemptions", "The exemptions: their bases, what they were applied to, and by when information is owed"),
        _ => new ExemptionsQuestion { Today = ScreeningCommand.Today(surface) }, (answer, _) => ScreeningTables.Of(answer), limit: null, "tributary screening exemptions", "tributary screening exemptions --output exemptions.xlsx");

    private static Command CreateInformed(Surface surface)
    {
        var row = ScreeningCommand.Row("The exemption's row of the journal");
        var on = CommonOptions.Day("--on", "The day on which it was given (else today)");
        var command = new Command("informed", "Say that the information owed for an exemption was given") { row, on };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary screening informed 57 --on 2026-02-10 --why \"letter to the Emergency Relief Coordinator\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            ledger.Inform(parsed.GetValue(row), parsed.GetValue(on) ?? ScreeningCommand.Today(surface), options);
            Write(surface, format, ledger, parsed.GetValue(row));
        });
        return command;
    }

    private static void Write(Surface surface, AnswerFormat format, Ledger ledger, long row)
    {
        var all = ledger.Ask(new ExemptionsQuestion { Today = ScreeningCommand.Today(surface) });
        var one = all with { Exemptions = [.. all.Exemptions.Where(exemption => exemption.Row == row)] };
        AnswerCommand.Write(surface, format, one, () => ScreeningTables.Of(one));
    }

    private static Option<string?> Text(string name, string description, string help = "TEXT", bool required = false) => new(name) { Description = description, HelpName = help, Required = required };
}
