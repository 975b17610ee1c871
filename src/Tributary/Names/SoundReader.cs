namespace Tributary.Names;

/// <summary>Reads small Latin letters as sounds: English, French, German and the usual spellings of Arabic, Persian and Russian names.</summary>
internal static class SoundReader
{
    /// <summary>The most sounds a word has; what follows is left out.</summary>
    public const int SoundsMax = 32;

    /// <summary>Reads a word. A letter that repeats is one sound.</summary>
    /// <param name="word">Small letters, digits, and letters of scripts without a table.</param>
    /// <param name="sounds">Takes the sounds; <see cref="SoundsMax"/> long.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<char> word, Span<byte> sounds)
    {
        var count = 0;
        for (var at = 0; at < word.Length && count < SoundsMax;)
        {
            var (sound, second, length) = Next(word, at);
            at += length;
            if (sound is not None && !(count > 0 && sounds[count - 1] == sound)) sounds[count++] = sound;
            if (second is not None && count < SoundsMax) sounds[count++] = second;
        }
        return count;
    }

    /// <summary>An h that is a letter of its own and makes no sh or kh of the letter before it: that of Arabic and Hebrew.</summary>
    public const char SingleH = 'ħ';

    private const byte None = 255;

    private static (byte Sound, byte Second, int Length) Next(ReadOnlySpan<char> word, int at)
    {
        var letter = word[at];
        if (letter == SingleH) return (Sounds.H, None, 1);
        if (letter >= 128 || !char.IsAsciiLetter(letter)) return (Sounds.OfLetter(letter), None, 1);
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        var afterNext = at + 2 < word.Length ? word[at + 2] : '\0';
        return (letter, next) switch
        {
            ('s', 'c') when afterNext == 'h' => (Sounds.Of('S'), None, 3),
            ('t', 'c') when afterNext == 'h' => (Sounds.Of('C'), None, 3),
            ('s', 'h') => (Sounds.Of('S'), None, 2),
            ('c', 'h') => (Sounds.Of('C'), None, 2),
            ('k', 'h') => (Sounds.Of('X'), None, 2),
            ('g', 'h') => (Sounds.Of('G'), None, 2),
            ('t', 'h') => (Sounds.Of('T'), None, 2),
            ('d', 'h') => (Sounds.Of('D'), None, 2),
            ('z', 'h') => (Sounds.Of('z'), None, 2),
            ('p', 'h') => (Sounds.Of('f'), None, 2),
            ('d', 'j') => (Sounds.Of('j'), None, 2),
            ('c', 'k') => (Sounds.Of('k'), None, 2),
            ('q', 'u') => (Sounds.Of('k'), Sounds.W, 2),
            ('o', 'u') or ('o', 'o') => (Sounds.U, None, 2),
            ('e', 'e') => (Sounds.I, None, 2),
            ('x', _) => (Sounds.Of('k'), Sounds.Of('s'), 1),
            ('c', 'e' or 'i' or 'y') => (Sounds.Of('s'), None, 1),
            ('c', _) => (Sounds.Of('k'), None, 1),
            ('y', _) when at > 0 && !IsVowel(next) => (Sounds.I, None, 1),
            _ => (Sounds.Of(letter), None, 1),
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
