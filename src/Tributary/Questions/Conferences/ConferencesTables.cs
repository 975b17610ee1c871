using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays conferences out.</summary>
public static class ConferencesTables
{
    /// <summary>One line for each conference.</summary>
    public static Tabulated Of(ConferencesAnswer answer) => new([new Table("Conferences",
        [
            new("id", "id", Hxl: "#event+id"), new("first day", "firstDay", Hxl: "#date+start"), new("last day", "lastDay", On: Shown.InFilesOnly, Hxl: "#date+end"),
            new("host", "host", On: Shown.WithRoom, Hxl: "#org+name+host"), new("city", "city", On: Shown.WithRoom, Hxl: "#loc+name"), new("country", "country", On: Shown.InFilesOnly, Hxl: "#country+code"),
            new("about", "about", Hxl: "#country+code+about"), new("came", "participantCount", Cells.Number), new("absent", "absenteeCount", Cells.Number),
            new("calls", "callCount", Cells.Number), new("pledges", "pledgeCount", Cells.Number), new("title", "title", On: Shown.WithRoom, Hxl: "#event+name"), new("entry", "entry", Cells.Number, Shown.InFilesOnly),
        ],
        [.. answer.Conferences.Select(one => new object?[]
        {
            one.Id, one.FirstDay, one.LastDay, one.Host, one.City, one.Country, string.Join(' ', one.About),
            (long)one.ParticipantCount, (long)one.AbsenteeCount, (long)one.CallCount, (long)one.PledgeCount, one.Title, one.Entry,
        })])],
        [answer.Conferences.Count == 0 ? "No conference was entered yet: `tributary conference add --help` says how." : "A party is counted where the evidence names it; a group counts as one.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);
}
