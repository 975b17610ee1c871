using System.CommandLine;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>donors</c> and <c>recipients</c></summary>
internal static class PartiesCommand
{
    public static Command CreateDonors(Surface surface) => Create<DonorsQuestion>(surface, "donors", "Who gave", PartiesTables.Of,
        "tributary donors --country AFG --year 2020 --limit 10", "tributary donors --plan 929 --format csv");

    public static Command CreateRecipients(Surface surface) => Create<RecipientsQuestion>(surface, "recipients", "Who received", PartiesTables.Of,
        "tributary recipients --country AFG --year 2020", "tributary recipients --plan 929 --donor \"World Bank\"");

    private static Command Create<TQuestion>(Surface surface, string name, string description, Func<PartiesAnswer, TQuestion, Tabulated> tables, params string[] examples)
        where TQuestion : FlowFilter, IQuestion<PartiesAnswer>, new()
    {
        var command = new Command(name, description);
        var filters = new FilterOptions(command);
        return AnswerCommand.Create(surface, command, parsed => filters.Fill(parsed, new TQuestion()), tables, LineLimit.AddTo(command), examples);
    }
}
