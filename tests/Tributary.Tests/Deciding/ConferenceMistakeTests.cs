using Tributary.Deciding;

namespace Tributary.Tests.Deciding;

/// <summary>What does not hold is told, each mistake once and at its place, and nothing is kept.</summary>
public sealed class ConferenceMistakeTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly EntryDesk _desk = shared.Desk;

    /// <summary>A pledge with one thing wrong: the line of the file, and what the message must say.</summary>
    public static TheoryData<string, string> Mistakes() => new()
    {
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 99", "line 99; expected a line with words, of the 14 that the document has" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 8", "line 8 is empty" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 0", "line 0" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13", "no place in the document" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, quotation: 51 million euros", "\"51 million euros\" does not stand in the document" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 7, quotation: 50 million euros", "does not stand there; expected words as the document has them, but for white space; leave the place out: they stand on line 9" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, span: 9-5", "expected a run inside the" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, span: 0-99999", "expected a run inside the" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, span: 0-5, line: 9", "expected one place" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9, document: ffff", "document 'ffff'; expected the hash of a document of the ledger" },
        { "party: Germany, amount: EUR 0, country: AFG, made-on: 2021-09-13, line: 9", "expected an amount above 0" },
        { "party: Germany, amount: EUR -5, country: AFG, made-on: 2021-09-13, line: 9", "expected an amount above 0" },
        { "party: Germany, amount: EUX 50, country: AFG, made-on: 2021-09-13, line: 9", "the currency 'EUX'" },
        { "party: Germany, amount: 50 million, country: AFG, made-on: 2021-09-13, line: 9", "without a currency" },
        { "party: Germany, amount: \"EUR 1,000\", country: AFG, made-on: 2021-09-13, line: 9", "'EUR 1,000'; expected an amount such as" },
        { "party: Germany, amount: EUR 50 million, currency: USD, country: AFG, made-on: 2021-09-13, line: 9", "USD, where the amount says EUR" },
        { "party: Germany, amount: USD 50 million, usd: 51 million, country: AFG, made-on: 2021-09-13, line: 9", "expected the same" },
        { "party: Germany, amount: EUR 50 million, country: Atlantis, made-on: 2021-09-13, line: 9", "country 'Atlantis'" },
        { "party: Germany, iso3: ZZZ, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9", "country 'ZZZ'" },
        { "party: Germany, organization: x, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9", "expected FTS's id of an organisation" },
        { "party: Germany, amount: EUR 50 million, made-on: 2021-09-13, line: 9", "neither a country nor a plan" },
        { "party: Germany, amount: EUR 50 million, plan: HXXX99, made-on: 2021-09-13, line: 9", "plan 'HXXX99'" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 13 September, line: 9", "expected a day as YYYY-MM-DD" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-02-30, line: 9", "expected a day as YYYY-MM-DD" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 0021-09-13, line: 9", "expected a day of 1900 to 2200" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-16, line: 9", "after the document's day 2021-09-14 (stated by the document)" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, period-first: 2022-01-01, period-last: 2021-12-31, line: 9", "before the first day" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, new-money: perhaps, line: 9", "expected not-said, yes, no" },
        { "amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9", "missing; expected who promised" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9, colour: red", "the key 'colour'" },
        { "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, line: 9, conference: nowhere", "'nowhere'; expected a conference of the ledger" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Enter_OfAPledgeThatDoesNotHold_IsOneMessageWithItsLine(string pledge, string message)
    {
        var mistakes = _desk.Refused(ledger => ledger.Enter(EntryDesk.Read($"document: {_desk.Document.Short}\npledges:\n  - {{{pledge}}}\n"), EntryDesk.By));
        Assert.Contains(message, Assert.Single(mistakes).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("entries, line 3", mistakes[0].ToString(), StringComparison.Ordinal);
    }

    /// <summary>A conference or what is of it, with one thing wrong.</summary>
    public static TheoryData<string, string> OtherMistakes() => new()
    {
        { "conference: {id: Geneva 2021, title: x, host: x, city: x, country: CHE, first-day: 2021-09-13, line: 7}", "expected small letters, digits and hyphens" },
        { "conference: {id: geneva, title: x, host: x, city: x, country: Geneva, first-day: 2021-09-13, line: 7}", "country 'Geneva'" },
        { "conference: {id: geneva, title: x, host: x, city: x, country: CHE, first-day: 2021-09-13, last-day: 2021-09-12, line: 7}", "before the first day" },
        { "conference: {id: geneva, title: x, host: x, city: x, country: CHE, first-day: 2021-09-13, last-day: 2023-09-12, line: 7}", "more than 366 days" },
        { "conference: {id: geneva, title: x, host: x, city: x, country: CHE, first-day: 2021-09-13, zone: MSK, line: 7}", "expected an offset such as UTC+3" },
        { "conference: {id: geneva, title: x, host: x, city: x, country: CHE, first-day: 2021-09-13, about: [AFG, Narnia], line: 7}", "country 'Narnia'" },
        { "conference: {id: geneva, host: x, city: x, country: CHE, first-day: 2021-09-13, line: 7}", "missing; expected what it is called" },
        { "participants: [{conference: geneva-2021, party: Iran, role: participant, reason: none, line: 9}]", "a reason for staying away of a party that came" },
        { "participants: [{conference: geneva-2021, party: Iran, role: participant, later: yes, line: 9}]", "whether a party that came could come later" },
        { "participants: [{conference: geneva-2021, party: Iran, role: guest, line: 9}]", "expected host, participant, observer, absentee" },
        { "participants: [{conference: geneva-2021, party: germany, role: observer, line: 9}]", "it is entered already, as" },
        { "statements: [{conference: geneva-2021, words: lack of time}]", "neither a speaker nor a party" },
        { "statements: [{conference: geneva-2021, party: Sweden, words: We had no time}]", "\"We had no time\" does not stand in the document" },
        { "calls: [{party: Russia, amount: EUR 0, line: 9}]", "expected an amount above 0" },
        { "guests: [{party: Iran}]", "the key 'guests'" },
        { "pledges: Germany", "pledges without a list" },
        { "pledges: [Germany]", "one of pledges without fields" },
        { "pledges: []", "none; expected at least one" },
    };

    [Theory]
    [MemberData(nameof(OtherMistakes))]
    public void Enter_OfSomethingElseThatDoesNotHold_IsOneMessage(string yaml, string message)
    {
        var mistakes = _desk.Refused(ledger => ledger.Enter(EntryDesk.Read($"document: {_desk.Document.Short}\n{yaml}\n"), EntryDesk.By));
        Assert.Contains(message, Assert.Single(mistakes).ToString(), StringComparison.Ordinal);
    }
}
