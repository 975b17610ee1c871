using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>What is known of the words of a name together.</summary>
/// <param name="Type">What bears it.</param>
/// <param name="Told">How many words tell names apart: all but titles, particles and forms of companies.</param>
/// <param name="HasNames">Whether it has words that are not common to many names.</param>
/// <param name="HasCommon">Whether it has words that many organisations have.</param>
/// <param name="Lightest">The least weight of a word that tells names apart.</param>
/// <param name="Heaviest">The greatest.</param>
/// <param name="Letters">How many letters it has, with a blank between words; 0 where they are not compared.</param>
/// <param name="LetterMask">Which occur.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameTraits(NameType Type, byte Told, bool HasNames, bool HasCommon, byte Lightest, byte Heaviest, byte Letters, uint LetterMask)
{
    /// <summary>Looks at the words of a name.</summary>
    public static NameTraits Of(NameType type, ReadOnlySpan<NameWord> words, ReadOnlySpan<byte> letters)
    {
        var traits = new NameTraits(type, 0, false, false, NamePreparation.Full, 0, (byte)letters.Length, MaskOf(letters));
        foreach (ref readonly var word in words)
        {
            if (word.IsTold) traits = traits.With(word);
        }
        return traits;
    }

    private NameTraits With(in NameWord word) => this with
    {
        Told = (byte)(Told + 1),
        HasNames = HasNames || word.IsName,
        HasCommon = HasCommon || word.Kind == WordKind.Common,
        Lightest = Math.Min(Lightest, word.Weight),
        Heaviest = Math.Max(Heaviest, word.Weight),
    };

    private static uint MaskOf(ReadOnlySpan<byte> letters)
    {
        var mask = 0u;
        foreach (var letter in letters) mask |= 1u << (letter & 31);
        return mask;
    }
}
