using System.Globalization;
using Tributary.Screening;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the screening of a file out, row by row.</summary>
public static class BatchTables
{
    /// <summary>What a candidate is not.</summary>
    public const string Caution = "A candidate is no match and no candidate is no clearance: a person decides. People in need of aid are not to be screened.";

    /// <summary>The columns of a line.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("row", "row", Cells.Number), new("id", "id"), new("name", "name", Cells.LongText), new("outcome", "outcome", On: Shown.InFilesOnly), new("score", "score", Cells.Number), new("list", "list"), new("entry", "entry"),
        new("matched name", "matchedName", Cells.LongText), new("listed as", "primaryName", Cells.LongText, Shown.InFilesOnly), new("why", "why", Cells.LongText, Shown.WithRoom), new("version", "version", On: Shown.InFilesOnly), new("stated in", "source", On: Shown.InFilesOnly), new("against", "against", On: Shown.InFilesOnly),
    ];

    /// <summary>A line for each candidate; one where there is none, and one where the row could not be used, so that every row is accounted for.</summary>
    public static IEnumerable<object?[]> Lines(ScreenedRow row, ReadyLists lists)
    {
        var party = row.Party;
        if (row.Candidates.Count == 0) return [[party.Row, party.Id, party.Name, row.Outcome, null, null, null, null, null, party.Issue?.ToString(), null, null, lists.Stated]];
        return row.Candidates.Select(line => new object?[]
        {
            party.Row, party.Id, party.Name, row.Outcome, (decimal)line.Score, line.List, line.Id, line.MatchedName, line.PrimaryName, ScreenTables.Why(line), line.Version, line.Source.ToString(), lists.Stated,
        });
    }

    /// <summary>How many rows there were, in words, and against what they were screened.</summary>
    public static string Summary(BatchScreening batch) => string.Create(CultureInfo.InvariantCulture,
        $"{batch.Rows:N0} {(batch.Rows == 1 ? "row" : "rows")}: {batch.WithCandidates:N0} with candidates, {batch.Rows - batch.WithCandidates - batch.NotScreened:N0} without, {batch.NotScreened:N0} not screened; against {batch.Lists.InWords}, from a score of {batch.Threshold} on");

    /// <summary>An overview: the first candidates of the file, and what became of its rows. Only what is shown is kept in memory.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="batch">The screening that they come from.</param>
    /// <param name="shown">How many lines are shown.</param>
    public static Tabulated Of(IEnumerable<ScreenedRow> rows, BatchScreening batch, int shown)
    {
        var (lines, more) = (new List<object?[]>(), 0L);
        foreach (var line in rows.Where(row => row.Candidates.Count > 0).SelectMany(row => Lines(row, batch.Lists)))
        {
            if (lines.Count < shown) lines.Add(line);
            else more++;
        }
        List<string> notes = more == 0 ? [] : [$"{CellText.Number(more)} more {(more == 1 ? "line" : "lines")}; --format csv has all, and --output FILE writes them to a file."];
        return new Tabulated([new Table(lines.Count == 0 ? "No row has a candidate" : "Who may be meant", Columns, lines)], [.. notes, $"{Summary(batch)}.", Caution, .. AnswerNotes.Of(batch.Lists.Snapshot, batch.Lists.AsOf)]);
    }
}
