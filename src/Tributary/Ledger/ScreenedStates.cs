using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Tributary.Ledgers;

/// <summary>Which states of parties and entries the last screening of a ledger compared: what is among them need not be compared again.</summary>
/// <remarks>
/// A file beside the facts that only saves time. Where it is missing, damaged, or of another run, everything is compared; so no answer depends on it.
/// Its form: eight letters, the run's row, how many parties and entries there are, a digest of 8 bytes for each, and a checksum of all of it.
/// </remarks>
internal sealed class ScreenedStates
{
    private const int Digest = sizeof(ulong);
    private const int HeaderBytes = 24;
    // More than any ledger has; a file that says more is damaged.
    private const int CountMax = 1 << 26;
    private static ReadOnlySpan<byte> Magic => "TRSEEN01"u8;

    private readonly HashSet<ulong> _parties;
    private readonly HashSet<ulong> _entries;

    /// <param name="parties">The states of parties.</param>
    /// <param name="entries">The states of entries.</param>
    public ScreenedStates(IEnumerable<string> parties, IEnumerable<string> entries) => (_parties, _entries) = ([.. parties.Select(DigestOf)], [.. entries.Select(DigestOf)]);

    private ScreenedStates(ReadOnlySpan<ulong> parties, ReadOnlySpan<ulong> entries) => (_parties, _entries) = ([.. parties], [.. entries]);

    /// <summary>Whether a party was compared in this state.</summary>
    public bool HasParty(string state) => _parties.Contains(DigestOf(state));

    /// <summary>Whether an entry was compared in this state.</summary>
    public bool HasEntry(string state) => _entries.Contains(DigestOf(state));

    /// <summary>Reads what a run left; null where that is not there, or not whole.</summary>
    /// <param name="paths">The ledger.</param>
    /// <param name="run">The run's row of the journal.</param>
    public static ScreenedStates? TryRead(LedgerPaths paths, long run)
    {
        if (!File.Exists(paths.Screened)) return null;
        var bytes = File.ReadAllBytes(paths.Screened);
        if (bytes.Length < HeaderBytes + Digest || !bytes.AsSpan().StartsWith(Magic)) return null;
        var header = bytes.AsSpan(Magic.Length);
        var (row, parties, entries) = (MemoryMarshal.Read<long>(header), MemoryMarshal.Read<int>(header[8..]), MemoryMarshal.Read<int>(header[12..]));
        if (row != run || parties is < 0 or > CountMax || entries is < 0 or > CountMax || bytes.Length != HeaderBytes + ((parties + entries + 1) * Digest)) return null;
        if (MemoryMarshal.Read<ulong>(bytes.AsSpan(bytes.Length - Digest)) != XxHash3.HashToUInt64(bytes.AsSpan(0, bytes.Length - Digest))) return null;
        var states = MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(HeaderBytes, (parties + entries) * Digest));
        return new ScreenedStates(states[..parties], states[parties..]);
    }

    /// <summary>Leaves them for the next run, in place of what was left before.</summary>
    /// <param name="paths">The ledger.</param>
    /// <param name="run">This run's row of the journal.</param>
    public void Write(LedgerPaths paths, long run)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Magic);
        bytes.Write(MemoryMarshal.AsBytes([run]));
        bytes.Write(MemoryMarshal.AsBytes([_parties.Count, _entries.Count]));
        bytes.Write(MemoryMarshal.AsBytes<ulong>([.. _parties.Order(), .. _entries.Order()]));
        bytes.Write(MemoryMarshal.AsBytes([XxHash3.HashToUInt64(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))]));
        var arriving = $"{paths.Screened}.{Environment.ProcessId}";
        File.WriteAllBytes(arriving, bytes.ToArray());
        File.Move(arriving, paths.Screened, overwrite: true);
    }

    // Of a cryptographic digest, so that nobody can make a state that passes for another.
    private static ulong DigestOf(string state) => MemoryMarshal.Read<ulong>(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}
