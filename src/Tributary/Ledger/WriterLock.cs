using System.Diagnostics;

namespace Tributary.Ledgers;

/// <summary>The right to write to a ledger. One process has it at a time; the system gives it back when that process dies.</summary>
public sealed class WriterLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or gives null when another process has it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static WriterLock? TryTake(LedgerPaths paths)
    {
        try
        {
            var file = new FileStream(paths.WriterLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (IsInPlace(file)) return new WriterLock(file);
            file.Dispose();
            return null;
        }
        catch (IOException held) when (IsHeldElsewhere(held))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, or gives null when another process has it or this one may not write here.</summary>
    public static WriterLock? TryTakeIfAllowed(LedgerPaths paths)
    {
        try
        {
            return TryTake(paths);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes the lock, waiting for another writer to end.</summary>
    /// <param name="paths">The ledger.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="onWaiting">Called once when there is something to wait for.</param>
    /// <param name="token">Stops the waiting.</param>
    /// <exception cref="LedgerException">The other writer did not end in time.</exception>
    public static WriterLock Take(LedgerPaths paths, TimeSpan timeout, Action? onWaiting, CancellationToken token)
    {
        var waited = Stopwatch.StartNew();
        for (var first = true; ; first = false)
        {
            if (TryTake(paths) is { } taken) return taken;
            if (first) onWaiting?.Invoke();
            if (waited.Elapsed >= timeout)
            {
                throw new LedgerException(LedgerProblem.Busy,
                    $"{paths.Root}: another process is writing; expected it to end within {timeout.TotalSeconds:F0} s; try again later or wait longer with --wait");
            }
            if (token.WaitHandle.WaitOne(Pause)) token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Gives the lock back and removes its file, where no ledger came to be.</summary>
    public void Remove()
    {
        // Windows deletes no file that is open: there it stays, and is only litter.
        if (!OperatingSystem.IsWindows()) File.Delete(_file.Name);
        _file.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether a file that was opened is the one in its place still.</summary>
    // Whoever had the lock may have removed its file between our opening and locking it: what we hold then locks nothing. A time of its own tells the files apart.
    internal static bool IsInPlace(FileStream file)
    {
        var mark = DateTimeOffset.UnixEpoch.AddSeconds(Random.Shared.Next());
        File.SetLastWriteTimeUtc(file.SafeFileHandle, mark.UtcDateTime);
        return new DateTimeOffset(File.GetLastWriteTimeUtc(file.Name)) == mark;
    }

    // Unix: EWOULDBLOCK from flock. Windows: a sharing or lock violation.
    private static bool IsHeldElsewhere(IOException failure) =>
        OperatingSystem.IsWindows()
            ? (failure.HResult & 0xFFFF) is 32 or 33
            : failure.HResult is 11 or 35 || failure.GetType() == typeof(IOException) && failure.Message.Contains("being used by another process", StringComparison.Ordinal);
}
