using System.Numerics;

namespace Tributary.Names;

/// <summary>What stays of a word when it is heard badly: a few kinds of consonants, and whether a vowel comes first.</summary>
/// <remarks>
/// Words that are much alike have skeletons that are the same, or that differ by an edit that costs no more than the words may differ. So a word is kept
/// under its skeleton, and looked for under all skeletons that are so near. Two ways of hearing: one for words that both write vowels, one where one of
/// the two does not, which leaves out w, y and h as well.
/// </remarks>
internal sealed class Skeleton
{
    private const int PartsMax = 15;
    private const int Bits = 4;
    private const int Kinds = 1 << Bits;
    private const byte Vowel = 10;
    private const byte FirstLetterKind = 11;
    // Of shorter skeletons too little would stay.
    private const int DeletedMin = 3;
    // Two edits are looked for where both cost little: an h that stands elsewhere.
    private const int PairMax = 110;

    private readonly byte[] _kinds;
    // Those that sounds have. Letters of scripts without sounds take no sound's place.
    private readonly byte[] _all;
    private static readonly byte[] Letters = [11, 12, 13, 14, 15];
    private readonly int[] _leave = new int[Kinds];
    private readonly int[] _change = new int[Kinds * Kinds];

    // By sound, in the order of the alphabet. Sounds of one kind are cheaply taken for each other; 0 is left out.
    private Skeleton(SoundCosts costs, params ReadOnlySpan<string> groups)
    {
        _kinds = KindsOf(groups);
        _all = [.. Enumerable.Range(1, groups.Length).Select(kind => (byte)kind), Vowel];
        Array.Fill(_leave, SoundCosts.Whole);
        Array.Fill(_change, SoundCosts.Whole);
        for (byte one = 0; one < Sounds.Alphabet.Length; one++)
        {
            for (byte other = 0; other < Sounds.Alphabet.Length; other++) Learn(costs, one, other);
        }
    }

    /// <summary>Of words that both write vowels.</summary>
    public static Skeleton Voiced { get; } = new(SoundCosts.Voiced, "bpfvw", "kqgGX", "h", "tdTD", "szSCj", "l", "r", "m", "n");

    /// <summary>Of words of which one is written without vowels.</summary>
    public static Skeleton Unvoiced { get; } = new(SoundCosts.Unvoiced, "bpf", "kqgGX", "tdTDszSCj", "l", "r", "m", "n");

    /// <summary>The key under which a word is kept: a one, and four bits for each part.</summary>
    public ulong KeyOf(ReadOnlySpan<byte> sounds)
    {
        var (key, length) = (1UL, 0);
        for (var at = 0; at < sounds.Length && length < PartsMax; at++)
        {
            if (KindOf(sounds[at], at == 0) is not (> 0 and var kind)) continue;
            key = (key << Bits) | kind;
            length++;
        }
        return key;
    }

    /// <summary>The keys under which words may be kept that are much alike.</summary>
    /// <param name="sounds">The word.</param>
    /// <param name="allowed">The most that making one word of the other may cost.</param>
    /// <param name="keys">Takes the keys; some may come twice.</param>
    public void FindKeys(ReadOnlySpan<byte> sounds, int allowed, List<ulong> keys)
    {
        var key = KeyOf(sounds);
        var length = LengthOf(key);
        keys.Add(key);
        for (var at = 0; at < length; at++)
        {
            Change(key, at, allowed, keys);
            if (at > 0 && allowed >= SoundCosts.Swapped) keys.Add(Swapped(key, at));
            var leave = _leave[Part(key, at)];
            if (length >= DeletedMin && leave <= allowed) Leave(key, at, Math.Min(allowed, PairMax) - leave, keys);
        }
        if (length + 1 >= DeletedMin) Insert(length < PartsMax ? key : key >> Bits, allowed, keys);
    }

    private void Change(ulong key, int at, int allowed, List<ulong> keys)
    {
        var was = Part(key, at);
        foreach (var kind in KindsFor(was))
        {
            if (kind != was && _change[(was * Kinds) + kind] <= allowed) keys.Add(key ^ ((ulong)(was ^ kind) << (at * Bits)));
        }
    }

    // What is left out may come back elsewhere.
    private void Leave(ulong key, int at, int allowed, List<ulong> keys)
    {
        var left = (key >> Bits & ~Below(at)) | (key & Below(at));
        keys.Add(left);
        Insert(left, allowed, keys);
    }

    private void Insert(ulong key, int allowed, List<ulong> keys)
    {
        var length = LengthOf(key);
        foreach (var kind in KindsFor(length == 0 ? (byte)0 : Part(key, 0)))
        {
            if (_leave[kind] > allowed) continue;
            for (var at = 0; at <= length; at++) keys.Add((key & ~Below(at)) << Bits | (ulong)kind << (at * Bits) | (key & Below(at)));
        }
    }

    // Parts are counted from the last one.
    private static byte Part(ulong key, int at) => (byte)(key >> (at * Bits) & 15);

    private static ulong Below(int at) => (1UL << (at * Bits)) - 1;

    private static int LengthOf(ulong key) => (63 - BitOperations.LeadingZeroCount(key)) / Bits;

    private static ulong Swapped(ulong key, int at)
    {
        var differ = (ulong)(Part(key, at) ^ Part(key, at - 1));
        return key ^ (differ << (at * Bits)) ^ (differ << ((at - 1) * Bits));
    }

    private ReadOnlySpan<byte> KindsFor(byte kind) => kind < FirstLetterKind ? _all : Letters;

    private byte KindOf(byte sound, bool isFirst) => sound >= Sounds.FirstLetter ? (byte)(FirstLetterKind + (sound % (Kinds - FirstLetterKind))) : isFirst && Sounds.IsVowel(sound) ? Vowel : _kinds[sound];

    // The least that it costs to change a sound of one kind to one of another, or to none.
    private void Learn(SoundCosts costs, byte one, byte other)
    {
        foreach (var isFirst in (ReadOnlySpan<bool>)[false, true])
        {
            var (from, to) = (KindOf(one, isFirst), KindOf(other, isFirst: false));
            if (from == 0) continue;
            _leave[from] = Math.Min(_leave[from], Math.Min(costs.Leave(one, isFirst), to == 0 ? costs.Change(one, other) : SoundCosts.Whole));
            if (to == 0) continue;
            // A first vowel is none any more when a consonant comes before it.
            var change = Math.Min(costs.Change(one, other), from == Vowel ? costs.Leave(other, isFirst: true) : SoundCosts.Whole);
            _change[(from * Kinds) + to] = _change[(to * Kinds) + from] = Math.Min(_change[(from * Kinds) + to], change);
        }
    }

    private static byte[] KindsOf(ReadOnlySpan<string> groups)
    {
        var kinds = new byte[Sounds.FirstLetter];
        var kind = (byte)0;
        foreach (var sounds in groups)
        {
            kind++;
            foreach (var sound in sounds) kinds[Sounds.Of(sound)] = kind;
        }
        return kinds;
    }
}
