using Tributary.Import;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Fetching;

/// <summary>Brings a version of a sanctions list. It is whole when its reader says so, and that it is this list.</summary>
internal sealed class ListGathering(ListFetch request, Uri address, Asker asker)
{
    public async Task<Gathered> RunAsync(CancellationToken token) => await asker.GetAsync(address, Check, token).ConfigureAwait(false) is { } list
        ? new Gathered([list], [ImportInput.Of(list.Document, list.Day)])
        : new Gathered([], []);

    private ReadIssue? Check(Stream document, CancellationToken token)
    {
        var (records, fatal) = KeptRecords.Of(document, token);
        return fatal ?? (records.List == request.List ? null : Other(records.List));
    }

    private ReadIssue Other(SanctionsList? list) => new(ReadingCodes.FormatUnknown, Severity.Fatal, "the document",
        list is null ? "no sanctions list" : $"the list {list.Value.Word()}", $"expected the list {request.List.Word()}", "check the address");
}
