using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays entered pledges out.</summary>
public static class PledgeListTables
{
    /// <summary>One line for each pledge.</summary>
    public static Tabulated Of(PledgeListAnswer answer)
    {
        List<Table> tables = [Pledges(answer)];
        if (answer.History.Count > 0) tables.Add(HistoryTable.Of(answer.History));
        return new Tabulated(tables, [answer.Pledges.Count == 0 ? "No pledge of this kind stands." : "`tributary pledge match ID` proposes the flows that may fulfil a pledge.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);
    }

    private static Table Pledges(PledgeListAnswer answer) => new("Pledges as they were entered",
        [
            new("id", "entry", Cells.Number), new("party", "party", Hxl: "#org+name+funder"), new("iso3", "iso3", On: Shown.InFilesOnly, Hxl: "#country+code+funder"), new("organization", "organizationId", On: Shown.InFilesOnly, Hxl: "#org+id+funder"),
            new("in", "currency", Hxl: "#currency+code"), new("amount", "amount", Cells.Money, Hxl: "#value+pledged"), new("US$ stated", "amountUsd", Cells.Money, Shown.WithRoom, "#value+pledged+usd"),
            new("for", "countries", Hxl: "#country+code"), new("plan", "plan", On: Shown.WithRoom, Hxl: "#activity+appeal+id+fts_internal"), new("made on", "madeOn", Hxl: "#date+pledged"),
            new("from", "periodFirst", On: Shown.InFilesOnly, Hxl: "#date+start"), new("until", "periodLast", On: Shown.InFilesOnly, Hxl: "#date+end"), new("new money", "newMoney", On: Shown.InFilesOnly),
            new("conference", "conference", On: Shown.WithRoom, Hxl: "#event+id"), new("what for", "purpose", Cells.LongText, Shown.WithRoom, "#description"), new("stated in", "source", On: Shown.WithRoom, Hxl: "#meta+source"),
        ],
        [.. answer.Pledges.Select(pledge => new object?[]
        {
            pledge.Entry, pledge.Party, pledge.Iso3, pledge.OrganizationId, pledge.Currency, pledge.Amount, pledge.AmountUsd, string.Join(' ', pledge.Countries), pledge.Plan, pledge.MadeOn,
            pledge.PeriodFirst, pledge.PeriodLast, pledge.NewMoney.ToString(), pledge.Conference, pledge.Purpose, $"{Path.GetFileName(pledge.Source.Name)} {pledge.Source.Place}",
        })]);
}
