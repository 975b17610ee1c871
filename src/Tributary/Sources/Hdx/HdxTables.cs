using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Hdx;

/// <summary>Whether a table came whole, as far as a table can tell.</summary>
internal static class HdxTables
{
    /// <summary>Reads a table to its end, whatever it is about.</summary>
    /// <returns>What is wrong with its form; null when it ends as tables do. One whose last row lacks its line end does.</returns>
    public static ReadIssue? Failure(Stream document, CancellationToken token)
    {
        var csv = new CsvReader(document);
        while (csv.Read()) token.ThrowIfCancellationRequested();
        return csv.Fatal;
    }
}
