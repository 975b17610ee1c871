using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>donors</c> and <c>recipients</c></summary>
internal static class PartiesCommand
{
    public static Command CreateDonors(Surface surface) =>
        Create<DonorsQuestion>(surface, "donors", "Who gave", "tributary donors --country AFG --year 2020 --limit 10", "tributary donors --plan 929 --format csv");

    public static Command CreateRecipients(Surface surface) =>
        Create<RecipientsQuestion>(surface, "recipients", "Who received", "tributary recipients --country AFG --year 2020", "tributary recipients --plan 929 --donor \"World Bank\"");

    private static Command Create<TQuestion>(Surface surface, string name, string description, params string[] examples)
        where TQuestion : FlowFilter, IQuestion<PartiesAnswer>, new()
    {
        var command = new Command(name, description);
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create(surface, command, parsed => filters.Fill(parsed, new TQuestion()),
            (answer, parsed) => Lay(answer, $"{char.ToUpperInvariant(name[0])}{name[1..]}: {FilterOptions.Describe(filters.Fill(parsed, new TQuestion()))}", limit.Of(parsed)), examples);
    }

    private static Report Lay(PartiesAnswer answer, string title, int limit)
    {
        var shown = answer.Parties.Take(limit).ToList();
        var notes = Notes.Of(answer.Snapshot, answer.AsOf);
        if (answer.Parties.Count > shown.Count)
        {
            notes.Insert(0, $"{answer.Parties.Count - shown.Count:N0} more with {TableWriter.Text(answer.FundingUsd - shown.Sum(party => party.FundingUsd), Cells.Money)} together; --limit 0 shows all.");
        }
        return new Report([new Section($"{title} (US dollars; {TableWriter.Text(answer.FundingUsd, Cells.Money)} in all)",
            [
                new("organisation", "name"), new("id", "id", On: Shown.WithRoom), new("funding", "fundingUsd", Cells.Money), new("of all", "percentOfTotal", Cells.Percent), new("", "bar", Cells.Bar),
                new("paid", "paidUsd", Cells.Money, Shown.WithRoom), new("pledged", "pledgedUsd", Cells.MoneyIfAny), new("shared", "sharedUsd", Cells.MoneyIfAny, Shown.WithRoom), new("internal", "internalUsd", Cells.MoneyIfAny, Shown.WithRoom), new("flows", "flowCount", Cells.Number),
                new("committed", "committedUsd", Cells.Money, Shown.InCsvOnly), new("kinds", "kinds", On: Shown.InCsvOnly),
            ],
            [.. shown.Select(party => new object?[]
            {
                party.Name, party.Id, party.FundingUsd, party.PercentOfTotal, party.PercentOfTotal,
                party.PaidUsd, party.PledgedUsd, party.SharedUsd, party.InternalUsd, party.FlowCount, party.CommittedUsd, party.Kinds,
            })])], notes);
    }
}
