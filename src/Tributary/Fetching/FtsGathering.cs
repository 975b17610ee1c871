using System.Globalization;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Sources.Fts;

namespace Tributary.Fetching;

/// <summary>Brings what the FTS API says about a country's year or a plan: the flows, the year's plans, and what each plan asks for and has by group.</summary>
/// <remarks>In a dry run it goes as far as documents are here, and says for the rest what would be asked.</remarks>
internal sealed class FtsGathering
{
    private readonly FtsFetch _request;
    private readonly FtsAddresses _addresses;
    private readonly LedgerPaths _paths;
    private readonly Asker _asker;
    private readonly FlowPaging _paging;
    private readonly List<Arrived> _documents = [];
    private readonly List<ImportInput> _inputs = [];

    public FtsGathering(FtsFetch request, FtsAddresses addresses, LedgerPaths paths, Asker asker, IFetchProgress? progress)
    {
        (_request, _addresses, _paths, _asker) = (request, addresses, paths, asker);
        _paging = new FlowPaging(asker, progress);
    }

    private IEnumerable<int> Years => _request.Years.Distinct().Order();

    private IEnumerable<int> Plans => _request.Plans.Distinct().Order();

    public async Task<Gathered> RunAsync(CancellationToken token)
    {
        var location = _request.Iso3 is { } iso3 ? await LocationAsync(iso3, token).ConfigureAwait(false) : null;
        var (pages, why) = await FlowsAsync(location, token).ConfigureAwait(false);
        var overviews = new List<Arrived?>();
        foreach (var year in Years) overviews.Add(await TakeAsync(_addresses.PlanOverview(year), token).ConfigureAwait(false));
        await GroupsAsync(overviews, token).ConfigureAwait(false);
        return new Gathered(_documents, _inputs) { WhyNotWhole = why, Scope = ScopeOf(location), ScopeDocuments = pages };
    }

    /// <summary>FTS's id of the country, from the ledger's places, else from FTS's list. In a dry run a word in its place.</summary>
    private async Task<string> LocationAsync(string iso3, CancellationToken token)
    {
        if (KnownPlaces.IdOf(_paths, iso3) is { } known) return Text(known);
        var list = await TakeAsync(_addresses.Locations, token).ConfigureAwait(false);
        if (list is null) return $"ID-OF-{iso3}";
        return KeptRecords.Of(_asker, list, token).LocationId(iso3) is { } listed
            ? Text(listed)
            : throw new FetchException($"{list.Document.Address}: no place, or several, with the code {iso3}; expected the country; FTS has no flows for it");
    }

    private async Task<(List<Arrived> Pages, string? WhyNotWhole)> FlowsAsync(string? location, CancellationToken token)
    {
        var (all, why) = (new List<Arrived>(), (string?)null);
        foreach (var year in Years.Select(year => (int?)year).DefaultIfEmpty())
        {
            foreach (var plan in Plans.Select(plan => (int?)plan).DefaultIfEmpty())
            {
                if (await _paging.RunAsync(_addresses.Flows(location, year, plan), token).ConfigureAwait(false) is not { } pages) continue;
                foreach (var page in pages.Documents) Add(page, mayBeUnknown: false);
                all.AddRange(pages.Documents);
                why ??= pages.WhyNotWhole;
            }
        }
        return (all, why);
    }

    private async Task GroupsAsync(List<Arrived?> overviews, CancellationToken token)
    {
        var listed = overviews.OfType<Arrived>().SelectMany(overview => KeptRecords.Of(_asker, overview, token).Plans).ToLookup(plan => plan.PlanId);
        var plans = _request.Plans.Count > 0 ? Plans : listed.Where(plan => plan.Any(one => one.Countries.Contains(_request.Iso3, StringComparer.Ordinal))).Select(plan => plan.Key).Order();
        foreach (var plan in plans)
        {
            foreach (var grouping in FtsAddresses.PlanGroupings) await GroupAsync(plan, grouping, token).ConfigureAwait(false);
            // Whether a plan that no overview lists is of several countries is not known.
            if (!listed.Contains(plan) || listed[plan].Any(one => one.Countries.Distinct(StringComparer.Ordinal).Count() > 1)) await GroupAsync(plan, FtsAddresses.ByLocation, token).ConfigureAwait(false);
        }
        if (_request.Plans.Count == 0 && overviews.Contains(null)) await PlanGroupsAsync(token).ConfigureAwait(false);
    }

    // Beside the flows: where FTS has no such totals, or has them in a form that no reader knows, the rest is taken all the same.
    private async Task GroupAsync(int plan, string grouping, CancellationToken token)
    {
        var document = await _asker.GetIfThereAsync(_addresses.PlanGroups(Text(plan), grouping), FtsWholeness.Check, token).ConfigureAwait(false);
        if (document is not null) Add(document, mayBeUnknown: true);
    }

    /// <summary>In a dry run that does not know the plans: what would be asked for each.</summary>
    private async Task PlanGroupsAsync(CancellationToken token)
    {
        foreach (var grouping in FtsAddresses.PlanGroupings.Append(FtsAddresses.ByLocation))
        {
            var which = grouping == FtsAddresses.ByLocation ? "for each plan of several countries" : "for each plan of the country and year";
            await _asker.GetAsync(_addresses.PlanGroups("ID-OF-PLAN", grouping), FtsWholeness.Check, token, detail: which).ConfigureAwait(false);
        }
    }

    private async Task<Arrived?> TakeAsync(Uri address, CancellationToken token)
    {
        var document = await _asker.GetAsync(address, FtsWholeness.Check, token).ConfigureAwait(false);
        if (document is not null) Add(document, mayBeUnknown: false);
        return document;
    }

    private void Add(Arrived document, bool mayBeUnknown)
    {
        _documents.Add(document);
        _inputs.Add(ImportInput.Of(document.Document, document.Day) with { MayBeUnknown = mayBeUnknown });
    }

    private FlowScope ScopeOf(string? location) => new([
        .. location is null ? [] : new[] { new ScopeObject(ObjectType.Location, location, _request.Iso3) },
        .. Years.Select(ScopeObject.Year),
        .. Plans.Select(plan => new ScopeObject(ObjectType.Plan, Text(plan)))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
