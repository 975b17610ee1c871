namespace Tributary.Names;

/// <summary>What letters sound like: the alphabet in which names of all scripts are compared.</summary>
/// <remarks>A sound is a number below 32. A letter of a script whose sounds are not known stands for itself, as a number from 32 on.</remarks>
internal static class Sounds
{
    /// <summary>The sounds in order; the first five are vowels. Two small letters in one: S sh, C ch, X kh, G gh, T th, D dh.</summary>
    public const string Alphabet = "aeiouwyhbpfvtdTDszSCjkqgXGlrmn";

    /// <summary>The first number that is no sound.</summary>
    public const int FirstLetter = 32;

    public const byte I = 2, U = 4, W = 5, H = 7;

    private static readonly byte[] Codes = MakeCodes();

    public static bool IsVowel(byte sound) => sound <= U;

    public static byte Of(char sound) => Codes[sound];

    /// <summary>Which sounds occur in a word, as bits. Sounds that are all but the same share one, so that any other change costs something (<see cref="SoundCosts.LeastBetween"/>).</summary>
    public static uint MaskOf(ReadOnlySpan<byte> sounds)
    {
        var mask = 0u;
        foreach (var sound in sounds) mask |= Bits[sound];
        return mask;
    }

    /// <summary>A letter whose sound is not known.</summary>
    public static byte OfLetter(char letter) => (byte)(FirstLetter + (((letter * 0x9E37u) >> 4) % (256 - FirstLetter)));

    private static readonly uint[] Bits = MakeBits();

    private static uint[] MakeBits()
    {
        var bits = new uint[256];
        for (var sound = 0; sound < bits.Length; sound++) bits[sound] = 1u << (sound < FirstLetter ? sound : 30 + (sound & 1));
        foreach (var group in (ReadOnlySpan<string>)["kqgG", "vfw", "tT", "dD", "iy"])
        {
            foreach (var sound in group) bits[Of(sound)] = bits[Of(group[0])];
        }
        return bits;
    }

    private static byte[] MakeCodes()
    {
        var codes = new byte[128];
        for (var sound = 0; sound < Alphabet.Length; sound++) codes[Alphabet[sound]] = (byte)sound;
        return codes;
    }
}
