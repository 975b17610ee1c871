using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays sanctions lists and their entries out.</summary>
public static class ListsTables
{
    /// <summary>The versions; or of the entries asked for one line each; or of one entry all that is stated.</summary>
    public static Tabulated Of(ListsAnswer answer, ListsQuestion question) => new(
        question.Entry is not null ? [.. answer.Entries.Select(Whole)] : question.Name is { } name ? [Entries(answer, name)] : [Versions(answer)],
        [.. Words(answer, question), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    private static IEnumerable<string> Words(ListsAnswer answer, ListsQuestion question)
    {
        if (answer.Versions.Count == 0) yield return "No sanctions list was taken in yet: `tributary lists import FILE` does.";
        else if (question.Name is not null) yield return $"Looked up in {string.Join(", ", answer.Versions.Where(version => version.Until is null).Select(version => $"{version.List} of {CellText.Day(version.Day)}"))}. A name looked up so is no screening: other spellings are not found.";
    }

    private static Table Versions(ListsAnswer answer) => new("Sanctions lists, version by version",
        [
            new("list", "list"), new("day", "day", Hxl: "#date+start"), new("until", "until", Hxl: "#date+end"), new("entries", "entries", Cells.Number), new("format", "format", On: Shown.WithRoom),
            new("known by", "dayBasis", On: Shown.WithRoom), new("document", "document"), new("name", "name", Hxl: "#meta+source"),
        ],
        [.. answer.Versions.Select(version => new object?[] { version.List, version.Day, version.Until, (long)version.Entries, version.Format, version.DayBasis, version.Source.Document.Short, Path.GetFileName(version.Source.Name) })]);

    private static Table Entries(ListsAnswer answer, string part) => new($"Entries with '{part}' in a name",
        [
            new("list", "list"), new("entry", "id"), new("type", "type"), new("name", "name", Cells.LongText), new("programmes", "programmes", On: Shown.WithRoom), new("listed on", "listedOn", On: Shown.WithRoom, Hxl: "#date"),
            new("known from", "knownFrom", On: Shown.InFilesOnly), new("names", "nameCount", Cells.Number, Shown.WithRoom), new("stated in", "source", On: Shown.WithRoom, Hxl: "#meta+source"),
        ],
        [.. answer.Entries.Select(line => new object?[]
        {
            line.List, line.Entry.Id, line.Entry.Type.ToString().ToLowerInvariant(), Name(line, part), string.Join(", ", line.Entry.Programmes), line.Entry.ListedOn, line.KnownFrom, (long)line.Entry.Names.Count, line.Source.ToString(),
        })]);

    // The name that was found, after the one by which people know the entry.
    private static string Name(ListedEntryLine line, string part)
    {
        var (primary, found) = (line.Entry.Names[0].Text, line.Entry.Names.First(name => name.Text.Contains(part, StringComparison.OrdinalIgnoreCase)).Text);
        return primary == found ? primary : $"{primary} — {found}";
    }

    private static Table Whole(ListedEntryLine line) => new($"{line.Entry.Id} on the list {line.List}: {line.Entry.Names[0].Text}",
        [new("list", "list", On: Shown.InFilesOnly), new("entry", "id", On: Shown.InFilesOnly), new("field", "field"), new("value", "value", Cells.LongText)],
        [
            .. ListedDifferences.Words(line.Entry).Select(word => Row(line, word.Field, word.Value)),
            Row(line, "knownFrom", CellText.Day(line.KnownFrom)),
            .. line.DelistedOn is { } day ? (object?[][])[Row(line, "delistedOn", CellText.Day(day))] : [],
            Row(line, "source", line.Source.ToString()),
        ]);

    private static object?[] Row(ListedEntryLine line, string field, string value) => [line.List, line.Entry.Id, field, value];
}
