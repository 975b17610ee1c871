using CsCheck;
using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Tests.Ledgers;

/// <summary>What was entered is added to and never overwritten, and reads back as it was written.</summary>
public sealed class EntryTests
{
    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const('"'), Gen.Const('\n'), Gen.Char['а', 'я']), 1, 12].Select(text => (string?)text));
    private static readonly Gen<DateOnly?> Day = Gen.OneOf(Gen.Const((DateOnly?)null), Gen.Int[0, 3_000_000].Select(day => (DateOnly?)DateOnly.FromDayNumber(day)));
    private static readonly Gen<Evidence> Evidences = Gen.Select(Text, Gen.Int[1, 900], Gen.Bool, (words, line, whole) => new Evidence(new string('a', 64), line, whole ? null : new TextSpan(line, line + 5, line), words));

    private static readonly Gen<Pledge> Pledges = Gen.Select(Text, Gen.Decimal[0.0001m, 99_999_999m], Day, Text, Evidences, Gen.Enum<Said>(), (text, value, day, other, evidence, said) => new Pledge
    {
        Party = text ?? "x", Amount = new Amount(value, new Currency("EUR")), AmountUsd = said == Said.No ? value : null, Countries = other is null ? [] : ["AFG", "PAK"], Plan = other,
        MadeOn = day ?? new DateOnly(2021, 10, 20), PeriodFirst = day, Conference = text, Purpose = other, NewMoney = said, Evidence = evidence,
    });

    [Fact]
    public void Pledge_WrittenToTheJournal_ReadsBackAsItWas() => Pledges.Sample(pledge =>
    {
        var body = JournalBody.Draft("pledge", new Entered<Pledge>(pledge, 7), LedgerJson.Default.EnteredPledge).Body;
        var back = JournalBody.Read(new JournalEntry(1, "pledge", default, "", "", body, ""), LedgerJson.Default.EnteredPledge);
        Assert.Equal(7, back.Replaces);
        Assert.Equal(pledge.Countries, back.Record!.Countries);
        Assert.Equal(pledge, back.Record with { Countries = pledge.Countries });
    }, iter: 200);

    [Fact]
    public void Match_WrittenToTheJournal_ReadsBackAsItWas()
    {
        var match = new PledgeMatch(17, 9_007_199_254_740_993, MatchVerdict.Confirmed, new Amount(12.3456m, new Currency("NOK")));
        var body = JournalBody.Draft("pledge-match", match, LedgerJson.Default.PledgeMatch).Body;
        Assert.Equal("""{"pledge":17,"flow":9007199254740993,"verdict":"Confirmed","part":{"value":12.3456,"currency":"NOK"}}""", body);
        Assert.Equal(match, JournalBody.Read(new JournalEntry(1, "pledge-match", default, "", "", body, ""), LedgerJson.Default.PledgeMatch));
    }

    [Theory]
    [InlineData("""{"pledge":17,"flow":1,"verdict":"Perhaps"}""")]
    [InlineData("""{"pledge":17,"flow":1,"verdict":"Confirmed","part":{"value":1,"currency":"euro"}}""")]
    [InlineData("null")]
    public void Match_ThatWasTamperedWith_IsDamage(string body) =>
        Assert.Equal(LedgerProblem.Damaged, Assert.Throws<LedgerException>(() => JournalBody.Read(new JournalEntry(3, "pledge-match", default, "", "", body, ""), LedgerJson.Default.PledgeMatch)).Problem);

    [Fact]
    public void Chain_OfCorrectionsAndWithdrawals_IsOneEntryWithAllOfThem()
    {
        var entries = Entry<string>.Chain([Row(1, "a"), Row(2, "b"), Row(3, "a2", 1), Row(4, null, 2), Row(5, "a3", 3)]);
        Assert.Equal([(1L, "a3"), (2L, null)], entries.Select(entry => (entry.Id, entry.Current)));
        Assert.Equal([1L, 3L, 5L], entries[0].Rows.Select(row => row.Position));
        Assert.True(entries[0].Has(3) && !entries[0].Has(2));
    }

    // Two people corrected the same row at once: both rows stay, and the later one counts. A row that names none is not lost.
    [Fact]
    public void Chain_OfTwoCorrectionsOfOneRow_KeepsBoth()
    {
        var entries = Entry<string>.Chain([Row(1, "a"), Row(2, "b", 1), Row(3, "c", 1), Row(4, "d", 99)]);
        Assert.Equal([(1L, "c", 3), (4L, "d", 1)], entries.Select(entry => (entry.Id, entry.Current, entry.Rows.Count)));
    }

    [Fact]
    public void Where_SomethingWasNotKnownYet_GivesWhatWasBefore()
    {
        var entry = Entry<string>.Chain([Row(1, "early"), Row(2, "late", 1)])[0];
        Assert.Equal("early", entry.Where(record => record == "early")!.Current);
        Assert.Null(entry.Where(_ => false));
        // That it was taken back counts at any time.
        Assert.Null(Entry<string>.Chain([Row(1, "early"), Row(2, "late", 1), Row(3, null, 2)])[0].Where(record => record == "early")!.Current);
    }

    [Fact]
    public void Append_WhenOthersWroteSince_KeepsNothing()
    {
        using var folder = new TempFolder();
        using var journal = Journal.OpenOrCreate(new LedgerPaths(folder.Path));
        Assert.Equal(2, journal.Append([new("note", "1"), new("note", "2")], DateTimeOffset.UnixEpoch, "a", "", after: 0));
        Assert.Null(journal.Append([new("note", "3")], DateTimeOffset.UnixEpoch, "a", "", after: 1));
        Assert.Equal(3, journal.Append([new("note", "3")], DateTimeOffset.UnixEpoch, "a", "", after: 2));
        Assert.Null(journal.FirstBroken());
    }

    private static Decided<Entered<string>> Row(long position, string? record, long? replaces = null) => new(position, default, "", "", new Entered<string>(record, replaces));
}
