using System.Globalization;
using Tributary.Import;
using Tributary.Tables;

namespace Tributary.Fetching;

/// <summary>Lays the run report of a fetch out.</summary>
public static class FetchTables
{
    /// <summary>One line for each address, as files have it.</summary>
    public static Tabulated Of(FetchReport report) => Of(report, "", "");

    /// <summary>The same for people: the source is named once, above, and its addresses by path and query.</summary>
    public static Tabulated ForPeople(FetchReport report) => Of(report, $"Asked of {report.Source}", report.Source);

    private static Tabulated Of(FetchReport report, string title, string root)
    {
        var taken = report.Import?.Documents.GroupBy(document => document.Name, StringComparer.Ordinal).ToDictionary(documents => documents.Key, documents => documents.Last(), StringComparer.Ordinal) ?? [];
        return new([new Table(title,
            [
                new("address", "address"), new("outcome", "outcome"), new("taken in", "imported", On: taken.Count > 0 ? Shown.Always : Shown.InFilesOnly), new("records", "records", Cells.Number, taken.Count > 0 ? Shown.Always : Shown.InFilesOnly),
                new("bytes", "bytes", Cells.Number, taken.Count > 0 ? Shown.WithRoom : Shown.InFilesOnly), new("requests", "requests", Cells.Number, ShownIf(address => address.Requests > 1)),
                new("document", "sha256", On: Shown.InFilesOnly), new("note", "detail", On: ShownIf(address => address.Detail.Length > 0)),
            ],
            [.. report.Addresses.Select(address => Row(address, root, taken.GetValueOrDefault(address.Address)))])],
            [Summary(report)]);

        // A column that says the same of all would only take room.
        Shown ShownIf(Func<FetchedAddress, bool> says) => report.Addresses.Any(says) ? Shown.Always : Shown.InFilesOnly;
    }

    private static object?[] Row(FetchedAddress address, string root, DocumentReport? taken) =>
    [
        root.Length > 0 && address.Address.StartsWith(root, StringComparison.Ordinal) ? address.Address[root.Length..] : address.Address,
        Words(address.Outcome), taken is null ? "" : Words(taken.Outcome), taken?.RecordsUsed, address.Bytes, (long)address.Requests, address.Sha256, address.Detail,
    ];

    private static string Summary(FetchReport report) => report.Import is null
        ? "Nothing was asked: this is what would be."
        : string.Create(CultureInfo.InvariantCulture, $"{report.Requests} {(report.Requests == 1 ? "request" : "requests")} in {report.Seconds:0.00} s; {(report.Whole ? "the answer is whole" : "the answer is not whole")}{(IsKnown(report.Import) ? "; nothing in it is new" : "")}.");

    private static bool IsKnown(ImportReport import) => import.Documents.Count > 0 && import.Documents.All(document => document.Outcome == DocumentOutcome.AlreadyKnown);

    private static string Words(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Arrived => "arrived",
        FetchOutcome.Unchanged => "unchanged",
        FetchOutcome.Kept => "kept",
        FetchOutcome.Skipped => "skipped",
        _ => "to be asked",
    };

    private static string Words(DocumentOutcome outcome) => outcome switch
    {
        DocumentOutcome.Imported => "yes",
        DocumentOutcome.AlreadyKnown => "before",
        DocumentOutcome.Skipped => "no reader",
        _ => "refused",
    };
}
