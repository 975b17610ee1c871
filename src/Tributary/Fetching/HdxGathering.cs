using Tributary.Import;
using Tributary.Provenance;
using Tributary.Sources.Hdx;

namespace Tributary.Fetching;

/// <summary>Brings the CSV files of a dataset of HDX. Which of them a reader knows is found out by reading.</summary>
internal sealed class HdxGathering(HdxFetch request, HdxAddresses addresses, Asker asker)
{
    public async Task<Gathered> RunAsync(CancellationToken token)
    {
        var description = await asker.GetAsync(addresses.Dataset(request.Dataset), Check, token, detail: "and the CSV files that it names").ConfigureAwait(false);
        if (description is null) return new Gathered([], []);
        var (documents, inputs, missing) = (new List<Arrived> { description }, new List<ImportInput>(), (string?)null);
        foreach (var resource in Read(description, token).Resources)
        {
            if (Address(resource) is not { } address) continue;
            if (await asker.GetIfThereAsync(address, HdxTables.Failure, token).ConfigureAwait(false) is { } file)
            {
                documents.Add(file);
                inputs.Add(ImportInput.Of(file.Document, file.Day) with { MayBeUnknown = true, ModifiedOn = ModifiedOn(resource, file) });
            }
            else if (asker.Asked[^1].Outcome == FetchOutcome.Skipped) missing ??= $"{address.AbsoluteUri} is described and not there";
        }
        return new Gathered(documents, inputs) { WhyNotWhole = missing };
    }

    private HdxDataset Read(Arrived description, CancellationToken token)
    {
        using var document = asker.Open(description);
        return HdxDataset.Read(document, token);
    }

    private static ReadIssue? Check(Stream document, CancellationToken token) => HdxDataset.Read(document, token).Failure;

    /// <summary>Where a file is; null when it is passed over.</summary>
    private Uri? Address(HdxResource resource)
    {
        var isAddress = Uri.TryCreate(resource.Address, UriKind.Absolute, out var stated);
        var address = isAddress ? asker.Origins.Raise(stated!) : null;
        var why = !resource.IsCsv ? $"{resource.Name}: {(resource.Format.Length > 0 ? resource.Format : "no format stated")}, not CSV"
            : !isAddress ? $"{resource.Name}: no address"
            : !asker.Origins.Allows(address!) ? $"{resource.Name}: on another host; {asker.Origins.Advice(address!)}"
            : null;
        if (why is null) return address;
        asker.Skip(resource.Address, why);
        return null;
    }

    // A file cannot have changed after it came: such a day is a mistake.
    private static DateOnly? ModifiedOn(HdxResource resource, Arrived file) => resource.ModifiedOn <= file.Day ? resource.ModifiedOn : null;
}
