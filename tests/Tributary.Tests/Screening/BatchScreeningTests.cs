using System.Globalization;
using System.Text;
using CsCheck;
using Tributary.Questions;
using Tributary.Screening;
using Tributary.Tests.Reading;
using Tributary.Tests.Sources.Sanctions;

namespace Tributary.Tests.Screening;

/// <summary>Files of parties, screened on all cores: the same as one by one, in their order, and never far ahead of who takes the rows.</summary>
public sealed class BatchScreeningTests(BatchScreeningTests.ListLedger made) : IClassFixture<BatchScreeningTests.ListLedger>
{
    private static readonly string[] Names = ["Karimullah Noorzad", "Karim Ullah Nurzad", "Najib Stanekzai", "Blue Heron", "Acme Relief", "", "کریم الله نورزاد"];

    private static readonly double[] Thresholds = [0.72, 0.85, 0.95];

    [Fact]
    public void Run_OfAnyFile_IsScreeningOneByOneInItsOrder()
    {
        var known = Thresholds.ToDictionary(threshold => threshold, threshold => Names.Select(name => name.Length == 0 ? ["not screened"] : Alone(name, threshold)).ToArray());
        Gen.Select(Gen.Int[0, Names.Length - 1].Array[0, 2000], Gen.Int[0, 2].Select(at => Thresholds[at])).Sample((picked, threshold) =>
        {
            var alone = known[threshold];
            var rows = Run(File(picked.Select(name => Names[name])), threshold).Rows;
            Assert.Equal(picked.Length, rows.Count);
            for (var at = 0; at < picked.Length; at++)
            {
                Assert.Equal(at + 2, rows[at].Party.Row);
                Assert.Equal(alone[picked[at]], Said(rows[at]));
            }
        }, iter: 20);
    }

    [Fact]
    public void Lines_AccountForEveryRow()
    {
        var (rows, batch) = Run(File(Names));
        var lines = rows.SelectMany(row => BatchTables.Lines(row, batch.Lists)).ToList();
        Assert.Equal(Enumerable.Range(2, Names.Length).Select(row => (long)row), lines.Select(line => (long)line[0]!).Distinct());
        Assert.All(lines, line => Assert.Equal((BatchTables.Columns.Count, "un 2021-01-10"), (line.Length, line[^1])));
        Assert.Equal((7, 3, 1), (batch.Rows, batch.WithCandidates, batch.NotScreened));
        Assert.StartsWith("7 rows: 3 with candidates, 3 without, 1 not screened; against un of 2021-01-10 (2 entries), from a score of 0.85 on", BatchTables.Summary(batch), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfAFileWithoutEnd_ReadsNoFurtherThanItHasTo()
    {
        var parties = new LongStream(Encoding.UTF8.GetBytes("name\nKarimullah Noorzad\n"), long.MaxValue);
        var file = PartyFile.Open("parties.csv", parties);
        Assert.Equal(5000, new BatchScreening(made.Lists, file, 0.85).Run(TestContext.Current.CancellationToken).Take(5000).Count());
        Assert.InRange(parties.BytesRead, 0, 4 << 20);
    }

    [Fact]
    public void PeopleInNeed_AmongTheFirstRows_AreSeenBeforeAnyIsScreened()
    {
        var file = PartyFile.Open("parties.csv", new MemoryStream(Encoding.UTF8.GetBytes("name,role\nKarimullah Noorzad,partner\nx,beneficiary\n")));
        var stopped = Assert.Throws<PartyFileException>(() => new BatchScreening(made.Lists, file, 0.85).Run(TestContext.Current.CancellationToken).ToList());
        Assert.EndsWith("; no row was screened", stopped.Message, StringComparison.Ordinal);
        Assert.True(stopped.IsOfPeopleInNeed);
    }

    [Fact]
    public void PeopleInNeed_FarDown_EndTheRunThere()
    {
        var text = "name,role\n" + string.Concat(Enumerable.Repeat("Acme Relief,partner\n", 20_000)) + "x,beneficiary\n" + string.Concat(Enumerable.Repeat("y,partner\n", 20_000));
        var file = PartyFile.Open("parties.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var given = 0;
        var stopped = Assert.Throws<PartyFileException>(() =>
        {
            foreach (var row in new BatchScreening(made.Lists, file, 0.85).Run(TestContext.Current.CancellationToken)) given++;
        });
        Assert.StartsWith("parties.csv, line 20002: the role beneficiary: this is a file of people in need", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(given, stopped.RowsBefore);
        Assert.InRange(given, 1, 20_000);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"; {given:N0} rows before it were screened"), stopped.Message, StringComparison.Ordinal);
    }

    // What was read before a file breaks off is worth having.
    [Fact]
    public void File_ThatBreaksOff_GivesTheRowsBefore()
    {
        var file = PartyFile.Open("parties.csv", new MemoryStream(Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Repeat("Acme\n", 1000)) + "\"cut of")));
        var given = 0;
        var stopped = Assert.Throws<PartyFileException>(() =>
        {
            foreach (var row in new BatchScreening(made.Lists, file, 0.85).Run(TestContext.Current.CancellationToken)) given++;
        });
        Assert.Equal(1000, given);
        Assert.EndsWith("; 1,000 rows before it were screened", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhenItIsStopped_Stops()
    {
        using var stop = new CancellationTokenSource();
        var file = PartyFile.Open("parties.csv", new LongStream(Encoding.UTF8.GetBytes("name\nAcme\n"), long.MaxValue));
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var row in new BatchScreening(made.Lists, file, 0.85).Run(stop.Token)) stop.Cancel();
        });
    }

    private (List<ScreenedRow> Rows, BatchScreening Batch) Run(string text, double threshold = 0.85)
    {
        var batch = new BatchScreening(made.Lists, PartyFile.Open("parties.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))), threshold);
        return (batch.Run(TestContext.Current.CancellationToken).ToList(), batch);
    }

    private static string File(IEnumerable<string> names) => "id,name\n" + string.Concat(names.Select((name, at) => $"P{at},{name}\n"));

    private string[] Alone(string name, double threshold) =>
        made.Ledger.Ask(new ScreenQuestion { Party = new ScreenedParty { Name = name }, Threshold = threshold }).Candidates is { Count: > 0 } found ? [.. found.Select(line => $"{line.Id} {line.Score}")] : ["none"];

    private static string[] Said(ScreenedRow row) => row.Candidates.Count == 0 ? [row.Outcome] : [.. row.Candidates.Select(line => $"{line.Id} {line.Score}")];

    /// <summary>A ledger with a list of two.</summary>
    public sealed class ListLedger : IDisposable
    {
        public ListLedger()
        {
            using var folder = new TempFolder();
            Ledger = TempLedger.Of(folder.Write(ListSamples.Un("2021-01-10", [ListSamples.UnIndividual("ZZi.001", "KARIMULLAH NOORZAD"), ListSamples.UnIndividual("ZZi.002", "OTHER MAN")]), ".xml"));
            Lists = Ledger.Ask(new ReadyListsQuestion());
        }

        internal TempLedger Ledger { get; }

        internal ReadyLists Lists { get; }

        public void Dispose() => Ledger.Dispose();
    }
}
