namespace Tributary.Ledgers;

/// <summary>The body of a journal row of kind <c>fetched</c>: the bytes at an address came in whole and are stored.</summary>
/// <remarks>Nothing has read them yet. A later row of kind <c>document</c> says that they are in the facts.</remarks>
/// <param name="Sha256">The hash of the bytes.</param>
/// <param name="Bytes">Their length.</param>
/// <param name="Address">Where they came from.</param>
/// <param name="Fetch">The query whose answer they are part of, such as <c>fts country=AFG year=2021</c>: what a fetch that was cut off is taken up again by.</param>
public sealed record DocumentFetched(string Sha256, long Bytes, string Address, string Fetch)
{
    /// <summary>The kind of journal row.</summary>
    public const string Kind = "fetched";

    /// <summary>The hash as a value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Provenance.DocumentHash Hash => JournalBody.Hash(Sha256);
}
