using System.Diagnostics;

namespace Tributary.Benchmarks;

/// <summary>Reads a changed file to its end. Whatever it throws is a defect of the reader.</summary>
/// <param name="file">The file.</param>
/// <returns>What came of it, in a word; the words are counted.</returns>
internal delegate string FuzzedReader(Stream file);

/// <summary>What one case may cost; more is a defect.</summary>
/// <param name="Time">From its first byte to its end.</param>
/// <param name="AllocatedBytes">All that it allocates, also what is given back at once: the same in each run, and never less than what it holds.</param>
internal sealed record FuzzBounds(TimeSpan Time, long AllocatedBytes)
{
    /// <summary>What a file of some kilobytes may cost on a machine that others use.</summary>
    public static readonly FuzzBounds OfSmallFiles = new(TimeSpan.FromSeconds(20), 64 << 20);
}

/// <summary>Has a reader read files that are changed at random. Each case has a number, and the same number always gives the same file.</summary>
/// <param name="seeds">The files that are changed.</param>
/// <param name="read">The reader, called on all cores at once.</param>
/// <param name="bounds">What a case may cost.</param>
internal sealed class FileFuzz(IReadOnlyList<FuzzSeed> seeds, FuzzedReader read, FuzzBounds bounds)
{
    private const int LookEveryMs = 200;
    private const int MessageMax = 500;

    /// <summary>Runs cases.</summary>
    /// <param name="count">How many.</param>
    /// <param name="first">The number of the first.</param>
    /// <exception cref="InvalidOperationException">A case failed; the message has its number.</exception>
    public FuzzReport Run(int count, int first)
    {
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount)).Select(at => new FuzzWorker(this, first + at, (long)first + count, Environment.ProcessorCount)).ToArray();
        // A thread for each, since one that hangs is left behind.
        var running = Array.ConvertAll(workers, worker => Task.Factory.StartNew(worker.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        var all = Task.WhenAll(running);
        do
        {
            for (var at = 0; at < workers.Length; at++) Check(workers[at], running[at]);
        }
        while (Task.WaitAny(all, Task.Delay(LookEveryMs)) != 0);
        for (var at = 0; at < workers.Length; at++) Check(workers[at], running[at]);
        return FuzzReport.Of(count, watch.Elapsed.TotalSeconds, [.. workers.Select(worker => worker.Seen)]);
    }

    /// <summary>The file of a case.</summary>
    public byte[] FileOf(long number)
    {
        var random = new SplitMix((ulong)number);
        return FileMutation.Of(seeds[random.Below(seeds.Count)], ref random);
    }

    /// <summary>Runs a case.</summary>
    /// <returns>What came of it.</returns>
    public string Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes, writable: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var kind = read(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= bounds.AllocatedBytes ? kind : throw new InvalidOperationException($"it allocated {allocated:N0} bytes; expected {bounds.AllocatedBytes:N0} at most");
    }

    private void Check(FuzzWorker worker, Task running)
    {
        if (running.Exception?.InnerException is { } failure) throw Failed(worker.Number, $"{failure.GetType().Name}: {(failure.Message.Length > MessageMax ? failure.Message[..MessageMax] + "…" : failure.Message)}", failure);
        if (!running.IsCompleted && worker.Elapsed > bounds.Time) throw Failed(worker.Number, $"it still runs after {bounds.Time.TotalSeconds:0.#} s", null);
    }

    private InvalidOperationException Failed(long number, string what, Exception? failure)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{number}");
        File.WriteAllBytes(path, FileOf(number));
        return new InvalidOperationException($"case {number}: {what}; expected it to be read. Its file is {path}; --fuzz 1 --seed {number} runs it again", failure);
    }
}

/// <summary>Runs every so-manieth case.</summary>
internal sealed class FuzzWorker(FileFuzz fuzz, long first, long end, int step)
{
    private long _number, _begun = Stopwatch.GetTimestamp();

    /// <summary>The case that runs.</summary>
    public long Number => Interlocked.Read(ref _number);

    /// <summary>For how long it has run.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Interlocked.Read(ref _begun));

    /// <summary>What came of those that ended. To be asked when all have.</summary>
    public FuzzSeen Seen { get; } = new();

    /// <summary>Runs them.</summary>
    public void Run()
    {
        for (var number = first; number < end; number += step)
        {
            Interlocked.Exchange(ref _begun, Stopwatch.GetTimestamp());
            Interlocked.Exchange(ref _number, number);
            var bytes = fuzz.FileOf(number);
            Seen.Add(number, fuzz.Read(bytes), bytes.Length, Elapsed);
        }
    }
}

/// <summary>What came of cases.</summary>
internal sealed class FuzzSeen
{
    /// <summary>How often each word came.</summary>
    public Dictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; private set; }

    /// <summary>The case that took longest.</summary>
    public (TimeSpan Time, long Number) Longest { get; private set; }

    /// <summary>Adds a case.</summary>
    public void Add(long number, string kind, int bytes, TimeSpan time)
    {
        Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
        Bytes += bytes;
        if (time > Longest.Time) Longest = (time, number);
    }
}

/// <summary>What a run of cases showed.</summary>
internal sealed record FuzzReport(int Count, double Seconds, long Bytes, IReadOnlyDictionary<string, int> Kinds, (TimeSpan Time, long Number) Longest)
{
    public static FuzzReport Of(int count, double seconds, IReadOnlyList<FuzzSeen> seen) => new(
        count, seconds, seen.Sum(one => one.Bytes),
        seen.SelectMany(one => one.Kinds).GroupBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Value), StringComparer.Ordinal),
        seen.MaxBy(one => one.Longest.Time)!.Longest);

    /// <summary>The report in a line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"all read to their end, {Bytes / Count:N0} bytes each, {Count / Seconds:N0}/s; longest {Longest.Time.TotalMilliseconds:0} ms (case {Longest.Number}); first of each: {string.Join(", ", Kinds.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Take(8).Select(kind => $"{kind.Key} {kind.Value}"))}; {ResultTable.Checksum(string.Join(' ', Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal)))}");
}
