using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the candidates of a screening out.</summary>
public static class ScreenTables
{
    /// <summary>A line for each candidate, with the reasons.</summary>
    public static Tabulated Of(ScreenAnswer answer) => new(
        [
            new Table(answer.Candidates.Count == 0 ? $"{answer.Name}: no candidate" : $"{answer.Name}: who may be meant",
                [
                    new("score", "score", Cells.Number), new("list", "list"), new("entry", "id"), new("type", "type", On: Shown.WithRoom), new("name", "matchedName", Cells.LongText), new("listed as", "primaryName", Cells.LongText, Shown.WithRoom),
                    new("why", "why", Cells.LongText), new("programmes", "programmes", On: Shown.InFilesOnly), new("version", "version", On: Shown.WithRoom), new("stated in", "source", On: Shown.InFilesOnly),
                ],
                [.. answer.Candidates.Select(Row)]),
        ],
        [.. Words(answer), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>What speaks for and against a candidate, in one line.</summary>
    internal static string Why(ScreenLine line) => string.Join("; ", line.Reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Text} ({reason.Weight:+0.00;-0.00})")).Prepend(line.Comparison.Explanation).Where(reason => reason.Length > 0));

    private static object?[] Row(ScreenLine line) =>
    [
        (decimal)line.Score, line.List, line.Id, line.Type.ToString().ToLowerInvariant(), line.MatchedName, line.PrimaryName,
        Why(line),
        string.Join(", ", line.Programmes), line.Version, line.Source.ToString(),
    ];

    private static IEnumerable<string> Words(ScreenAnswer answer)
    {
        yield return $"Screened against {ReadyLists.InWordsOf(answer.Lists)}, from a score of {answer.Threshold.ToString(CultureInfo.InvariantCulture)} on.";
        yield return BatchTables.Caution;
    }
}
