using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays donors and recipients out.</summary>
public static class PartiesTables
{
    /// <summary>One line for each donor.</summary>
    public static Tabulated Of(PartiesAnswer answer, DonorsQuestion question) => Of(answer, "Donors", question, "funder");

    /// <summary>One line for each recipient.</summary>
    public static Tabulated Of(PartiesAnswer answer, RecipientsQuestion question) => Of(answer, "Recipients", question, "impl");

    private static Tabulated Of(PartiesAnswer answer, string title, FlowFilter filter, string role) => new(
        [new Table($"{title}: {filter.Describe()} (US dollars; {CellText.Money(answer.FundingUsd)} in all)",
            [
                new("organisation", "name", Hxl: $"#org+name+{role}"), new("id", "id", On: Shown.WithRoom, Hxl: $"#org+id+{role}"),
                new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"), new("of all", "percentOfTotal", Cells.Percent, Hxl: "#value+funding+pct"), new("", "bar", Cells.Bar),
                new("paid", "paidUsd", Cells.Money, Shown.WithRoom, "#value+funding+paid+usd"), new("pledged", "pledgedUsd", Cells.MoneyIfAny, Hxl: "#value+funding+pledged+usd"),
                new("shared", "sharedUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+funding+shared+usd"), new("internal", "internalUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+funding+internal+usd"),
                new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num"), new("committed", "committedUsd", Cells.Money, Shown.InFilesOnly, "#value+funding+committed+usd"), new("kinds", "kinds", On: Shown.InFilesOnly, Hxl: $"#org+type+name+{role}"),
            ],
            [.. answer.Parties.Select(party => new object?[]
            {
                party.Name, party.Id, party.FundingUsd, party.PercentOfTotal, party.PercentOfTotal,
                party.PaidUsd, party.PledgedUsd, party.SharedUsd, party.InternalUsd, party.FlowCount, party.CommittedUsd, party.Kinds,
            })]) { SummedColumn = "fundingUsd" }],
        AnswerNotes.Of(answer.Snapshot, answer.AsOf));
}
