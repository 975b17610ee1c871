using CsCheck;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Ledgers;

/// <summary>Which of several statements of a flow is the latest word, and from when to when, against a plain model.</summary>
public sealed class KnownProperties
{
    private const string Header = "id,amountUSD,status,boundary,onBoundary,destUsageYearStart,destPlanId,destPlanCode,destPlan,updatedAt";

    private static readonly Gen<Statement> Statements =
        from flow in Gen.Long[1, 2]
        from fromApi in Gen.Bool
        from day in Gen.Int[1, 4]
        from changed in Gen.Int[0, 3]
        from amount in Gen.Int[1, 1000]
        select new Statement(flow, fromApi, new DateOnly(2020, 7, day), changed == 0 ? null : new DateOnly(2020, 6, changed), amount);

    [Fact]
    public void Statements_OfOneFlow_HoldAsTheModelSays() => Statements.Array[2, 6].Sample(statements =>
    {
        // An amount marks its statement.
        statements = [.. statements.DistinctBy(statement => statement.Amount)];
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        foreach (var statement in statements) ledger.Import(statement.Day, folder.Write(statement.Document(), statement.FromApi ? ".json" : ".csv"));
        Assert.Equal(Model(statements), Found(ledger));
        var latest = statements.GroupBy(statement => statement.Flow).Sum(flow => (decimal)Ranked(flow)[0].Amount);
        Assert.Equal(latest, ledger.Ask(new FlowsQuestion { Years = [2020] }).AmountUsd);
    }, iter: 8, threads: 1);

    // Some pages state no version's number; then the instant decides. The row of HDX is never the word of that day.
    [Fact]
    public void Statements_OfOneDay_TheHigherVersionIsTheLatestWord() => Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 23]).Array[2, 5], Gen.Int[0, 5], Gen.Bool).Sample((versions, row, together) =>
    {
        versions = [.. versions.Distinct()];
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        var paths = versions.Select((version, index) => folder.Write(FlowBuilder.Page(new FlowBuilder
        {
            Id = 1, AmountUsd = index + 1, VersionId = version.Item1 == 0 ? null : version.Item1, UpdatedAt = $"2020-06-01T{version.Item2:00}:00:00Z",
        }))).ToList();
        paths.Insert(Math.Min(row, paths.Count), folder.Write(new Statement(1, false, TempLedger.Day, new(2020, 6, 1), 1000).Document(), ".csv"));
        if (together) ledger.Import([.. paths]);
        else foreach (var path in paths) ledger.Import(path);
        Assert.Equal(Array.IndexOf(versions, versions.Max()) + 1, ledger.Ask(new FlowsQuestion()).AmountUsd);
    }, iter: 12, threads: 1);

    [Theory]
    [InlineData(1, 2, "12:00:00", "12:00:00")]
    [InlineData(1, 2, "18:00:00", "06:00:00")]
    [InlineData(null, null, "12:00:00", "12:00:01")]
    [InlineData(9, 10, "12:00:00", "12:00:00")]
    public void Statement_OfALaterVersionOfTheDay_WinsInAnyOrder(int? older, int? newer, string olderTime, string newerTime)
    {
        using var folder = new TempFolder();
        // Amounts change the hashes, so that no order of theirs can explain the outcome.
        for (var amount = 1; amount <= 4; amount++)
        {
            var first = folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1, AmountUsd = amount, VersionId = older, UpdatedAt = $"2020-06-01T{olderTime}Z" }));
            var second = folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1, AmountUsd = 100 + amount, VersionId = newer, UpdatedAt = $"2020-06-01T{newerTime}Z" }));
            using var inOrder = new TempLedger();
            foreach (var path in (string[])[first, second]) inOrder.Import(path);
            using var backwards = new TempLedger();
            foreach (var path in (string[])[second, first]) backwards.Import(path);
            Assert.Equal((100m + amount, 100m + amount), (inOrder.Ask(new FlowsQuestion()).AmountUsd, backwards.Ask(new FlowsQuestion()).AmountUsd));
        }
    }

    [Fact]
    public void Statement_OfALaterVersion_EndsTheOneBefore()
    {
        using var ledger = Of(new(1, true, new(2020, 7, 1), new(2020, 6, 1), 10), new(1, true, new(2020, 7, 5), new(2020, 6, 2), 20));
        Assert.Equal([(10m, new(2020, 7, 1), new DateOnly(2020, 7, 5)), (20m, new(2020, 7, 5), null)], Found(ledger));
    }

    // A later document with an older version of the flow was never the latest word.
    [Fact]
    public void Statement_OfAnEarlierVersion_EndsOnTheDayItBegan()
    {
        using var ledger = Of(new(1, true, new(2020, 7, 1), new(2020, 6, 2), 10), new(1, true, new(2020, 7, 5), new(2020, 6, 1), 20));
        Assert.Equal([(10m, new(2020, 7, 1), null), (20m, new(2020, 7, 5), new DateOnly(2020, 7, 5))], Found(ledger));
    }

    [Fact]
    public void Statement_OfTheApi_IsBelievedBeforeOneOfHdx()
    {
        using var ledger = Of(new(1, false, new(2020, 7, 5), new(2020, 6, 1), 10), new(1, true, new(2020, 7, 1), new(2020, 6, 1), 20));
        Assert.Equal([(10m, new(2020, 7, 5), new DateOnly(2020, 7, 5)), (20m, new(2020, 7, 1), null)], Found(ledger));
    }

    // HDX states only the day of a change: a time of that day must not make the API's statement another version.
    [Fact]
    public void Statement_ChangedOnOneDay_IsOneVersion()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(
            folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1, AmountUsd = 20, UpdatedAt = "2020-06-01T00:00:01Z" })),
            folder.Write(new Statement(1, false, TempLedger.Day, new(2020, 6, 1), 10).Document(), ".csv"));
        Assert.Equal(20m, ledger.Ask(new FlowsQuestion()).AmountUsd);
    }

    private static TempLedger Of(params Statement[] statements)
    {
        using var folder = new TempFolder();
        var ledger = new TempLedger();
        foreach (var statement in statements) ledger.Import(statement.Day, folder.Write(statement.Document(), statement.FromApi ? ".json" : ".csv"));
        return ledger;
    }

    /// <summary>The rule in plain words: the better statements are those before it; it holds until the first of them came.</summary>
    private static List<(decimal, DateOnly, DateOnly?)> Model(IEnumerable<Statement> statements)
    {
        var model = new List<(decimal, DateOnly, DateOnly?)>();
        foreach (var ranked in statements.GroupBy(statement => statement.Flow).Select(Ranked))
        {
            for (var rank = 0; rank < ranked.Count; rank++)
            {
                var firstBetter = ranked.Take(rank).Select(statement => (DateOnly?)statement.Day).Min();
                model.Add((ranked[rank].Amount, ranked[rank].Day, firstBetter is { } better && better < ranked[rank].Day ? ranked[rank].Day : firstBetter));
            }
        }
        model.Sort();
        return model;
    }

    private static List<Statement> Ranked(IEnumerable<Statement> statements) => [.. statements
        .OrderByDescending(statement => statement.Changed ?? DateOnly.MinValue)
        .ThenByDescending(statement => statement.FromApi)
        .ThenByDescending(statement => statement.Day)
        .ThenByDescending(statement => statement.Sha256, StringComparer.Ordinal)];

    private static List<(decimal, DateOnly, DateOnly?)> Found(TempLedger ledger)
    {
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        var found = facts.Query("SELECT amount_usd, known_from, known_to FROM flow", row => (row.GetAmount(0), row.GetFieldValue<DateOnly>(1), row.GetDay(2)));
        found.Sort();
        return found;
    }

    private sealed record Statement(long Flow, bool FromApi, DateOnly Day, DateOnly? Changed, int Amount)
    {
        public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Document())));

        public string Document() => FromApi
            ? FlowBuilder.Page(new FlowBuilder { Id = Flow, AmountUsd = Amount, UpdatedAt = Changed is { } day ? $"{day:yyyy-MM-dd}T12:00:00Z" : null })
            : $"{Header}\n{Flow},{Amount},paid,incoming,single,2020,900,HP900,Plan 900,{Changed:yyyy-MM-dd}\n";
    }
}
