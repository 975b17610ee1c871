using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Tributary.Listings;

namespace Tributary.Clearing;

/// <summary>A party of the ledger that may be an entry of a list. A person decides whether it is.</summary>
/// <param name="Party">The party's key (<c>fts:2927</c>, <c>name:…</c>).</param>
/// <param name="PartyName">The name of the party that is most alike.</param>
/// <param name="PartyState">A digest of all that the ledger states of the party; it changes when any of it does.</param>
/// <param name="List">The list.</param>
/// <param name="Entry">The list's reference.</param>
/// <param name="EntryName">The entry's first name.</param>
/// <param name="EntryState">A digest of all that the list states of the entry.</param>
/// <param name="MatchedName">The name of the entry that is most alike.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Why">Which word met which, and what else raised or lowered the score.</param>
public sealed record ScreeningHit(string Party, string PartyName, string PartyState, SanctionsList List, string Entry, string EntryName, string EntryState, string MatchedName, double Score, string Why)
{
    private const int IdDigits = 10;

    /// <summary>Ten hexadecimal digits that stand for the party and the entry, the same in every run.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Party}\n{List}\n{Entry}")))[..IdDigits];

    /// <summary>Whether another is of the same party and entry.</summary>
    public bool IsSamePair(ScreeningHit other) => Party == other.Party && List == other.List && Entry == other.Entry;
}
