using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays chains out.</summary>
public static class ChainsTables
{
    /// <summary>One line for each end of a trail and currency; then what ends why.</summary>
    public static Tabulated Of(ChainsAnswer answer, ChainsQuestion question) => new(
        [
            new Table($"Where trails end: {question.Describe()}, {CellText.Number(answer.Activities)} activities",
                [
                    new("came through", "way"), new("steps", "steps", Cells.Number), new("further sources", "furtherSources", Cells.Number, Shown.InFilesOnly), new("last activity", "activityId", On: Shown.WithRoom, Hxl: "#activity+id+iati"),
                    new("last known receiver", "receiver", Hxl: "#org+name+impl"), new("cur.", "currency", Hxl: "#currency"), new("amount", "amount", Cells.Money, Hxl: "#value"), new("transactions", "transactions", Cells.Number, Shown.InFilesOnly),
                    new("ends because", "end"), new("title", "title", On: Shown.InFilesOnly, Hxl: "#activity+name"), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
                ],
                [.. answer.Lines.Select(Line)]),
            new Table("What ends why",
                [new("ends because", "end"), new("currency", "currency", Hxl: "#currency"), new("amount", "amount", Cells.Money, Hxl: "#value"), new("share", "percent", Cells.Percent), new("ends", "ends", Cells.Number)],
                [.. answer.Ends.Select(end => new object?[] { MovementWords.Reason(end.End), end.Currency, end.Amount, Share(answer, end), end.Ends })]) { IsOfSums = true },
            .. ConversionTables.Of(answer.Conversions),
        ],
        [
            .. answer.Activities == 0 ? (string[])["No activity of this ledger fits."] : [],
            "Amounts are what activities state as disbursed or spent, whole: they are not shared out by country. The way shown is that of the largest movement at each step; of several currencies, in US dollars where a rate is known.",
            .. ConversionTables.Notes(answer.Conversions),
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static object?[] Line(ChainLine line)
    {
        var last = line.Steps[^1];
        return
        [
            Way(line), (long)line.Steps.Count, (long)line.FurtherSources, last.Id,
            line.Receiver, line.Currency, line.Amount, line.Transactions, MovementWords.Reason(line.End), last.Title, last.Source is { } source ? $"{Path.GetFileName(source.Name)} {source.Place}" : null,
        ];
    }

    // Activities of one publisher that follow each other are one stop, with their number.
    private static string Way(ChainLine line)
    {
        var stops = new List<(string Name, int Count)>();
        foreach (var name in line.Steps.Select(step => step.Publisher ?? step.Id))
        {
            if (stops.Count > 0 && stops[^1].Name == name) stops[^1] = (name, stops[^1].Count + 1);
            else stops.Add((name, 1));
        }
        return string.Join(" → ", stops.Select(stop => stop.Count == 1 ? stop.Name : $"{stop.Name} ({CellText.Number(stop.Count)} activities)"));
    }

    private static decimal? Share(ChainsAnswer answer, ChainEndSum end) =>
        answer.Ends.Where(other => other.Currency == end.Currency).Sum(other => other.Amount) is var whole && whole != 0 ? Math.Round(end.Amount / whole * 100, 2, MidpointRounding.AwayFromZero) : null;
}
