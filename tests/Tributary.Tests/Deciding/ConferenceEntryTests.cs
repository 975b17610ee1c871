using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>What is entered rests on a place in a document, all of it or none is kept, and nothing is overwritten.</summary>
public sealed class ConferenceEntryTests : IDisposable
{
    private const string PledgeLine = "party: Germany, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, quotation: 50 million euros";
    private readonly EntryDesk _desk = new();

    [Fact]
    public void Enter_OfAWholeConference_KeepsEachThingWithItsPlace()
    {
        var entered = _desk.Enter(_desk.Meeting + $"pledges:\n  - {{{PledgeLine}}}\n");
        Assert.Equal([1, 3, 0, 0, 1], [entered.Conferences.Count, entered.Participants.Count, entered.Statements.Count, entered.Calls.Count, entered.Pledges.Count]);
        // One transaction: the rows follow one another, and carry who, when and why.
        var first = entered.Conferences[0].Position;
        Assert.Equal([first, first + 1, first + 2, first + 3, first + 4], [first, .. entered.Participants.Select(one => one.Position), entered.Pledges[0].Position]);
        Assert.Equal(("ann", "a test"), (entered.Pledges[0].Who, entered.Pledges[0].Why));
        var pledge = entered.Pledges[0].What;
        Assert.Equal((_desk.Document.Hex, 9, new Amount(50_000_000m, new Currency("EUR")), "geneva-2021"), (pledge.Evidence.Document, pledge.Evidence.Line, pledge.Amount, pledge.Conference));
        Assert.Equal("50 million euros", EntryDesk.Report[pledge.Evidence.Span!.Value.Start..pledge.Evidence.Span.Value.End]);
        var shown = _desk.Ledger.Ask(new ConferenceQuestion { Id = "geneva-2021" });
        Assert.Equal((first, new DateOnly(2021, 9, 13), "CHE"), (shown.Entry, shown.LastDay, shown.Country));
        Assert.Equal(("Sweden", ParticipantRole.Absentee, "lack of time", Said.No), (shown.Participants[2].Party, shown.Participants[2].Role, shown.Participants[2].AbsenceReason, shown.Participants[2].MayAttendLater));
        Assert.Equal("line 9, characters", shown.Pledges[0].Source.Place[..18]);
        Assert.True(Tributary.Ledger.Verify(_desk.Ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Enter_WithOneMistakeOfMany_KeepsNoneOfThem()
    {
        var mistakes = _desk.Refused(ledger => ledger.Enter(EntryDesk.Read(_desk.Meeting + $"pledges:\n  - {{{PledgeLine}}}\n  - {{party: Norway, amount: NOX 20, country: AFG, made-on: 2021-09-13, line: 90}}\n"), EntryDesk.By));
        Assert.Equal(2, mistakes.Count);
        Assert.Empty(_desk.Ledger.Ask(new ConferencesQuestion()).Conferences);
        Assert.Empty(_desk.Ledger.Ask(new PledgeListQuestion()).Pledges);
    }

    // White space of a document is its layout: what it divides is quoted with a space.
    [Fact]
    public void Enter_OfAQuotationAcrossLines_FindsIt()
    {
        var entered = _desk.Enter($"document: {_desk.Document.Short}\npledges:\n  - {{party: Norway, amount: NOK 20 million, country: AFG, made-on: 2021-09-13, quotation: 'Norway  20 million kroner.'}}\n");
        Assert.Equal(9, entered.Pledges[0].What.Evidence.Line);
        Assert.Equal("Norway 20 million\nkroner.", EntryDesk.Report[entered.Pledges[0].What.Evidence.Span!.Value.Start..entered.Pledges[0].What.Evidence.Span!.Value.End]);
    }

    [Fact]
    public void Enter_OfAFileTwice_IsRefused()
    {
        _desk.Enter(_desk.Meeting + $"pledges:\n  - {{{PledgeLine}}}\n");
        // A conference that is there already is one mistake, not one for all that is of it.
        Assert.Contains("it is entered already", Assert.Single(_desk.Refused(ledger => ledger.Enter(EntryDesk.Read(_desk.Meeting), EntryDesk.By))).Found, StringComparison.Ordinal);
        Assert.Contains("it is entered already", Assert.Single(_desk.Refused(ledger => ledger.Enter(EntryDesk.Read($"document: {_desk.Document.Short}\nconference: geneva-2021\npledges:\n  - {{{PledgeLine}}}\n"), EntryDesk.By))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_OfRecords_ByAProgram_NumbersWhatDoesNotHold()
    {
        var pledge = new Pledge { Party = "Germany", Amount = new Amount(50_000_000m, new Currency("EUR")), Countries = ["Afghanistan"], MadeOn = new DateOnly(2021, 9, 13), Evidence = new Evidence(_desk.Document.Short, Quotation: "50 million euros") };
        var entered = _desk.Ledger.Open().Enter(new ConferenceEntries { Pledges = [pledge] }, EntryDesk.By);
        Assert.Equal(["AFG"], entered.Pledges[0].What.Countries);
        var mistakes = _desk.Refused(ledger => ledger.Enter(new ConferenceEntries { Pledges = [pledge with { Party = "Norway" }, pledge with { Party = " ", Amount = default }] }, EntryDesk.By));
        Assert.Equal(["pledge 2, amount", "pledge 2, party"], mistakes.Select(mistake => mistake.Place));
    }

    [Fact]
    public void Correct_OfAnEntry_AddsARowThatNamesTheOneBefore()
    {
        var id = _desk.Enter($"document: {_desk.Document.Short}\npledges:\n  - {{{PledgeLine}}}\n").Pledges[0].Position;
        var ledger = _desk.Ledger.Open();
        ledger.Correct(id, Fields(("amount", "EUR 45 million")), EntryDesk.By with { Who = "bob", Why = "misread" });
        var changed = ledger.Correct(id, Fields(("usd", "53 million"), ("quotation", "about 118 million US dollars")), EntryDesk.By with { Why = "it states dollars" });
        Assert.Equal((id, "pledge", (string?)null, 1), (changed.Entry, changed.Kind, changed.Conference, changed.Rows));
        var answer = ledger.Ask(new PledgeListQuestion { WithHistory = true }, TestContext.Current.CancellationToken);
        var pledge = Assert.Single(answer.Pledges);
        Assert.Equal((id, 45_000_000m, 53_000_000m, "about 118 million US dollars"), (pledge.Entry, pledge.Amount, pledge.AmountUsd, pledge.Quotation));
        Assert.StartsWith("line 10", pledge.Source.Place, StringComparison.Ordinal);
        Assert.Equal([("entered", "ann", "a test", null), ("corrected", "bob", "misread", id), ("corrected", "ann", "it states dollars", id + 1)], answer.History.Select(row => (row.Outcome, row.Who, row.Why, row.Replaces)));
        Assert.Contains("EUR 50,000,000", answer.History[0].What, StringComparison.Ordinal);
        // Any row of it names it; an empty text leaves a field open.
        ledger.Correct(id + 1, Fields(("usd", "")), EntryDesk.By);
        Assert.Null(ledger.Ask(new PledgeListQuestion(), TestContext.Current.CancellationToken).Pledges[0].AmountUsd);
        Assert.True(Tributary.Ledger.Verify(_desk.Ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    /// <summary>A correction that does not hold, and why.</summary>
    private static readonly (string Field, string Text, string Why, string Message)[] BadCorrections =
    [
        ("amount", "EUR 0", "because", "expected an amount above 0"),
        ("amount", "EUR 50 million", "because", "nothing of it would change"),
        ("quotation", "never said", "because", "does not stand in the document"),
        ("party", "", "because", "missing"),
        ("city", "Bern", "because", "a pledge has no such field"),
        ("amount", "EUR 1", "", "no reason"),
    ];

    [Fact]
    public void Correct_ThatDoesNotHold_ChangesNothing()
    {
        var id = _desk.Enter($"document: {_desk.Document.Short}\npledges:\n  - {{{PledgeLine}}}\n").Pledges[0].Position;
        Assert.All(BadCorrections, bad => Assert.Contains(bad.Message, Assert.Single(_desk.Refused(ledger => ledger.Correct(id, Fields((bad.Field, bad.Text)), EntryDesk.By with { Why = bad.Why }))).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Withdraw_OfAConference_TakesAllOfItBack()
    {
        var entered = _desk.Enter(_desk.Meeting + $"pledges:\n  - {{{PledgeLine}}}\n");
        var ledger = _desk.Ledger.Open();
        var changed = ledger.Withdraw(entered.Conferences[0].Position, EntryDesk.By with { Why = "the report was retracted" });
        Assert.Equal((5, "geneva-2021"), (changed.Rows, changed.Conference));
        Assert.Empty(_desk.Ledger.Ask(new ConferencesQuestion()).Conferences);
        Assert.Equal(2, _desk.Ledger.Ask(new PledgeListQuestion { WithHistory = true }).History.Count);
        Assert.Contains("it was taken back", Assert.Single(_desk.Refused(one => one.Withdraw(entered.Pledges[0].Position, EntryDesk.By))).Found, StringComparison.Ordinal);
        Assert.Contains("it was taken back", Assert.Single(_desk.Refused(one => one.Correct(entered.Pledges[0].Position, Fields(("amount", "EUR 1")), EntryDesk.By))).Found, StringComparison.Ordinal);
        Assert.Throws<UnknownValueException>(() => _desk.Ledger.Ask(new ConferenceQuestion { Id = "geneva-2021" }));
        // Its name is free again.
        Assert.Single(_desk.Enter(_desk.Meeting).Conferences);
    }

    [Fact]
    public void Withdraw_OfOneEntry_LeavesTheOthersAndShowsInTheHistory()
    {
        var entered = _desk.Enter(_desk.Meeting);
        var ledger = _desk.Ledger.Open();
        ledger.Withdraw(entered.Participants[1].Position, EntryDesk.By with { Why = "misread" }, "participant");
        var shown = ledger.Ask(new ConferenceQuestion { Id = "geneva-2021", WithHistory = true }, TestContext.Current.CancellationToken);
        Assert.Equal(["Germany", "Sweden"], shown.Participants.Select(party => party.Party));
        Assert.Equal(("withdrawn", "misread", (long?)entered.Participants[1].Position), (shown.History[^1].Outcome, shown.History[^1].Why, shown.History[^1].Replaces));
        Assert.Contains("it is a participant", Assert.Single(_desk.Refused(one => one.Withdraw(entered.Participants[0].Position, EntryDesk.By, "pledge"))).Found, StringComparison.Ordinal);
        Assert.Contains("has no conference", Assert.Single(_desk.Refused(one => one.Withdraw(1, EntryDesk.By))).Found, StringComparison.Ordinal);
    }

    // What rests on a document was known when the document was, whenever somebody typed it.
    [Fact]
    public void Answers_AsOfADay_KnowWhatTheDocumentsOfThatDaySaid()
    {
        var id = _desk.Enter(_desk.Meeting + $"pledges:\n  - {{{PledgeLine}}}\n").Pledges[0].Position;
        using var files = new TempFolder();
        var later = EntryDesk.Report.Replace("Published: 2021-09-14", "Published: 2021-11-02", StringComparison.Ordinal).Replace("50 million", "70 million", StringComparison.Ordinal);
        _desk.Ledger.Import(files.Write(later, ".txt"));
        var document = _desk.Ledger.Ask(new DocumentsQuestion()).Documents.Single(one => one.Day == new DateOnly(2021, 11, 2)).Hash.Hex;
        var ledger = _desk.Ledger.Open();
        ledger.Correct(id, Fields(("amount", "EUR 70 million"), ("document", document), ("quotation", "70 million euros")), EntryDesk.By with { Why = "raised" });
        Assert.Equal([70_000_000m], AmountsAsOf(new DateOnly(2021, 11, 2)));
        Assert.Equal([50_000_000m], AmountsAsOf(new DateOnly(2021, 11, 1)));
        Assert.Equal([50_000_000m], AmountsAsOf(new DateOnly(2021, 9, 14)));
        Assert.Empty(AmountsAsOf(new DateOnly(2021, 9, 13)));
        Assert.Throws<UnknownValueException>(() => ledger.Ask(new ConferenceQuestion { Id = "geneva-2021" }, new DateOnly(2021, 9, 13), TestContext.Current.CancellationToken));
        Assert.Equal("Invented meeting", ledger.Ask(new ConferenceQuestion { Id = "geneva-2021" }, new DateOnly(2021, 9, 14), TestContext.Current.CancellationToken).Title);

        List<decimal> AmountsAsOf(DateOnly day) => [.. ledger.Ask(new PledgeListQuestion(), day, TestContext.Current.CancellationToken).Pledges.Select(pledge => pledge.Amount)];
    }

    // Another process enters the same between the check and the keeping: the second one sees it and refuses.
    [Fact]
    public void Enter_ByTwoAtOnce_KeepsOne()
    {
        using var other = Tributary.Ledger.Open(_desk.Ledger.Folder, token: TestContext.Current.CancellationToken);
        var interrupted = new InterruptingClock(() => other.Enter(EntryDesk.Read(_desk.Meeting), EntryDesk.By));
        var refused = Assert.Throws<DecisionRefusedException>(() => _desk.Ledger.Open().Enter(EntryDesk.Read(_desk.Meeting), EntryDesk.By with { Clock = interrupted }));
        Assert.Contains("it is entered already", Assert.Single(refused.Mistakes).Found, StringComparison.Ordinal);
        Assert.Single(_desk.Ledger.Ask(new ConferencesQuestion()).Conferences);
    }

    public void Dispose() => _desk.Dispose();

    internal static Dictionary<string, string> Fields(params (string Name, string Text)[] fields) => fields.ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal);

    /// <summary>Does something once, just before the time is told: after the check, before the keeping.</summary>
    internal sealed class InterruptingClock(Action interrupt) : TimeProvider
    {
        private bool _done;

        public override DateTimeOffset GetUtcNow()
        {
            if (!_done) interrupt();
            _done = true;
            return base.GetUtcNow();
        }
    }
}
