using Tributary.Ledgers;

namespace Tributary.Fetching;

/// <summary>Brings documents: those that came before from the store, others from the source.</summary>
internal sealed class Asker : IDisposable
{
    private readonly string _query;
    private readonly FetchOptions _options;
    private readonly IFetchProgress? _progress;
    private readonly HttpSource _source;
    private readonly Attempts _attempts;
    private readonly Arrivals _arrivals;
    private readonly Dictionary<string, Arrived> _here;
    private readonly List<FetchedAddress> _asked = [];

    public Asker(LedgerPaths paths, FetchRequest request, Origins origins, FetchOptions options, IFetchProgress? progress, TimeProvider clock)
    {
        (_query, Origins, _options, _progress) = (request.Query, origins, options, progress);
        _here = FetchedBefore.Read(paths, _query, clock.GetUtcNow() - options.AgeMax);
        _source = new HttpSource(origins, options, request.SecretQuery, clock);
        _attempts = new Attempts(options, progress, clock);
        _arrivals = new Arrivals(paths, options, request.MayBeXml, progress, clock);
    }

    /// <summary>Whom it may ask.</summary>
    public Origins Origins { get; }

    /// <summary>What became of the addresses so far.</summary>
    public IReadOnlyList<FetchedAddress> Asked => _asked;

    /// <summary>Brings the document at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="whole">Says whether it is whole.</param>
    /// <param name="token">Stops it.</param>
    /// <param name="anew">Ask again for what came before.</param>
    /// <param name="detail">What depends on it, for a dry run.</param>
    /// <returns>The document; null in a dry run, when it would have to be asked for.</returns>
    /// <exception cref="FetchException">It does not come.</exception>
    public async Task<Arrived?> GetAsync(Uri address, Wholeness whole, CancellationToken token, bool anew = false, string detail = "")
    {
        if (!anew && _here.TryGetValue(address.AbsoluteUri, out var here))
        {
            if (here.IsFromBefore) Done(new FetchedAddress(address.AbsoluteUri, FetchOutcome.Kept, here.Document.Sha256, here.Document.Bytes, 0, detail));
            return here;
        }
        if (_options.DryRun)
        {
            Done(new FetchedAddress(address.AbsoluteUri, FetchOutcome.Planned, "", 0, 0, detail));
            return null;
        }
        _progress?.Asking(address.AbsoluteUri);
        return await AskAsync(address, whole, token).ConfigureAwait(false);
    }

    /// <summary>Brings the document at an address, or passes the address over when the source has nothing there.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<Arrived?> GetIfThereAsync(Uri address, Wholeness whole, CancellationToken token, string detail = "")
    {
        try
        {
            return await GetAsync(address, whole, token, detail: detail).ConfigureAwait(false);
        }
        catch (FetchException gone) when (gone.IsGone)
        {
            Skip(address.AbsoluteUri, "the source has nothing there");
            return null;
        }
    }

    /// <summary>Passes an address over.</summary>
    public void Skip(string address, string why) => Done(new FetchedAddress(address, FetchOutcome.Skipped, "", 0, 0, why));

    /// <summary>Opens a document that came.</summary>
    public Stream Open(Arrived arrived) => _arrivals.Open(arrived.Document);

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _arrivals.Dispose();
    }

    private async Task<Arrived> AskAsync(Uri address, Wholeness whole, CancellationToken token)
    {
        var requests = 0;
        try
        {
            using var intake = await _attempts.RunAsync(address, RequestAsync, token).ConfigureAwait(false);
            var (arrived, isNew) = _arrivals.Keep(intake, address, _query, token);
            Done(new FetchedAddress(address.AbsoluteUri, isNew ? FetchOutcome.Arrived : FetchOutcome.Unchanged, arrived.Document.Sha256, arrived.Document.Bytes, requests, ""));
            return _here[address.AbsoluteUri] = arrived;
        }
        catch (RequestFailedException failed)
        {
            throw new FetchException($"{address.AbsoluteUri}: {failed.Found}{(requests > 1 ? $", the last of {requests} times" : "")}; {failed.Expected}; {failed.Advice ?? "run it again later"}{Kept()}", failed) { IsGone = failed.IsGone };
        }

        Task<DocumentIntake> RequestAsync(CancellationToken attempt)
        {
            requests++;
            return this.RequestAsync(address, whole, attempt);
        }
    }

    private async Task<DocumentIntake> RequestAsync(Uri address, Wholeness whole, CancellationToken token)
    {
        var path = _arrivals.NewFile();
        try
        {
            var download = await _source.GetAsync(address, path, (bytes, length) => _progress?.Arriving(bytes, length), token).ConfigureAwait(false);
            return _arrivals.TakeIn(download, whole, token);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private string Kept() => _here.Count switch
    {
        0 => "",
        1 => ": the document that came is kept, and not asked for again",
        var many => $": the {many} documents that came are kept, and not asked for again",
    };

    private void Done(FetchedAddress address)
    {
        _asked.Add(address);
        _progress?.Done(address);
    }
}
