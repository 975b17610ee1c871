using Tributary.Import;

namespace Tributary.Cli.Output;

/// <summary>Tells how an import goes on in plain lines, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : IImportProgress
{
    private const long TellEveryBytes = 256L << 20;

    private string _name = "";
    private long _told;

    public void Waiting() => output.WriteLine("tributary: another process is writing to this ledger; waiting for it");

    public void Finishing(int documents) => output.WriteLine($"tributary: bringing the facts up to date: {documents} document{(documents == 1 ? "" : "s")}");

    public void Begin(string name, long? bytes) => (_name, _told) = (name, 0);

    public void Advance(long bytes)
    {
        if (bytes - _told < TellEveryBytes) return;
        _told = bytes;
        output.WriteLine($"tributary: {_name}: {bytes >> 20:N0} MB read");
    }

    public void End(DocumentReport report)
    {
    }

    public void Writing()
    {
    }
}
