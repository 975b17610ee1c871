using System.Numerics;

namespace Tributary.Names;

/// <summary>How alike two words are, from 0 to 1.</summary>
internal static class WordLikeness
{
    /// <summary>Below this, two words are not taken for each other whatever else is alike.</summary>
    public const float Least = 0.4f;

    /// <summary>From here on, a word can tell a name by itself.</summary>
    public const float Telling = 0.7f;

    // Vowels that are not written make words shorter, but not by more than this.
    private const int UnvoicedMax = 7;
    private const float OfInitial = 0.85f;
    private const float OfBeginning = 0.6f;
    private const int BeginningMax = 3;

    /// <summary>Compares two words.</summary>
    /// <param name="one">The one name.</param>
    /// <param name="first">Its word.</param>
    /// <param name="other">The other name.</param>
    /// <param name="second">Its word.</param>
    /// <param name="needed">Where they cannot be so much alike, 0 may be given.</param>
    public static float Of(PreparedName one, in NameWord first, PreparedName other, in NameWord second, float needed)
    {
        if (first.Same != 0 && first.Same == second.Same) return 1;
        var a = one.SoundsOf(first);
        var b = other.SoundsOf(second);
        if (first.Kind == WordKind.Number || second.Kind == WordKind.Number) return first.Kind == second.Kind && first.Same == second.Same ? 1 : 0;
        if (first.Kind == WordKind.Initial || second.Kind == WordKind.Initial) return OfLetter(first, a, second, b);
        // Words that stand in thousands of names are met by themselves alone.
        if (first.Weight != second.Weight && !first.IsUnvoiced && !second.IsUnvoiced && first.Kind == WordKind.Name && second.Kind == WordKind.Name) return 0;
        return OfSounds(a, first.IsUnvoiced, b, second.IsUnvoiced, needed);
    }

    /// <summary>Compares sounds: 1 for the same, <see cref="Least"/> for words at the limit of what is a slip or another spelling, 0 beyond it.</summary>
    public static float OfSounds(ReadOnlySpan<byte> one, bool oneUnvoiced, ReadOnlySpan<byte> other, bool otherUnvoiced, float needed = Least)
    {
        if (one.SequenceEqual(other)) return 1;
        var isUnvoiced = oneUnvoiced || otherUnvoiced;
        var costs = isUnvoiced ? SoundCosts.Unvoiced : SoundCosts.Voiced;
        var limit = isUnvoiced ? Math.Max(Told(one), Told(other)) * SoundCosts.Whole / 3 : LimitOf(Math.Max(one.Length, other.Length));
        var allowed = needed <= Least ? limit : (int)(limit * (1 - needed) / (1 - Least)) + 1;
        if (!isUnvoiced && Math.Abs(one.Length - other.Length) * SoundCosts.LeastLeft > allowed) return 0;
        var distance = costs.Distance(one, other, allowed);
        return distance > limit ? 0 : 1 - ((1 - Least) * distance / limit);
    }

    // Two letters may be wrong in a word of four and more, one in a word of three, none in one of two; in long words more.
    private static int LimitOf(int length) => length < 4 ? (length * SoundCosts.Whole / 2) - 5 : Math.Max(Math.Min(length * SoundCosts.Whole / 2, 215), length * SoundCosts.Whole / 4);

    /// <summary>Whether two words are so much alike that they can tell a name: the same as comparing them, but quicker where they are not.</summary>
    public static bool IsTelling(ReadOnlySpan<byte> one, bool oneUnvoiced, uint oneMask, ReadOnlySpan<byte> other, bool otherUnvoiced, uint otherMask) =>
        CanBeTelling(one.Length, oneMask, other.Length, otherMask, 0, oneUnvoiced || otherUnvoiced) && OfSounds(one, oneUnvoiced, other, otherUnvoiced) >= Telling;

    /// <summary>Whether a word can be much alike to several that are joined.</summary>
    /// <param name="whole">The word.</param>
    /// <param name="length">How many sounds the others have.</param>
    /// <param name="mask">Which.</param>
    /// <param name="seams">Where one ends and the next begins, a sound may fall out.</param>
    /// <param name="isUnvoiced">Whether the others are written without vowels.</param>
    public static bool CanBeJoined(in NameWord whole, int length, uint mask, int seams, bool isUnvoiced) => CanBeTelling(whole.Length, whole.Mask, length, mask, seams, whole.IsUnvoiced || isUnvoiced);

    private static bool CanBeTelling(int oneLength, uint oneMask, int otherLength, uint otherMask, int seams, bool isUnvoiced)
    {
        var difference = Math.Abs(oneLength - otherLength) - seams;
        if (isUnvoiced) return difference <= UnvoicedMax;
        var limit = (int)(LimitOf(Math.Max(oneLength, otherLength)) * (1 - Telling) / (1 - Least)) + 1;
        // A change touches two bits at most.
        return difference <= limit / SoundCosts.LeastLeft && BitOperations.PopCount(oneMask ^ otherMask) <= limit / SoundCosts.LeastOfOther * 2;
    }

    private static float OfLetter(in NameWord first, ReadOnlySpan<byte> a, in NameWord second, ReadOnlySpan<byte> b)
    {
        if (first.Kind == second.Kind) return a.SequenceEqual(b) ? 1 : 0;
        return a[0] == b[0] ? OfInitial : 0;
    }

    /// <summary>Whether a short word is the beginning of the other: Ben of Benjamin, Dr of Drissi.</summary>
    public static float OfStart(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var shorter = one.Length < other.Length ? one : other;
        var longer = one.Length < other.Length ? other : one;
        return shorter.Length is >= 2 and <= BeginningMax && longer.Length > shorter.Length + 1 && longer.StartsWith(shorter) ? OfBeginning : 0;
    }

    private static int Told(ReadOnlySpan<byte> sounds)
    {
        var told = 1;
        for (var at = 1; at < sounds.Length; at++) told += Sounds.IsVowel(sounds[at]) ? 0 : 1;
        return told;
    }
}
