namespace Tributary.Listings;

/// <summary>An entry as a reader found it.</summary>
/// <param name="Place">Where it stands in the document.</param>
/// <param name="Entry">What is stated there. Which list it is on may show only at the document's end (<see cref="ListVersion"/>).</param>
public sealed record ListedRecord(string Place, ListedEntry Entry);
