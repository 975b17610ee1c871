using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Hdx;

/// <summary>Whether a table came whole, as far as a table can tell.</summary>
internal static class HdxTables
{
    /// <summary>Reads a table to its end, whatever it is about.</summary>
    /// <returns>
    /// Why it does not end as tables do: inside a quoted field. Null for others: one whose last row lacks its line end, and
    /// one that is no good table for other reasons, of which its reader will tell, if it has one.
    /// </returns>
    public static ReadIssue? Failure(Stream document, CancellationToken token)
    {
        var csv = new CsvReader(document);
        while (csv.Read()) token.ThrowIfCancellationRequested();
        return csv.Fatal is { Code: ReadingCodes.Truncated } truncated ? truncated : null;
    }
}
