using CsCheck;
using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Tests.Deciding;

/// <summary>Files of entries: YAML with everything in it, CSV with an entry in each row.</summary>
public sealed class EntryFileTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(':'), Gen.Const('#'), Gen.Const('"')), 1, 8].Select(text => (string?)text));
    private readonly EntryDesk _desk = shared.Desk;

    [Fact]
    public void Read_OfCsv_OneEntryInEachRow()
    {
        var csv = $"""
            entry,conference,party,role,reason,amount,country,made-on,document,quotation,line
            participant,geneva-2021,Iran,observer,,,,,{_desk.Document.Short},,7
            pledge,geneva-2021,Germany,,,EUR 50 million,AFG;PAK,2021-09-13,{_desk.Document.Short},"Germany promised 50 million euros",
            ,,Norway,,,20 million NOK,AFG,2021-09-13,{_desk.Document.Short},,9

            """;
        var entered = _desk.Ledger.Open().Enter(EntryDesk.Read(csv, isCsv: true), EntryDesk.By);
        Assert.Equal([("Iran", ParticipantRole.Observer)], entered.Participants.Select(one => (one.What.Party, one.What.Role)));
        Assert.Equal([("Germany", 50_000_000m, "EUR", "AFG PAK"), ("Norway", 20_000_000m, "NOK", "AFG")], entered.Pledges.Select(one => (one.What.Party, one.What.Amount.Value, one.What.Amount.Currency.Code, string.Join(' ', one.What.Countries))));
    }

    /// <summary>A CSV file with one thing wrong, and what its message must say.</summary>
    public static TheoryData<string, string> BadCsv() => new()
    {
        { "party,sum\nGermany,5\n", "entries, line 1: the column 'sum'" },
        { "party,party\nGermany,Norway\n", "entries, line 1: the column 'party' a second time" },
        { "party,amount\nGermany\n", "entries, line 2: 1 fields; expected 2" },
        { "entry,party\ngift,Germany\n", "entries, line 2: an entry 'gift'" },
        { "party,speaker\nGermany,Somebody\n", "entries, line 2, speaker: 'Somebody'; expected nothing: a pledge has no such field" },
        { "party\nGer\"many\n", "entries, line 2: a double quote" },
        { "party\n\"Germany", "entries, line 2: the file ends inside a quoted field" },
        { "party,amount\nGermany,EUR 5\n", "entries, line 2, made-on: missing" },
        { "", "entries: none; expected at least one" },
    };

    [Theory]
    [MemberData(nameof(BadCsv))]
    public void Read_OfCsvThatDoesNotHold_NamesItsLine(string csv, string message)
    {
        var refused = Assert.Throws<DecisionRefusedException>(() => _desk.Ledger.Open().Enter(EntryDesk.Read(csv, isCsv: true), EntryDesk.By));
        Assert.True(refused.IsOfAFile);
        Assert.Contains(refused.Mistakes, mistake => mistake.ToString().StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OfTooMuch_IsRefused()
    {
        Assert.Contains("more than 1 MiB", Refused(new string('#', 1 << 21), isCsv: false), StringComparison.Ordinal);
        Assert.Contains("more than 10000 rows", Refused("party\n" + string.Concat(Enumerable.Repeat("a\n", 10_001)), isCsv: true), StringComparison.Ordinal);
        Assert.Contains("million characters", Refused("party\n" + string.Concat(Enumerable.Repeat(new string('a', 1 << 20) + "\n", 10)), isCsv: true), StringComparison.Ordinal);
        Assert.Contains("entries, line 1: no keys", Refused("[a]", isCsv: false), StringComparison.Ordinal);
        Assert.Contains("not YAML", Refused("a: [", isCsv: false), StringComparison.Ordinal);

        static string Refused(string text, bool isCsv) => Assert.Throws<DecisionRefusedException>(() => EntryDesk.Read(text, isCsv)).Message;
    }

    [Fact]
    public void Read_OfAFileWithAByteOrderMark_ReadsIt() =>
        Assert.Single(EntryFile.Read(_desk.Write("\uFEFF" + _desk.Meeting)).Conferences);

    // Mistakes in the reading and mistakes in the checking are told together.
    [Fact]
    public void Enter_OfManyMistakes_TellsAllOfThemAtTheirLines()
    {
        var mistakes = _desk.Refused(ledger => ledger.Enter(EntryDesk.Read($"""
            document: {_desk.Document.Short}
            pledges:
              - party: Germany
                amount: 5 euros
                country: AFG
                made-on: 2021-09-13
                line: 9
              - party: Norway
                amount: NOK 20 million
                country: Nowhere
                made-on: 2021-09-13
                line: 900
            """), EntryDesk.By));
        Assert.Equal(["entries, line 4", "entries, line 10", "entries, line 12"], mistakes.Select(mistake => mistake.Place));
    }

    // A file may hold what moves a cursor: the message about it does not.
    [Fact]
    public void Enter_OfTextThatMovesACursor_IsToldWithoutIt()
    {
        Assert.DoesNotContain('\u001b', Assert.Throws<DecisionRefusedException>(() => EntryDesk.Read("\"\\e\": 1\n\"\\e\": 1")).Message);
        Assert.DoesNotContain('\u001b', string.Concat(_desk.Refused(ledger => ledger.Enter(EntryDesk.Read("\"a\\e[2J\": 1\npledges: [{party: x, \"b\\e\": 1, document: \"\\e\"}]"), EntryDesk.By))));
    }

    [Fact]
    public void Form_WrittenAndReadAgain_IsTheSameRecord() => Gen.Select(Text, Text, Text, Gen.Decimal[0.0001m, 9_999_999m], Gen.Enum<Said>(), Gen.Enum<ParticipantRole>(), Gen.Bool).Sample((one, two, three, amount, said, role, yes) =>
    {
        var evidence = new Evidence("abcd", yes ? 7 : null, yes ? null : new TextSpan(3, 9, 0), two);
        amount = Math.Round(amount, 4) / 1.000000000000000000000000000000m;
        Same(EntryForms.Pledge, new Pledge
        {
            Party = one ?? "x", Conference = two, Iso3 = three, Amount = new Amount(amount, new Currency("EUR")), AmountUsd = yes ? amount : null, Countries = [], Plan = two, Purpose = three,
            MadeOn = new DateOnly(2021, 9, 13), PeriodLast = yes ? new DateOnly(2021, 12, 31) : null, NewMoney = said, Evidence = evidence,
        }, record => record with { Countries = [] });
        Same(EntryForms.Participant, new Participant { Conference = "abc", Party = one ?? "x", Iso3 = two, OrganizationId = three, Role = role, AbsenceReason = two, MayAttendLater = said, LaterWords = three, Evidence = evidence }, record => record);
        Same(EntryForms.Statement, new Statement { Conference = "abc", Speaker = one, Office = two, Party = three, Speech = yes ? Speech.Direct : Speech.Reported, Words = one ?? "x", Evidence = evidence }, record => record);
        Same(EntryForms.Call, new Call { Party = one ?? "x", To = two, For = three, Purpose = one, Amount = yes ? new Amount(amount, Currency.Usd) : null, Evidence = evidence, Countries = [] }, record => record with { Countries = [] });
    }, iter: 200);

    // Lists are equal by what is in them, which records do not see: here they are empty.
    private static void Same<T>(EntryForm<T> form, T record, Func<T, T> withoutLists) where T : class, IEvidenced
    {
        var mistakes = new Mistakes();
        var back = form.Read(FilledForm.OfOptions(form, form.Write(record)), mistakes);
        Assert.Empty(mistakes.Found);
        Assert.Equal(withoutLists(record).ToString(), withoutLists(back!).ToString());
    }
}
