using System.Globalization;
using Spectre.Console;
using Tributary.Cli.Output;
using Tributary.Questions;
using Tributary.Tables;
using Table = Tributary.Tables.Table;

namespace Tributary.Cli.Demo;

/// <summary>Tells the main job on one screen: the call and its evidence, what was asked and given by year, the gap, who gave and who received.</summary>
/// <param name="console">Where to tell it.</param>
/// <param name="ledger">The ledger of the samples.</param>
/// <param name="command">How this program is called here.</param>
internal sealed class DemoStory(IAnsiConsole console, Ledger ledger, string command)
{
    // The full years after the call. That year itself has two plans whose requirements overlap; the last is not over.
    private const int FirstYear = 2022;
    private const int LastYear = 2025;
    private const int PartiesShown = 5;

    public void Tell(CancellationToken token)
    {
        console.MarkupLine("[bold]Tributary[/] follows humanitarian money from the call for aid to delivery, each figure traced to the document that states it.");
        console.MarkupLine("[grey]This is its main job, done on the samples that come with it.[/]");
        var documents = ledger.Ask(new DocumentsQuestion(), token);
        TellCall(token);
        TellPlans(ledger.Ask(new PlansQuestion { Countries = ["AFG"] }, token));
        TellParties(token);
        TellCounting(token);
        TellHowToGoOn(documents);
    }

    private void TellCall(CancellationToken token)
    {
        Head("The call");
        new DemoConference(console, ledger.Ask(new ConferenceQuestion { Id = DemoLedger.ConferenceId }, token)).Tell();
    }

    private void TellPlans(PlansAnswer answer)
    {
        Head("What was asked for, and what came");
        var plans = answer.Plans.Where(plan => plan is { RequirementUsd: > 0, Countries: ["AFG"] }).OrderBy(plan => plan.Years[0]).ThenBy(plan => plan.Code, StringComparer.Ordinal).ToList();
        TableWriter.Write(console, new Tabulated([new Table("",
            [
                new("year", "year"), new("plan", "code"), new("asked for", "requirementUsd", Cells.Money), new("came", "publishedFundingUsd", Cells.Money), new("", "bar", Cells.Bar), new("funded", "percentFunded", Cells.Percent),
            ],
            [.. plans.Select(plan => new object?[] { string.Join(' ', plan.Years), plan.Code, plan.RequirementUsd, plan.PublishedFundingUsd, Funded(plan), Funded(plan) })])], []));
        var after = plans.Where(plan => plan.Years[0] is >= FirstYear and <= LastYear).ToList();
        var asked = after.Sum(plan => plan.RequirementUsd!.Value);
        var came = after.Sum(plan => plan.PublishedFundingUsd ?? 0);
        console.MarkupLineInterpolated($"In the four full years after the call, {FirstYear} to {LastYear}, the plans asked for [bold]{Money(asked)}[/] and got [bold]{Money(came)}[/]: [bold red]{Money(asked - came)}[/], {Percent(1 - came / asked)}, did not come.");
        console.MarkupLineInterpolated($"[grey]As UN OCHA's Financial Tracking Service published it in April 2026 (CC BY-IGO); 2026 is not over. US dollars.[/]");
    }

    private void TellParties(CancellationToken token)
    {
        var donors = ledger.Ask(new DonorsQuestion { Countries = ["AFG"], Years = [2020] }, token);
        var recipients = ledger.Ask(new RecipientsQuestion { Countries = ["AFG"], Years = [2020] }, token);
        Head("Who gave and who received, in the year before");
        console.Write(new Columns(Parties("donor", donors), Parties("recipient", recipients)) { Expand = false });
        console.MarkupLineInterpolated($"[grey]From the {donors.Parties.Sum(party => party.FlowCount)} largest flows of 2020 that the samples hold, {Money(donors.FundingUsd)} together; FTS counts 725,591,299 in all.[/]");
    }

    private void TellCounting(CancellationToken token)
    {
        var funding = ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] }, token);
        Head("Nothing counted twice");
        console.MarkupLineInterpolated($"Adding up every row would give {Money(funding.AllRowsUsd)}. Counted is [bold]{Money(funding.FundingUsd)}[/]: {Money(funding.InternalUsd)} only moved on inside the country, and {Money(funding.SharedUsd)} is shared with other years or countries.");
    }

    private void TellHowToGoOn(DocumentsAnswer documents)
    {
        Head("How to go on");
        console.MarkupLineInterpolated($"[grey]The {documents.Documents.Count} sample documents are in a ledger of their own. Name it once, then ask:[/]");
        console.MarkupLineInterpolated($"  [bold]export TRIBUTARY_LEDGER={ledger.Folder}[/]");
        var report = documents.Documents.First(document => document.Format == "news-text").Hash.Short[..8];
        foreach (var (words, what) in (ReadOnlySpan<(string, string)>)[
            ("coverage --plan HAFG20", "one plan by cluster, from the flows in the samples; what FTS publishes stands beside it"),
            ("explain funding --country AFG --year 2020", "the flows behind a figure, each with its document and place"),
            ($"conference show {DemoLedger.ConferenceId}", "the conference, each thing with its line; `pledges --conference` follows what was promised"),
            ($"evidence show {report}", "what the report says about itself"),
            ("import YOUR-DOWNLOADS/", "your own documents: FTS API answers, HDX files, news reports"),
            ("--help", "everything else")])
        {
            console.MarkupLineInterpolated($"  [bold]{command} {words}[/]  [grey]{what}[/]");
        }
    }

    private static Spectre.Console.Table Parties(string heading, PartiesAnswer answer)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        table.AddColumn(new TableColumn($"[bold]{heading}[/]").Width(30));
        table.AddColumn(new TableColumn("[bold]funding[/]").RightAligned());
        foreach (var party in answer.Parties.Take(PartiesShown)) table.AddRow(Markup.Escape(party.Name), CellText.Money(party.FundingUsd));
        return table;
    }

    private void Head(string title)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{title}[/]").LeftJustified().RuleStyle(Style.Parse("grey")));
    }

    private static decimal? Funded(PlanLine plan) => plan.PublishedFundingUsd / plan.RequirementUsd * 100;

    private static string Money(decimal amount) => amount.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Percent(decimal part) => (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
