using System.Text.Json.Serialization;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>The body of a journal row of kind <c>document</c>: a document came in.</summary>
/// <param name="Sha256">Its hash.</param>
/// <param name="Bytes">Its length, uncompressed.</param>
/// <param name="Format">The format it was read as.</param>
/// <param name="Name">The name under which it came (a path, or <c>-</c>): for people, never a basis for what it means.</param>
/// <param name="Day">The day as of which it speaks.</param>
/// <param name="DayBasis">How that day is known: stated, given by the importer, or the day of the import.</param>
/// <param name="LeaveOutErrors">Whether the importer accepted leaving out records that cannot be used.</param>
public sealed record DocumentReceived(string Sha256, long Bytes, string Format, string Name, DateOnly Day, string DayBasis, bool LeaveOutErrors)
{
    /// <summary>The kind of journal row.</summary>
    public const string Kind = "document";

    /// <summary>The hash as a value.</summary>
    [JsonIgnore]
    public DocumentHash Hash => JournalBody.Hash(Sha256);
}
