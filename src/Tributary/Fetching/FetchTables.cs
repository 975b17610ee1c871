using System.Globalization;
using Tributary.Tables;

namespace Tributary.Fetching;

/// <summary>Lays the run report of a fetch out.</summary>
public static class FetchTables
{
    /// <summary>One line for each address.</summary>
    public static Tabulated Of(FetchReport report)
    {
        return new([new Table("",
            [
                new("address", "address"), new("outcome", "outcome"), new("bytes", "bytes", Cells.Number, ShownIf(address => address.Bytes > 0)),
                new("requests", "requests", Cells.Number, ShownIf(address => address.Requests > 1)), new("document", "sha256", On: Shown.InFilesOnly), new("note", "detail", On: ShownIf(address => address.Detail.Length > 0)),
            ],
            [.. report.Addresses.Select(address => new object?[] { address.Address, Words(address.Outcome), address.Bytes, (long)address.Requests, address.Sha256, address.Detail })])],
            [Summary(report)]);

        // A column that says the same of all would only take room.
        Shown ShownIf(Func<FetchedAddress, bool> says) => report.Addresses.Any(says) ? Shown.Always : Shown.InFilesOnly;
    }

    private static string Summary(FetchReport report) => report.Import is null
        ? "Nothing was asked: this is what would be."
        : string.Create(CultureInfo.InvariantCulture, $"{report.Requests} requests in {report.Seconds:0.00} s; {(report.Whole ? "the answer is whole" : "the answer is not whole")}.");

    private static string Words(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Arrived => "arrived",
        FetchOutcome.Unchanged => "unchanged",
        FetchOutcome.Kept => "kept",
        FetchOutcome.Skipped => "skipped",
        _ => "to be asked",
    };
}
