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

    // Words of the report's paragraphs that tell who asked, who stayed away and what was pledged.
    private static readonly string[] Told = ["help pay", "did not come", "no pledge"];

    public void Tell(CancellationToken token)
    {
        console.MarkupLine("[bold]Tributary[/] follows humanitarian money from the call for aid to delivery, each figure traced to the document that states it.");
        console.MarkupLine("[grey]This is its main job, done on the samples that come with it.[/]");
        var documents = ledger.Ask(new DocumentsQuestion(), token);
        TellCall(documents.Documents.First(document => document.Format == "news-text"), token);
        TellPlans(ledger.Ask(new PlansQuestion { Countries = ["AFG"] }, token));
        TellParties(token);
        TellCounting(token);
        TellHowToGoOn(documents);
    }

    private void TellCall(DocumentLine report, CancellationToken token)
    {
        var evidence = ledger.Ask(new EvidenceQuestion { Document = report.Hash.Hex }, token);
        Head("The call");
        console.MarkupLineInterpolated($"[bold]{Field(evidence, "headline")}[/]");
        console.MarkupLineInterpolated($"[grey]{Field(evidence, "published")}, {Field(evidence, "publisher")}; document {report.Hash.Short}[/]");
        console.WriteLine();
        var headline = evidence.Fields.First(field => field.Field == "headline").Spans[0].Line;
        foreach (var (number, text) in Paragraphs(report).Where(line => line.Number > headline && Told.Any(words => line.Text.Contains(words, StringComparison.Ordinal))))
        {
            console.Write(new Padder(new Markup($"{Markup.Escape(text)} [grey](line {number})[/]"), new Padding(2, 0, 2, 0)));
        }
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

    private IEnumerable<(int Number, string Text)> Paragraphs(DocumentLine report)
    {
        using var reader = new StreamReader(ledger.OpenDocument(report.Hash));
        for (var number = 1; reader.ReadLine() is { } line; number++) yield return (number, line.Trim());
    }

    private void Head(string title)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{title}[/]").LeftJustified().RuleStyle(Style.Parse("grey")));
    }

    private static string Field(EvidenceAnswer evidence, string name) => evidence.Fields.FirstOrDefault(field => field.Field == name)?.Value ?? "unknown";

    private static decimal? Funded(PlanLine plan) => plan.PublishedFundingUsd / plan.RequirementUsd * 100;

    private static string Money(decimal amount) => amount.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Percent(decimal part) => (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
