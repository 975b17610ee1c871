namespace Tributary.Import;

/// <summary>How an import is done.</summary>
public sealed record ImportOptions
{
    /// <summary>The day as of which the documents speak, for those that do not state one; not after today. Default: the day of the import.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Leave out records that cannot be used instead of refusing their document. A sanctions list needs <see cref="AcceptListLoss"/> as well: who is left out of it counts as delisted. Default: refuse.</summary>
    public bool LeaveOutErrors { get; init; }

    /// <summary>The share of its entries that a sanctions list may lose from one version to the next, and from the largest of the 12 months before, from 0 to 1; a version that loses more is refused. Default: 0.2.</summary>
    public decimal ListLossMax { get; init; } = 0.2m;

    /// <summary>Take versions of sanctions lists that lose more than that. It needs <see cref="Why"/>, and the journal keeps it. Default: refuse.</summary>
    public bool AcceptListLoss { get; init; }

    /// <summary>Which documents are expected; others are refused. Default: all that can be read.</summary>
    public ExpectedDocuments? Expected { get; init; }

    /// <summary>How long to wait for another writer. Default: 60 seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Who imports, for the journal.</summary>
    public required string Who { get; init; }

    /// <summary>Why, for the journal; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>What is wrong with the options; null when nothing is.</summary>
    /// <param name="clock">Tells which day it is.</param>
    public string? ProblemOn(TimeProvider clock)
    {
        // Where it is the next day already, that day has come.
        var now = clock.GetLocalNow();
        var today = DateOnly.FromDateTime((now.Offset > TimeSpan.Zero ? now + now.Offset : now).UtcDateTime);
        return Day > today ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"day {Day:yyyy-MM-dd}: it has not come yet; expected {today:yyyy-MM-dd} or before; no document speaks of a later day") : null;
    }

    /// <summary>The stream that <c>-</c> stands for.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;
}

/// <summary>Hears how an import goes on.</summary>
public interface IImportProgress
{
    /// <summary>Another process is writing: the import waits for it.</summary>
    void Waiting();

    /// <summary>An earlier import was cut off: its documents are being taken in.</summary>
    void Finishing(int documents);

    /// <summary>A document is about to be read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its length on disk; null when that is not known.</param>
    void Begin(string name, long? bytes);

    /// <summary>More of it was read.</summary>
    /// <param name="bytes">Bytes read so far, of the length on disk.</param>
    void Advance(long bytes);

    /// <summary>It was read.</summary>
    void End(DocumentReport report);

    /// <summary>All documents were read; the facts are being written.</summary>
    void Writing();
}
