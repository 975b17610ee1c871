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
        Compare(people, new Random(seed));
        var queries = new NameQueries(entries, seed);
        Find(index, queries);
        Screen("a listed person, one slip", index, queries.Misspelled);
        Screen("a listed person, one slip in a first letter", index, queries.MisspelledFirst);
        Screen("syllables of nobody", index, queries.Invented);
        Screen("a common name of nobody listed", index, queries.Common);
        table.Add($"names in the index: {index.NameCount}", [0], double.NaN, "");
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

    // The names alone, prepared before.
    private void Find(ListIndex index, NameQueries queries)
    {
        var search = new NameSearch();
        var looked = Enumerable.Range(0, Queries).Select(_ => PreparedName.Of(queries.Misspelled().Name, NameType.Person)).ToList();
        foreach (var name in looked) index.Names.Find(name, search, ScreeningWeights.DefaultThreshold);
        var (seconds, hits) = (new List<double>(), 0);
        foreach (var name in looked)
        {
            var watch = Stopwatch.GetTimestamp();
            hits += index.Names.Find(name, search, ScreeningWeights.DefaultThreshold).Length;
            seconds.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
        }
        AddSearches("find the name of a listed person, one slip", seconds, $"{hits} hits");
    }

    // As the command does: a text in, candidates with their reasons out.
    private void Screen(string what, ListIndex index, Func<(string Name, ListedEntry? Listed)> make)
    {
        var search = new NameSearch();
        var looked = Enumerable.Range(0, Queries).Select(_ => make()).ToList();
        var (seconds, found) = (new List<double>(), 0);
        foreach (var (name, listed) in looked)
        {
            var watch = Stopwatch.GetTimestamp();
            var candidates = index.Screen(new ScreenedParty { Name = name, Type = NameType.Person }, search, ScreeningWeights.DefaultThreshold);
            seconds.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            if (listed is null ? candidates.Count > 0 : candidates.Exists(candidate => ReferenceEquals(candidate.Entry, listed))) found++;
        }
        AddSearches($"screen {what}", seconds, string.Create(CultureInfo.InvariantCulture, $"found {found / (double)Queries:0.0000}"));
    }

    private void AddSearches(string what, List<double> seconds, string found)
    {
        var (mean, middle, slow) = (seconds.Average() * 1e6, seconds.Order().ElementAt(Queries / 2) * 1e6, seconds.Order().ElementAt(Queries * 99 / 100) * 1e6);
        table.Add(what, seconds, 0.00025, string.Create(CultureInfo.InvariantCulture, $"mean {mean:0} µs, median {middle:0} µs, 99th percentile {slow:0} µs; {found}"));
    }
}
