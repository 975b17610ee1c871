using Spectre.Console;
using Tributary.Conferences;
using Tributary.Provenance;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Cli.Demo;

/// <summary>Tells a conference in a few sentences, each with the line that it rests on.</summary>
internal sealed class DemoConference(IAnsiConsole console, ConferenceAnswer conference)
{
    public void Tell()
    {
        console.MarkupLineInterpolated($"[bold]{conference.Title}[/], {conference.City}, {CellText.Day(conference.FirstDay)} ({conference.Zone})");
        console.MarkupLineInterpolated($"[grey]As entered from {Path.GetFileName(conference.Source.Name)}, document {conference.Source.Document.Short}. {conference.DayBasis}[/]");
        console.WriteLine();
        foreach (var call in conference.Calls) Say($"{call.Party} called on {call.To} for {call.Purpose}, for {call.For}; {(call.Amount is { } amount ? $"{call.Currency} {CellText.Money(amount)}" : "no sum was named")}.", call.Source);
        var came = conference.Participants.Where(party => party.Role != ParticipantRole.Absentee).ToList();
        Say($"Those who came: {string.Join(", ", came.Select(party => party.Role == ParticipantRole.Host ? $"{party.Party} (host)" : party.Party))}.", came[0].Source);
        foreach (var absent in conference.Participants.Where(party => party.Role == ParticipantRole.Absentee)) Say($"Who stayed away: {absent.Party}. The reason given: {absent.AbsenceReason}. As to the future: \"{absent.LaterWords}\".", absent.Source);
        foreach (var demand in conference.Statements.Where(statement => statement.Speaker is null && came.Exists(party => party.Party == statement.Party))) Say($"{demand.Party}: {demand.Words}", demand.Source);
        console.Write(new Padder(new Markup($"[bold]{(conference.Pledges.Count == 0 ? ConferenceTables.NoPledge : $"{conference.Pledges.Count} parties pledged.")}[/]"), new Padding(2, 0, 2, 0)));
    }

    private void Say(string sentence, SourceLocation source) =>
        console.Write(new Padder(new Markup($"{Markup.Escape(sentence)} [grey]({source.Place.Split(',')[0]})[/]"), new Padding(2, 0, 2, 0)));
}
