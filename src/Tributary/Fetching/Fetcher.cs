using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Sources.Fts;
using Tributary.Sources.Hdx;

namespace Tributary.Fetching;

/// <summary>Fetches documents from their sources and takes them into a ledger.</summary>
/// <remarks>
/// Each document is stored, and named by the journal, as soon as it came whole and before it is read; so a fetch that is cut off
/// loses nothing, and the next of the same query goes on after it. When all are there, one import takes them in. Where
/// they are the whole answer to a query for flows, the journal says so: flows of that scope that it lacks are gone.
/// No lock is held while the source is asked. Instances may be used from several threads; each fetch stands for itself.
/// </remarks>
public sealed class Fetcher
{
    private readonly LedgerPaths _paths;
    private readonly string _folder;
    private readonly TimeProvider _clock;

    /// <param name="folder">The ledger's folder; made by the first document that comes.</param>
    /// <param name="clock">Tells the time.</param>
    public Fetcher(string folder, TimeProvider? clock = null)
    {
        (_paths, _folder) = (new LedgerPaths(folder), folder);
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Fetches.</summary>
    /// <param name="request">What.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops it; what came whole is kept.</param>
    /// <exception cref="ArgumentException">The request or the options ask for what cannot be.</exception>
    /// <exception cref="FetchException">The source did not give what it should.</exception>
    /// <exception cref="LedgerException">The ledger is of a newer version, damaged, or busy for too long.</exception>
    /// <exception cref="IOException">The ledger cannot be written.</exception>
    public async Task<FetchReport> FetchAsync(FetchRequest request, FetchOptions options, IFetchProgress? progress = null, CancellationToken token = default)
    {
        if ((request.ProblemWith(options) ?? options.Problem) is { } problem) throw new ArgumentException(problem, nameof(request));
        var start = _clock.GetTimestamp();
        if (!options.DryRun) DownloadFolder.Sweep(_paths);
        var root = Root(options.BaseAddress ?? request switch { ListFetch list => new Uri(list.AddressAt(null).GetLeftPart(UriPartial.Authority)), HdxFetch => HdxAddresses.Public, _ => FtsAddresses.Public });
        var (gathered, asked) = await GatherAsync(request, root, options, progress, token).ConfigureAwait(false);
        var import = options.DryRun ? null : Import(request, gathered, options, progress, token);
        return new FetchReport(request.Query, root.AbsoluteUri, asked, gathered.WhyNotWhole is null, gathered.WhyNotWhole ?? "", import, Math.Round(_clock.GetElapsedTime(start).TotalSeconds, 3));
    }

    private async Task<(Gathered Gathered, IReadOnlyList<FetchedAddress> Asked)> GatherAsync(FetchRequest request, Uri root, FetchOptions options, IFetchProgress? progress, CancellationToken token)
    {
        var origins = request switch
        {
            HdxFetch { AllowedHosts: var allowed } => new Origins(root, [.. allowed, .. HdxAddresses.FileHosts], mayAddHosts: true),
            ListFetch { AllowedHosts: var allowed } => new Origins(root, allowed, mayAddHosts: true),
            _ => new Origins(root, [], mayAddHosts: false),
        };
        using var asker = new Asker(_paths, request, origins, options, progress, _clock);
        var gathered = request switch
        {
            FtsFetch fts => await new FtsGathering(fts, new FtsAddresses(root), _paths, asker, progress).RunAsync(token).ConfigureAwait(false),
            HdxFetch hdx => await new HdxGathering(hdx, new HdxAddresses(root), asker).RunAsync(token).ConfigureAwait(false),
            ListFetch list => await new ListGathering(list, list.AddressAt(options.BaseAddress is null ? null : root), asker).RunAsync(token).ConfigureAwait(false),
            _ => throw new System.Diagnostics.UnreachableException(request.GetType().Name),
        };
        return (gathered, asker.Asked);
    }

    private ImportReport Import(FetchRequest request, Gathered gathered, FetchOptions options, IFetchProgress? progress, CancellationToken token)
    {
        var completed = gathered.WhyNotWhole is null
            ? new FetchCompleted(request.Query, gathered.Documents.Max(document => document.Day), Hashes(gathered.Documents), gathered.Scope, Hashes(gathered.ScopeDocuments))
            : null;
        return new Importer(_folder, _clock).Import([.. gathered.Inputs], completed, options.Import, progress?.Importing, token);
    }

    private static List<string> Hashes(IEnumerable<Arrived> documents) => [.. documents.Select(document => document.Document.Sha256).Distinct(StringComparer.Ordinal)];

    private static Uri Root(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
