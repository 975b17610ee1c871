using System.Globalization;
using Tributary.Conferences;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays one conference out.</summary>
public static class ConferenceTables
{
    /// <summary>What is said of a conference at which nothing was promised.</summary>
    public const string NoPledge = "No party pledged anything, as far as the evidence goes.";

    /// <summary>One line for each entry: the conference, the calls, who came, who stayed away, what was said, what was pledged.</summary>
    public static Tabulated Of(ConferenceAnswer answer)
    {
        List<Table> tables = [Entries(answer)];
        if (answer.History.Count > 0) tables.Add(HistoryTable.Of(answer.History));
        return new Tabulated(tables, Sentences(answer));
    }

    // Most conferences rest on one document: it is named once, below.
    private static Table Entries(ConferenceAnswer answer) => new($"{answer.Title} ({answer.Id}): {Summary(answer)}",
        [
            new("id", "entry", Cells.Number), new("entry", "kind"), new("who", "who", Hxl: "#org+name"), new("what", "what", Hxl: "#description"),
            new("document", "document", On: Documents(answer).Count > 1 ? Shown.WithRoom : Shown.InFilesOnly, Hxl: "#meta+source"), new("line", "line", Cells.Number), new("place", "place", On: Shown.InFilesOnly),
        ],
        [.. answer.Lines.Select(line => new object?[] { line.Entry, line.Kind, line.Words.Who, line.Words.What, line.Source.Document.Short, (long?)line.Line, line.Source.Place })]);

    private static List<string> Documents(ConferenceAnswer answer) => [.. answer.Lines.Select(line => $"{Path.GetFileName(line.Source.Name)} ({line.Source.Document.Short})").Distinct(StringComparer.Ordinal)];

    private static string Summary(ConferenceAnswer answer)
    {
        var absent = answer.Participants.Count(party => party.Role == ParticipantRole.Absentee);
        var came = answer.Participants.Count - absent + (answer.HostIsEntered ? 0 : 1);
        return string.Join(", ", Count(came, "party", "parties"), $"{(absent == 0 ? "none" : Text(absent))} absent", Count(answer.Calls.Count, "call for aid", "calls for aid"), Count(answer.Pledges.Count, "pledge", "pledges"));
    }

    private static string Count(int count, string one, string several) => count == 0 ? $"no {one}" : $"{Text(count)} {(count == 1 ? one : several)}";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static List<string> Sentences(ConferenceAnswer answer)
    {
        var notes = new List<string>();
        if (answer.Pledges.Count == 0) notes.Add(NoPledge);
        if (answer.DayBasis.Length > 0) notes.Add($"Inferred: the day. {answer.DayBasis.TrimEnd('.')}.");
        notes.Add($"Stated in {string.Join(", ", Documents(answer))}.");
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return notes;
    }
}

/// <summary>Lays out what became of entries.</summary>
internal static class HistoryTable
{
    public static Table Of(IReadOnlyList<HistoryLine> history) => new("Everything that was entered",
        [
            new("row", "row", Cells.Number), new("entry", "entry", Cells.Number), new("kind", "kind", On: Shown.WithRoom), new("", "outcome"), new("replaces", "replaces", Cells.Number, Shown.InFilesOnly),
            new("when", "at", On: Shown.WithRoom), new("who", "who"), new("why", "why"), new("what", "what"), new("stated in", "source", On: Shown.InFilesOnly),
        ],
        [.. history.Select(row => new object?[]
        {
            row.Row, row.Entry, row.Kind, row.Outcome, row.Replaces, row.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.Who, row.Why, row.What, row.Source?.ToString(),
        })]);
}
