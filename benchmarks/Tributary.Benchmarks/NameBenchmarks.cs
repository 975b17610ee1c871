using System.Diagnostics;
using System.Globalization;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Benchmarks;

/// <summary>Names compared and looked for: real lists, misspelled names of theirs, and names that nobody on them bears.</summary>
internal sealed class NameBenchmarks(ScratchFolder folder, ResultTable table)
{
    private const int Queries = 2000;
    private const int Misspelled = 8;

    /// <summary>Takes the lists under a folder in, and measures.</summary>
    /// <param name="lists">The folder: files of lists, and folders with the files of one list.</param>
    /// <param name="seed">Which names are drawn.</param>
    /// <param name="runs">How often lists are loaded.</param>
    public void Run(string lists, int seed, int runs)
    {
        var path = folder.Empty("lists");
        new Importer(path).Import([.. Directory.GetFileSystemEntries(lists)], new ImportOptions { Who = "benchmarks", Day = new DateOnly(2026, 10, 1), AcceptListLoss = true, Why = "old and new versions" });
        var (index, entries) = Load(path, runs);
        List<PreparedName> people = [.. entries.Where(entry => entry.Type == ListedType.Person).Select(entry => PreparedName.Of(entry.Names[0].Text, NameType.Person))];
        var names = NameIndex.Of(entries.SelectMany(entry => entry.Names.Select(name => PreparedName.Of(name.Text, entry.Type == ListedType.Person ? NameType.Person : NameType.Organisation))));
        var random = new Random(seed);
        Compare(people, random);
        Find("a misspelled name", names, Queries, _ => Misspell(random, people));
        Find("a name of nobody", names, Queries, _ => Invent(random));
        table.Add($"names in the index: {names.Count}, of {index.NameCount} with those of other types", [0], double.NaN, "");
    }

    private (ListIndex Index, IReadOnlyList<ListedEntry> Entries) Load(string path, int runs)
    {
        var seconds = new List<double>();
        (ListIndex? Index, IReadOnlyList<ListedEntry> Entries) loaded = (null, []);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            using var ledger = Ledger.Open(path);
            var entries = ListedEntries.Of(ledger.CurrentFacts());
            loaded = (ListIndex.Of(entries), entries);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        table.Add("load and index the lists", seconds, 1.5, string.Create(CultureInfo.InvariantCulture, $"{loaded.Entries.Count} entries, {loaded.Index?.NameCount} names, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000} MB with the entries"));
        return (loaded.Index!, loaded.Entries);
    }

    // Each pair often enough to be measured.
    private void Compare(List<PreparedName> people, Random random)
    {
        const int times = 200;
        var seconds = new List<double>();
        for (var pair = 0; pair < Queries; pair++)
        {
            var (one, other) = (people[random.Next(people.Count)], people[random.Next(people.Count)]);
            var watch = Stopwatch.StartNew();
            for (var time = 0; time < times; time++) NameMatcher.Score(one, other);
            seconds.Add(watch.Elapsed.TotalSeconds / times);
        }
        seconds.RemoveRange(0, Queries / 10);
        table.Add("compare two prepared names", seconds, 1e-6, string.Create(CultureInfo.InvariantCulture, $"median {seconds.Order().ElementAt(seconds.Count / 2) * 1e9:0} ns"));
    }

    private void Find(string what, NameIndex names, int queries, Func<int, (PreparedName Name, string? Listed)> make)
    {
        var looked = Enumerable.Range(0, queries).Select(make).ToList();
        var search = new NameSearch();
        foreach (var (name, _) in looked) names.Find(name, search, ScreeningWeights.DefaultThreshold);
        var (seconds, found) = (new List<double>(), 0);
        foreach (var (name, listed) in looked)
        {
            var watch = Stopwatch.GetTimestamp();
            var hits = names.Find(name, search, ScreeningWeights.DefaultThreshold);
            seconds.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            if (listed is null ? hits.Length > 0 : IsAmong(hits, names, listed)) found++;
        }
        table.Add($"find {what}", seconds, 0.00025, string.Create(CultureInfo.InvariantCulture, $"mean {seconds.Average() * 1e6:0} µs, 99th percentile {seconds.Order().ElementAt(queries * 99 / 100) * 1e6:0} µs; found {found / (double)queries:0.0000}"));
    }

    private static bool IsAmong(ReadOnlySpan<NameHit> hits, NameIndex names, string listed)
    {
        foreach (var hit in hits)
        {
            if (names[hit.Name].Text == listed) return true;
        }
        return false;
    }

    // One slip in a name of two words and more, not in a first letter: a letter left out, doubled, swapped with the next, or another one.
    private static (PreparedName Name, string? Listed) Misspell(Random random, List<PreparedName> people)
    {
        while (true)
        {
            var name = people[random.Next(people.Count)].Text;
            var at = random.Next(1, Math.Max(2, name.Length - 1));
            if (name.Length < Misspelled || !name.Trim().Contains(' ', StringComparison.Ordinal) || !char.IsLetter(name[at]) || !char.IsLetter(name[at - 1]) || at + 1 >= name.Length || !char.IsLetter(name[at + 1])) continue;
            var wrong = random.Next(4) switch
            {
                0 => name.Remove(at, 1),
                1 => name.Insert(at, name[at].ToString()),
                2 => string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1, 1), name.AsSpan(at, 1), name.AsSpan(at + 2)),
                _ => string.Concat(name.AsSpan(0, at), ((char)('a' + random.Next(26))).ToString(), name.AsSpan(at + 1)),
            };
            return (PreparedName.Of(wrong, NameType.Person), name);
        }
    }

    // Syllables put together at random: pronounceable, and of nobody.
    private static (PreparedName Name, string? Listed) Invent(Random random)
    {
        string Word() => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => $"{"bdfghjklmnprstvz"[random.Next(16)]}{"aeiou"[random.Next(5)]}{(random.Next(3) == 0 ? "nrslm"[random.Next(5)].ToString() : "")}"));
        return (PreparedName.Of($"{Word()} {Word()}", NameType.Person), null);
    }
}
