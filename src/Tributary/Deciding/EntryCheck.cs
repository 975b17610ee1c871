using System.Globalization;
using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Holds entries against the ledger and makes them whole: countries by their codes, documents by all of their hash.</summary>
internal sealed class EntryCheck(Ledger ledger, Facts facts, Mistakes mistakes)
{
    private const int DaysMax = 366;

    private readonly EvidenceCheck _evidence = new(ledger, facts, mistakes);
    private readonly Dictionary<string, Conference> _conferences = KnownEntries.Standing(facts, ConferenceKinds.Conference).Select(entry => entry.Record).DistinctBy(conference => conference.Id, StringComparer.Ordinal).ToDictionary(conference => conference.Id, StringComparer.Ordinal);

    /// <summary>A conference. Those that are checked after it may name it.</summary>
    public Conference Check(Conference given, Func<string, string> at)
    {
        var check = new RecordCheck(mistakes, at);
        if (!Conference.IsId(given.Id)) check.Wrong(ConferenceForm.Id, $"'{given.Id}'", "expected small letters, digits and hyphens, a letter first, three to eighty of them", "write it so, such as moscow-2021-10-20");
        if (check.Days("first-day", given.FirstDay, "last-day", given.LastDay) && given.LastDay.DayNumber - given.FirstDay.DayNumber >= DaysMax)
        {
            check.Wrong("last-day", $"a conference of more than {DaysMax} days", "expected fewer", "check the year of the last day");
        }
        check.Zone("zone", given.Zone);
        var whole = given with
        {
            Title = check.Needed("title", given.Title),
            Host = check.Needed("host", given.Host),
            City = check.Needed("city", given.City),
            Country = check.Country("country", given.Country)!,
            DayBasis = check.Text("day-basis", given.DayBasis) ?? "",
            About = check.CountryList("about", given.About),
            Evidence = _evidence.Complete(given.Evidence, at),
        };
        _conferences[whole.Id] = whole;
        return whole;
    }

    /// <summary>A party that came, or stayed away.</summary>
    public Participant Check(Participant given, Func<string, string> at)
    {
        var check = new RecordCheck(mistakes, at);
        IsKnown(check, given.Conference);
        if (given.Attended && given.AbsenceReason is not null) check.Wrong("reason", "a reason for staying away of a party that came", "expected it of an absentee", "leave it out, or give the role absentee");
        if (given.Attended && given.MayAttendLater != Said.NotSaid) check.Wrong("later", "whether a party that came could come later", "expected it of an absentee", "leave it out, or give the role absentee");
        return given with
        {
            Party = check.Needed("party", given.Party),
            Iso3 = check.Country("iso3", given.Iso3),
            OrganizationId = check.Organization("organization", given.OrganizationId),
            AbsenceReason = check.Text("reason", given.AbsenceReason),
            LaterWords = check.Text("later-words", given.LaterWords),
            Evidence = _evidence.Complete(given.Evidence, at),
        };
    }

    /// <summary>What somebody said.</summary>
    public Statement Check(Statement given, Func<string, string> at)
    {
        var check = new RecordCheck(mistakes, at);
        IsKnown(check, given.Conference);
        if (string.IsNullOrWhiteSpace(given.Speaker) && string.IsNullOrWhiteSpace(given.Party)) check.Wrong("speaker", "neither a speaker nor a party", "expected who said it", "give the speaker, or the party for which it was said");
        return given with
        {
            Speaker = check.Text("speaker", given.Speaker),
            Office = check.Text("office", given.Office),
            Party = check.Text("party", given.Party),
            Words = check.Needed("words", given.Words),
            Evidence = _evidence.Complete(given.Evidence, at),
        };
    }

    /// <summary>A request for aid.</summary>
    public Call Check(Call given, Func<string, string> at)
    {
        var check = new RecordCheck(mistakes, at);
        if (given.Conference is not null) IsKnown(check, given.Conference);
        if (given.Amount is { } amount) check.Amount("amount", amount);
        return given with
        {
            Party = check.Needed("party", given.Party),
            To = check.Text("to", given.To),
            For = check.Text("for", given.For),
            Purpose = check.Text("purpose", given.Purpose),
            Countries = check.CountryList("country", given.Countries),
            Evidence = _evidence.Complete(given.Evidence, at),
        };
    }

    /// <summary>A promise of money.</summary>
    public Pledge Check(Pledge given, Func<string, string> at)
    {
        var check = new RecordCheck(mistakes, at);
        if (given.Conference is not null) IsKnown(check, given.Conference);
        check.Amount("amount", given.Amount);
        if (given.AmountUsd is { } usd) CheckUsd(check, given.Amount, usd);
        if (given is { PeriodFirst: { } first, PeriodLast: { } last }) check.Days("period-first", first, "period-last", last);
        if (given is { Countries.Count: 0, Plan: null }) check.Wrong("country", "neither a country nor a plan", "expected what the money is for", "give the country or the plan");
        var whole = given with
        {
            Party = check.Needed("party", given.Party),
            Iso3 = check.Country("iso3", given.Iso3),
            OrganizationId = check.Organization("organization", given.OrganizationId),
            Purpose = check.Text("purpose", given.Purpose),
            Countries = check.CountryList("country", given.Countries),
            Plan = PlanId(check, given.Plan),
            Evidence = _evidence.Complete(given.Evidence, at),
        };
        CheckMadeOn(check, whole);
        return whole;
    }

    private void IsKnown(RecordCheck check, string conference)
    {
        if (!_conferences.ContainsKey(conference)) check.Wrong("conference", $"'{conference}'", "expected a conference of the ledger", "`tributary conference list` lists them; enter it first");
    }

    private static void CheckUsd(RecordCheck check, Money.Amount amount, decimal usd)
    {
        check.Above0("usd", usd);
        if (amount.Currency == Money.Currency.Usd && amount.Value != usd) check.Wrong("usd", $"{usd} beside an amount of {amount}", "expected the same", "leave it out: the amount is in US dollars");
    }

    // What was promised after the document was written is not in it. A day more, because it may have been written further west.
    private void CheckMadeOn(RecordCheck check, Pledge pledge)
    {
        if (!check.Day("made-on", pledge.MadeOn) || DocumentNames.Of(facts, pledge.Evidence.Document) is not { } document || pledge.MadeOn <= document.Day.AddDays(1)) return;
        check.Wrong("made-on", string.Create(CultureInfo.InvariantCulture, $"{pledge.MadeOn:yyyy-MM-dd}, after the document's day {document.Day:yyyy-MM-dd} ({document.DayBasis})"), "expected that day or an earlier one", "check the day, and that of the document");
    }

    private string? PlanId(RecordCheck check, string? plan)
    {
        if (plan is null) return null;
        var ids = PlanIds.Find(facts, plan);
        if (ids is [var one]) return one.ToString(CultureInfo.InvariantCulture);
        if (ids.Count == 0) check.Wrong("plan", $"plan '{plan}'", "expected the id or code of a plan of the ledger", "`tributary plans` lists them; name the country where the plan is not there yet");
        else check.Wrong("plan", $"plan '{plan}', which is the code of several", "expected one plan", $"give one of the ids {string.Join(", ", ids)}");
        return plan;
    }
}
