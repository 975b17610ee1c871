namespace Tributary.Names;

/// <summary>What stays of a word when it is heard badly: a few kinds of consonants, and whether a vowel comes first.</summary>
/// <remarks>
/// Words that are much alike have skeletons that differ by one edit at most. So a word's keys are its skeleton and what is left of it when one of its
/// parts is left out: words that are much alike share a key.
/// </remarks>
internal static class Skeleton
{
    private const int PartsMax = 15;
    // Of shorter skeletons too little would stay.
    private const int DeletedMin = 3;
    private const byte Vowel = 10;

    // By sound, in the order of the alphabet. Sounds of one kind are cheaply taken for each other; 0 is left out.
    private static readonly byte[] Voiced = KindsOf("bpfvw", "kqgGX", "h", "tdTD", "szSCj", "l", "r", "m", "n");
    private static readonly byte[] Unvoiced = KindsOf("bpf", "kqgGX", "tdTDszSCj", "l", "r", "m", "n");

    /// <summary>The most keys of a word.</summary>
    public const int KeysMax = 1 + PartsMax;

    /// <summary>The keys under which a word is found.</summary>
    /// <param name="sounds">The word.</param>
    /// <param name="asUnvoiced">Whether vowels, w, y and h are left out as well: for words of which one is written without vowels.</param>
    /// <param name="keys">Takes the keys; <see cref="KeysMax"/> long.</param>
    /// <returns>How many there are.</returns>
    public static int Keys(ReadOnlySpan<byte> sounds, bool asUnvoiced, Span<ulong> keys)
    {
        Span<byte> parts = stackalloc byte[PartsMax];
        var length = Read(sounds, asUnvoiced ? Unvoiced : Voiced, parts);
        parts = parts[..length];
        keys[0] = Pack(parts, -1);
        if (length < DeletedMin) return 1;
        for (var without = 0; without < length; without++) keys[1 + without] = Pack(parts, without);
        return 1 + length;
    }

    private static int Read(ReadOnlySpan<byte> sounds, byte[] kinds, Span<byte> parts)
    {
        var length = 0;
        for (var at = 0; at < sounds.Length && length < PartsMax; at++)
        {
            var sound = sounds[at];
            var kind = sound >= Sounds.FirstLetter ? (byte)(11 + (sound % 5)) : at == 0 && Sounds.IsVowel(sound) ? Vowel : kinds[sound];
            if (kind != 0) parts[length++] = kind;
        }
        return length;
    }

    private static ulong Pack(ReadOnlySpan<byte> parts, int without)
    {
        var key = 1UL;
        for (var at = 0; at < parts.Length; at++)
        {
            if (at != without) key = (key << 4) | parts[at];
        }
        return key;
    }

    private static byte[] KindsOf(params ReadOnlySpan<string> groups)
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
