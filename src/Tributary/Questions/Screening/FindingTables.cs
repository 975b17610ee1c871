using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays one finding out, as whoever decides needs it.</summary>
public static class FindingTables
{
    private static readonly Column[] Columns = [new("field", "field"), new("value", "value", Cells.LongText)];

    /// <summary>How it stands; what the ledger states of the party; what the list states of the entry; what was decided.</summary>
    public static Tabulated Of(FindingAnswer answer) => new(
        [
            State(answer.Finding),
            new Table(answer.Party is null ? "The party is no longer on the ledger" : "The party, as the ledger has it", Columns, answer.Party is { } party ? [["key", party.Key], .. party.Names.Select(name => new object?[] { "name", name })] : []),
            new Table(answer.Entry is null ? "The entry is no longer on the list" : $"The entry, as the list {answer.Finding.List} of {CellText.Day(answer.Entry.Day)} has it", Columns,
                answer.Entry is { } entry ? [.. ListedDifferences.Words(entry).Select(word => new object?[] { word.Field, word.Value }), ["source", entry.Source?.ToString()]] : []),
            .. answer.Decisions.Count == 0 ? [] : (Table[])[ScreeningTables.Decisions(answer.Decisions)],
        ],
        ["A finding is no match: a person decides.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>How it stands.</summary>
    public static Tabulated Of(FindingLine finding) => new([State(finding)], []);

    private static Table State(FindingLine finding) => new($"Finding {finding.Id}", Columns, [.. Fields(finding).Where(field => field.Value is { Length: > 0 }).Select(field => new object?[] { field.Name, field.Value })]);

    private static IEnumerable<(string Name, string? Value)> Fields(FindingLine finding) =>
    [
        ("state", finding.State.Word()), ("note", finding.Note), ("score", finding.Score.ToString(CultureInfo.InvariantCulture)), ("party", $"{finding.PartyName} ({finding.Party})"), ("entry", $"{finding.EntryName} ({finding.List} {finding.Entry})"),
        ("name on the list", finding.MatchedName), ("why", finding.Why), ("found", ScreeningTables.Time(finding.Since)), ("decision", finding.Decision is { } row ? $"row {row} by {finding.DecidedBy}, {ScreeningTables.Time(finding.DecidedAt)}" : null), ("reason", finding.Reason),
        ("freed by", finding.Frees),
    ];
}
