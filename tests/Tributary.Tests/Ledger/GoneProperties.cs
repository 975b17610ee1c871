using CsCheck;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Ledgers;

/// <summary>A whole answer for a scope says which of its flows are gone: against a plain model, in any order.</summary>
public sealed class GoneProperties : IDisposable
{
    // Documents lie under one name wherever they are imported: it is part of the facts.
    private readonly TempFolder _folder = new();

    private static readonly DateOnly First = new(2020, 7, 1);
    private static readonly DateOnly Last = First.AddDays(5);

    // Few flows, years, changes and days, so that statements and fetches meet.
    private static readonly Gen<Statement[]> Statements = Gen.Select(Gen.Long[1, 3], Gen.Int[2020, 2021], Gen.Int[1, 3], Gen.Int[1, 10_000],
        (flow, year, changed, amount) => new Statement(flow, year, changed, amount)).Array[0, 3].Select(statements => statements.DistinctBy(statement => statement.Flow).ToArray());

    private static readonly Gen<Arrival> Arrivals = Gen.Select(Statements, Gen.Int[0, 5], Gen.Int[0, 3], (statements, day, year) => year < 2
        ? new Arrival(First.AddDays(day), 2020 + year, [.. statements.Select(statement => statement with { Year = 2020 + year })])
        : new Arrival(First.AddDays(day), null, statements)).Where(arrival => arrival.Year is not null || arrival.Statements.Length > 0);

    [Fact]
    public void Statements_WithWholeAnswersAmongThem_HoldAsTheModelSays() => Gen.Select(Arrivals.Array[2, 6], Gen.Shuffle(Enumerable.Range(0, 6).ToArray())).Sample((arrivals, order) =>
    {
        // One document is of one day.
        arrivals = [.. arrivals.DistinctBy(arrival => arrival.Page())];
        using var inOrder = Made(arrivals);
        using var shuffled = Made(order.Where(index => index < arrivals.Length).Select(index => arrivals[index]));
        Assert.Equal(Model(arrivals), Found(inOrder));
        Assert.Equal(Model(arrivals), Found(shuffled));
        foreach (var ledger in (TempLedger[])[inOrder, shuffled])
        {
            Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
            Ledger.Rebuild(ledger.Folder, TimeSpan.Zero, token: TestContext.Current.CancellationToken);
        }
        Assert.Equal(inOrder.Print(), shuffled.Print());
    }, iter: 6, threads: 1);

    // What a country had on a day is what the source answered on that day.
    [Fact]
    public void Funding_AfterAWholeAnswer_IsThatAnswer() => Gen.Select(Arrivals.Array[1, 4], Statements).Sample((arrivals, statements) =>
    {
        using var ledger = Made(arrivals.DistinctBy(arrival => arrival.Page()));
        var answer = new Arrival(Last.AddDays(1), 2020, [.. statements.Select(statement => statement with { Year = 2020, Changed = 4 })]);
        Take(ledger, answer);
        Assert.Equal(answer.Statements.Sum(statement => (decimal)statement.Amount), ledger.Ask(new FundingQuestion { Years = [2020] }).FundingUsd);
    }, iter: 6, threads: 1);

    [Fact]
    public void Answers_AsOfADay_DoNotChangeWhenLaterAnswersCome() => Arrivals.Array[2, 6].Sample(arrivals =>
    {
        using var ledger = new TempLedger();
        var then = new Dictionary<DateOnly, decimal>();
        foreach (var day in arrivals.DistinctBy(arrival => arrival.Page()).GroupBy(arrival => arrival.Day).OrderBy(day => day.Key))
        {
            foreach (var arrival in day) Take(ledger, arrival);
            then[day.Key] = FundingAsOf(ledger, day.Key);
            Assert.All(then, earlier => Assert.Equal(earlier.Value, FundingAsOf(ledger, earlier.Key)));
        }
    }, iter: 6, threads: 1);

    [Fact]
    public void Fetch_ThatFindsNothingNew_MakesNoSnapshot()
    {
        using var ledger = new TempLedger();
        var page = new Arrival(First, 2020, [new Statement(1, 2020, 1, 100)]);
        Take(ledger, page);
        var report = ledger.Fetch(First.AddDays(1), page.Scope!, page.Page());
        Assert.Equal("snap-000001", report.Snapshot);
        Assert.Equal(FetchCompleted.UnchangedKind, ledger.Open().Entries()[^1].Kind);
        // A later draft knows of it: what was stated between the two fetches is gone.
        ledger.Close();
        Take(ledger, new Arrival(First, null, [new Statement(2, 2020, 1, 50)]));
        Assert.Equal(100m, ledger.Ask(new FundingQuestion { Years = [2020] }).FundingUsd);
        Assert.Equal(150m, FundingAsOf(ledger, First));
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public void Fetch_KilledBeforeItsSnapshot_IsFinishedByTheNextCommand()
    {
        using var ledger = new TempLedger();
        Take(ledger, new Arrival(First, 2020, [new Statement(1, 2020, 1, 100), new Statement(2, 2020, 1, 50)]));
        File.Copy(ledger.Paths.Current, ledger.Paths.Current + ".before");
        Take(ledger, new Arrival(First.AddDays(2), 2020, [new Statement(1, 2020, 1, 100)]));
        File.Move(ledger.Paths.Current + ".before", ledger.Paths.Current, overwrite: true);
        Assert.Equal(100m, ledger.Ask(new FundingQuestion { Years = [2020] }).FundingUsd);
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    private TempLedger Made(IEnumerable<Arrival> arrivals)
    {
        var ledger = new TempLedger();
        foreach (var arrival in arrivals) Take(ledger, arrival);
        return ledger;
    }

    private void Take(TempLedger ledger, Arrival arrival)
    {
        ledger.Close();
        if (arrival.Scope is { } scope) ledger.Fetch(arrival.Day, scope, arrival.Page());
        else ledger.Import(arrival.Day, Write(arrival));
    }

    private string Write(Arrival arrival)
    {
        var path = _folder[arrival.Sha256 + ".json"];
        File.WriteAllText(path, arrival.Page());
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private static decimal FundingAsOf(TempLedger ledger, DateOnly day) => ledger.Open().Ask(new FundingQuestion(), day, TestContext.Current.CancellationToken).FundingUsd;

    /// <summary>Each statement with the days from and to which it was the latest word, in plain loops.</summary>
    private static List<string> Model(Arrival[] arrivals)
    {
        var stated = arrivals.SelectMany(arrival => arrival.Statements.Select(statement => new Stated(statement, arrival))).ToList();
        foreach (var one in stated)
        {
            foreach (var fetch in arrivals.Where(arrival => arrival.Year == one.Statement.Year && arrival.Day > one.From && !arrival.Statements.Any(other => other.Flow == one.Statement.Flow)))
            {
                if (one.Gone is null || fetch.Day < one.Gone) one.Gone = fetch.Day;
            }
        }
        var lines = new List<string>();
        foreach (var one in stated)
        {
            var to = one.Gone;
            foreach (var better in stated.Where(other => other.IsBetterThan(one) && (other.Gone is null || other.Gone > one.From)))
            {
                var from = better.From > one.From ? better.From : one.From;
                if (to is null || from < to) to = from;
            }
            lines.Add($"{one.Statement.Amount} {one.Statement.Flow} {one.From:MM-dd} {to:MM-dd}");
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static List<string> Found(TempLedger ledger)
    {
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        return [.. facts.Query("SELECT amount_usd, flow_id, known_from, known_to FROM flow", row => $"{row.GetAmount(0)} {row.GetInt64(1)} {row.GetFieldValue<DateOnly>(2):MM-dd} {row.GetDay(3):MM-dd}").Order(StringComparer.Ordinal)];
    }

    private sealed record Statement(long Flow, int Year, int Changed, int Amount);

    /// <summary>A document, and when it is a whole answer for a year, which.</summary>
    private sealed record Arrival(DateOnly Day, int? Year, Statement[] Statements)
    {
        public FlowScope? Scope => Year is { } year ? new FlowScope([new ScopeObject(ObjectType.Location, "1", "AFG"), ScopeObject.Year(year)]) : null;

        public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Page())));

        // The description tells documents with the same flows apart, as the time of an answer would.
        public string Page() => FlowBuilder.Page(Statements.Select(statement => new FlowBuilder
        {
            Id = statement.Flow, AmountUsd = statement.Amount, UpdatedAt = $"2020-06-0{statement.Changed}T00:00:00Z", Destination = ["Organization:2", "Location:1", $"UsageYear:{statement.Year}"], Description = $"{Day} {Year}",
        })).Replace("\"status\":\"ok\"", $"\"status\":\"ok\",\"x{Day:MMdd}{Year}\":0", StringComparison.Ordinal);
    }

    private sealed class Stated(Statement statement, Arrival arrival)
    {
        public Statement Statement => statement;

        public DateOnly From => arrival.Day;

        public DateOnly? Gone { get; set; }

        public bool IsBetterThan(Stated other)
        {
            if (other.Statement.Flow != Statement.Flow || ReferenceEquals(other, this)) return false;
            if (Statement.Changed != other.Statement.Changed) return Statement.Changed > other.Statement.Changed;
            if (From != other.From) return From > other.From;
            return string.CompareOrdinal(arrival.Sha256, other.Sha) > 0;
        }

        private string Sha => arrival.Sha256;
    }
}
