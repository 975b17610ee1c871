using CsCheck;
using Microsoft.Data.Sqlite;
using Tributary.Ledgers;

namespace Tributary.Tests.Ledgers;

/// <summary>The journal is a chain: what was written cannot change without showing.</summary>
public sealed class JournalTests
{
    private static readonly string[] Fields = ["kind", "at", "who", "why", "body", "hash"];

    [Fact]
    public void Chain_OfAnyRows_HoldsUntilOneIsChanged() => Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 8].Array[4], Gen.Int[1, 4], Gen.Int[0, Fields.Length - 1]).Sample((texts, position, field) =>
    {
        using var folder = new TempFolder();
        var paths = new LedgerPaths(folder.Path);
        using (var journal = Journal.OpenOrCreate(paths))
        {
            foreach (var text in texts) journal.Append([new JournalDraft("note", text)], new DateTimeOffset(2026, 4, 30, 1, 2, 3, TimeSpan.Zero), "who" + text, text);
            Assert.Null(journal.FirstBroken());
            Assert.Equal(texts, journal.Entries().Select(entry => entry.Body));
        }
        // Move the last letter of a field, so that the row reads nearly the same.
        Execute(paths, $"UPDATE entry SET {Fields[field]} = {(field == 1 ? "'2026-05-01T00:00:00.0000000Z'" : $"{Fields[field]} || 'x'")} WHERE position = {position}");
        using var changed = Journal.Open(paths);
        Assert.Equal(position, changed.FirstBroken());
    }, iter: 30, threads: 1);

    [Theory]
    [InlineData("DELETE FROM entry WHERE position = 2", 2)]
    [InlineData("UPDATE entry SET position = 9 WHERE position = 3", 3)]
    [InlineData("UPDATE entry SET who = 'ab', why = 'c' WHERE position = 1", 1)]
    public void Chain_WithARowGoneMovedOrShifted_BreaksThere(string sql, long position)
    {
        using var folder = new TempFolder();
        var paths = new LedgerPaths(folder.Path);
        using (var journal = Journal.OpenOrCreate(paths))
        {
            journal.Append([new("note", "1"), new("note", "2"), new("note", "3")], DateTimeOffset.UnixEpoch, "a", "bc");
        }
        Execute(paths, sql);
        using var changed = Journal.Open(paths);
        Assert.Equal(position, changed.FirstBroken());
    }

    [Fact]
    public void Open_OfANewerFormat_IsRefused()
    {
        using var folder = new TempFolder();
        var paths = new LedgerPaths(folder.Path);
        Journal.OpenOrCreate(paths).Dispose();
        Execute(paths, "UPDATE ledger SET format = 2");
        var newer = Assert.Throws<LedgerException>(() => Journal.Open(paths));
        Assert.Equal((LedgerProblem.Newer, $"{folder.Path}: the ledger is of format 2; expected at most 1; use the version of tributary that made it, or a later one"), (newer.Problem, newer.Message));
    }

    [Fact]
    public void Open_OfSomethingElse_SaysSo()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["journal.sqlite"], "this is no journal, whatever its name is: it is a text of more than a hundred bytes, so that SQLite looks at its head");
        Assert.Equal(LedgerProblem.Damaged, Assert.Throws<LedgerException>(() => Journal.Open(new LedgerPaths(folder.Path))).Problem);
    }

    // SQLite's codes 5 and 6: the journal is whole, and somebody else has it.
    [Fact]
    public void Append_WhileAnotherHoldsTheJournal_IsBusy()
    {
        using var folder = new TempFolder();
        var paths = new LedgerPaths(folder.Path);
        Journal.OpenOrCreate(paths).Dispose();
        using var journal = Journal.Open(paths, patienceSeconds: 1);
        using var other = new SqliteConnection($"Data Source={paths.Journal};Pooling=false");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);
        var busy = Assert.Throws<LedgerException>(() => journal.Append([new("note", "1")], DateTimeOffset.UnixEpoch, "a", ""));
        Assert.Equal((LedgerProblem.Busy, true), (busy.Problem, busy.Message.EndsWith("expected it to end within 1 s; try again", StringComparison.Ordinal)));
    }

    // What a kill or a full disk can leave in place of the file.
    [Fact]
    public void Open_OfAnEmptyFile_SaysItIsDamaged()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["journal.sqlite"], []);
        Assert.Equal(LedgerProblem.Damaged, Assert.Throws<LedgerException>(() => Journal.Open(new LedgerPaths(folder.Path))).Problem);
        Assert.Equal(LedgerProblem.Damaged, Assert.Throws<LedgerException>(() => Tributary.Ledger.Open(folder.Path, token: TestContext.Current.CancellationToken)).Problem);
        Assert.Equal(LedgerProblem.Damaged, Assert.Throws<LedgerException>(() => Journal.OpenOrCreate(new LedgerPaths(folder.Path))).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half of a journal")]
    public void OpenOrCreate_AfterAMakingThatWasCutOff_MakesItAnew(string left)
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["journal.sqlite.making", "journal.sqlite.making-wal", "journal.sqlite.making-shm"]) File.WriteAllText(folder[name], left);
        using var journal = Journal.OpenOrCreate(new LedgerPaths(folder.Path));
        journal.Append([new("note", "1")], DateTimeOffset.UnixEpoch, "a", "");
        Assert.Single(journal.Entries());
        Assert.Empty(Directory.GetFiles(folder.Path, "*.making*"));
    }

    [Fact]
    public void Open_OfNothing_SaysHowToMakeOne()
    {
        var missing = Assert.Throws<LedgerException>(() => Journal.Open(new LedgerPaths("/no/such/ledger")));
        Assert.Equal(LedgerProblem.Missing, missing.Problem);
        Assert.Contains("tributary import", missing.Message, StringComparison.Ordinal);
    }

    /// <summary>Does to a journal what nobody should.</summary>
    internal static void Execute(LedgerPaths paths, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={paths.Journal};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
