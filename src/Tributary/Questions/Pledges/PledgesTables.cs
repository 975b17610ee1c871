using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays out what was promised and what became of it.</summary>
public static class PledgesTables
{
    /// <summary>By party, in all, and one by one.</summary>
    public static Tabulated Of(PledgesAnswer answer)
    {
        List<Table> tables = [Parties(answer)];
        if (answer.Pledges.Count > 0) tables.AddRange([Totals(answer), Pledges(answer)]);
        return new Tabulated(tables, Sentences(answer));
    }

    // Where nobody promised anything, columns of money would only be empty.
    private static Table Parties(PledgesAnswer answer) => new($"Pledges: {answer.Scope}", answer.Pledges.Count > 0 ? Columns : [.. Columns.Select(column => column.Name is "party" or "attended" ? column with { On = Shown.Always } : column with { On = Shown.InFilesOnly })], [.. answer.Parties.Select(Row)]);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("party", "party", Hxl: "#org+name+funder"), new("came", "attended", On: Shown.WithRoom), new("in", "currency", Hxl: "#currency+code"), new("pledged", "pledged", Cells.Money, Hxl: "#value+pledged"),
        new("committed", "committed", Cells.Money, Hxl: "#value+committed"), new("paid", "paid", Cells.Money, Hxl: "#value+paid"), new("outstanding", "outstanding", Cells.Money, Hxl: "#value+outstanding"),
        new("kept", "percentKept", Cells.Percent, Shown.WithRoom, "#value+pct"), new("days", "daysSince", Cells.Number, Shown.WithRoom), new("pledges", "pledgeCount", Cells.Number, Shown.WithRoom),
        new("US$ outst.", "outstandingUsd", Cells.Money, Shown.WithRoom, "#value+outstanding+usd"), new("US$ pledged", "pledgedUsd", Cells.Money, Shown.InFilesOnly, "#value+pledged+usd"),
        new("US$ committed", "committedUsd", Cells.Money, Shown.InFilesOnly, "#value+committed+usd"), new("US$ paid", "paidUsd", Cells.Money, Shown.InFilesOnly, "#value+paid+usd"),
        new("first made on", "firstMadeOn", On: Shown.InFilesOnly, Hxl: "#date+pledged"), new("role", "role", On: Shown.InFilesOnly), new("iso3", "iso3", On: Shown.InFilesOnly, Hxl: "#country+code+funder"),
    ];

    // A party that promised nothing has no amounts, rather than amounts of nothing.
    private static object?[] Row(PartyPledges party) => party.PledgeCount == 0
        ? [party.Party, party.Attended, null, null, null, null, null, null, null, 0L, null, null, null, null, null, party.Role?.ToString(), party.Iso3]
        : [
            party.Party, party.Attended, party.Currency, party.Pledged, party.Committed, party.Paid, party.Outstanding, party.PercentKept, (long?)party.DaysSince, (long)party.PledgeCount,
            party.OutstandingUsd, party.PledgedUsd, party.CommittedUsd, party.PaidUsd, party.FirstMadeOn, party.Role?.ToString(), party.Iso3,
        ];

    private static Table Totals(PledgesAnswer answer) => new("The whole promise",
        [
            new("in", "currency", Hxl: "#currency+code"), new("pledges", "pledgeCount", Cells.Number, Shown.WithRoom), new("pledged", "pledged", Cells.Money, Hxl: "#value+pledged"),
            new("committed", "committed", Cells.Money, Hxl: "#value+committed"), new("paid", "paid", Cells.Money, Hxl: "#value+paid"), new("outstanding", "outstanding", Cells.Money, Hxl: "#value+outstanding"),
            new("kept", "percentKept", Cells.Percent, Hxl: "#value+pct"), new("", "bar", Cells.Bar),
        ],
        [
            .. answer.Totals.Select(total => new object?[] { total.Currency, (long)total.PledgeCount, total.Pledged, total.Committed, total.Paid, total.Outstanding, total.PercentKept, total.PercentKept }),
            .. answer.TotalUsd is { } usd && (answer.Totals.Count > 1 || answer.Totals[0].Currency != "USD")
                ? [["all, in US$", (long)usd.PledgeCount, usd.PledgedUsd, usd.CommittedUsd, usd.PaidUsd, usd.OutstandingUsd, usd.PercentKept, usd.PercentKept]]
                : Array.Empty<object?[]>(),
        ]) { IsOfSums = true };

    private static Table Pledges(PledgesAnswer answer) => new("One by one",
        [
            new("pledge", "entry"), new("party", "party", Hxl: "#org+name+funder"), new("in", "currency", Hxl: "#currency+code"), new("pledged", "pledged", Cells.Money, Hxl: "#value+pledged"),
            new("outstanding", "outstanding", Cells.Money, Hxl: "#value+outstanding"), new("made on", "madeOn", On: Shown.WithRoom, Hxl: "#date+pledged"), new("followed by", "followed", On: Shown.WithRoom),
            new("stated in", "source", On: Shown.WithRoom, Hxl: "#meta+source"),
        ],
        [.. answer.Pledges.Select(pledge => new object?[]
        {
            pledge.Entry?.ToString(CultureInfo.InvariantCulture) ?? $"flow {pledge.Flow}", pledge.Party, pledge.Currency, pledge.Pledged, pledge.Outstanding, pledge.MadeOn, Followed(pledge),
            $"{Path.GetFileName(pledge.Source.Name)} {pledge.Source.Place}",
        })]);

    private static string Followed(FollowedPledge pledge) => pledge.FtsStatus is { } status
        ? status == "pledge" ? "still a pledge" : $"now {status}"
        : pledge.Flows.Count == 0 ? "no flow confirmed" : $"flow {string.Join(", ", pledge.Flows.Select(flow => flow.Id))}";

    private static List<string> Sentences(PledgesAnswer answer)
    {
        var notes = new List<string>();
        if (answer.Pledges.Count == 0) notes.Add(answer.Conference is not null ? ConferenceTables.NoPledge : "No pledge is known: FTS reports none here, and none was entered.");
        else notes.Add("Outstanding is pledged less committed less paid; kept is what was paid. None of this is funding.");
        if (answer.Shared is { } shared) notes.Add($"Beside these, and in no sum: {CellText.Number(shared.FlowCount)} of FTS's pledges, {CellText.Money(shared.AmountUsd)} US dollars, of which only an unknown part is for this.");
        if (answer.TotalUsd is { WithoutEquivalent: > 0 and var without }) notes.Add($"In no sum of US dollars: {CellText.Number(without)} of the pledges. No document states them so, and no flow of the ledger states a rate.");
        foreach (var basis in answer.TotalUsd?.Basis ?? []) notes.Add($"In US dollars {basis}.");
        notes.AddRange(answer.Oddities);
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return notes;
    }
}
