using System.Security.Cryptography;
using System.Text;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>A party on the flows of a ledger.</summary>
/// <param name="Key">What tells it from others: <c>fts:2927</c> for an organisation with an id of FTS, <c>name:…</c> where documents name it alone.</param>
/// <param name="Names">All names by which it goes, in the order of their letters; never none.</param>
/// <param name="Type">What it is.</param>
/// <param name="Countries">Its countries, ISO 3166 alpha-3.</param>
public sealed record LedgerParty(string Key, IReadOnlyList<string> Names, NameType Type, IReadOnlyList<string> Countries)
{
    private const int StateBytes = 16;

    /// <summary>A digest of all of it. It changes when any of it does.</summary>
    public string State() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', [Key, Type.ToString(), .. Names, "", .. Countries]))).AsSpan(0, StateBytes));

    /// <summary>The party under one of its names, for screening.</summary>
    public ScreenedParty Under(string name) => new() { Name = name, Type = Type, Countries = Countries };
}
