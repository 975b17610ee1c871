using System.Globalization;
using Tributary.Fetching;
using Tributary.Import;
using Tributary.Tables;

namespace Tributary.Cli.Output;

/// <summary>Tells how a fetch goes on in plain lines, for logs and pipes.</summary>
internal sealed class PlainFetchProgress(TextWriter output) : IFetchProgress
{
    private const long TellEveryBytes = 64L << 20;

    private long _told;

    public IImportProgress? Importing { get; } = new PlainProgress(output);

    public void Asking(string address)
    {
        _told = 0;
        Tell($"asking {address}");
    }

    public void Arriving(long bytes, long? length)
    {
        if (bytes - _told < TellEveryBytes) return;
        _told = bytes;
        Tell($"{bytes >> 20:N0} MB{(length is { } all ? $" of {all >> 20:N0} MB" : "")} came");
    }

    public void Failed(string address, string found, TimeSpan after) => Tell($"{address}: {found}; asking again in {after.TotalSeconds:0.#} s");

    public void Done(FetchedAddress address)
    {
        if (address.Outcome == FetchOutcome.Kept) Tell($"{address.Address}: came in a fetch that was cut off, and is not asked again");
        else if (address.Outcome == FetchOutcome.Skipped) Tell($"{address.Address}: passed over ({address.Detail})");
    }

    public void Anew(string why) => Tell($"{why}: the source changed while it was read; asking for its pages anew");

    // What a source sends must not move a cursor or break a line.
    private void Tell(FormattableString line) => output.WriteLine($"tributary: {CellText.Of(line.ToString(CultureInfo.InvariantCulture), Cells.Text)}");
}
