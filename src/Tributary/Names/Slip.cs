using System.Numerics;

namespace Tributary.Names;

/// <summary>One slip of a hand in a name: a letter left out, added, replaced, or swapped with the next.</summary>
/// <remarks>
/// To the ear a slip may be much: <c>Abdullah</c> and <c>Adbullah</c> are other words, and <c>ch</c> is no <c>c</c>. So names are also held against each
/// other letter by letter. They differ by a slip where all words are the same but one, which is another one by one letter.
/// </remarks>
internal static class Slip
{
    /// <summary>The least score of names that differ by one slip, so that a screening shows them.</summary>
    public const double Score = 0.86;

    // In shorter words a letter makes another word: ABC and ABD are two companies.
    private const int OfPersonMin = 3;
    private const int OfOthersMin = 5;

    /// <summary>Whether two names differ by one slip, and have words much alike that can tell a name.</summary>
    public static bool IsBetween(NameView one, NameView other) => MayBeBetween(one.Traits, other.Traits) && Find(one, other) is not null && HaveTellingWord(one, other);

    /// <summary>Whether they may, seen at a glance.</summary>
    private static bool MayBeBetween(NameTraits one, NameTraits other) =>
        one.Letters > 0 && other.Letters > 0 && Math.Abs(one.Letters - other.Letters) <= 1 && BitOperations.PopCount(one.LetterMask ^ other.LetterMask) <= 2;

    /// <summary>The places of the two words that differ by a slip, where all others are the same; null where it is not so.</summary>
    public static (int One, int Other)? Find(NameView one, NameView other)
    {
        Span<Range> ones = stackalloc Range[RawWord.WordsMax], others = stackalloc Range[RawWord.WordsMax];
        ones = ones[..Split(one.Letters, ones)];
        others = others[..Split(other.Letters, others)];
        if (ones.Length != others.Length || FindLeft(one.Letters, ones, other.Letters, others) is not { } left) return null;
        return IsSlip(one.Letters[ones[left.One]], other.Letters[others[left.Other]], NameComparer.IsPerson(one, other) ? OfPersonMin : OfOthersMin) ? left : null;
    }

    private static int Split(ReadOnlySpan<byte> letters, Span<Range> words)
    {
        var count = 0;
        foreach (var word in letters.Split((byte)' '))
        {
            if (count < words.Length) words[count++] = word;
        }
        return count;
    }

    // The one word on each side that the other side has not.
    private static (int One, int Other)? FindLeft(ReadOnlySpan<byte> one, ReadOnlySpan<Range> ones, ReadOnlySpan<byte> other, ReadOnlySpan<Range> others)
    {
        var (left, met) = (-1, 0UL);
        for (var i = 0; i < ones.Length; i++)
        {
            var same = FindSame(one[ones[i]], other, others, met);
            if (same >= 0) met |= 1UL << same;
            else if (left >= 0) return null;
            else left = i;
        }
        return left < 0 ? null : (left, BitOperations.TrailingZeroCount(~met));
    }

    private static int FindSame(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other, ReadOnlySpan<Range> others, ulong met)
    {
        for (var at = 0; at < others.Length; at++)
        {
            if ((met >> at & 1) == 0 && word.SequenceEqual(other[others[at]])) return at;
        }
        return -1;
    }

    private static bool IsSlip(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int lengthMin)
    {
        if (Math.Max(one.Length, other.Length) < lengthMin || IsNumber(one) || IsNumber(other)) return false;
        var first = one.CommonPrefixLength(other);
        var oneRest = one[first..];
        var otherRest = other[first..];
        if (oneRest.Length == otherRest.Length) return oneRest[1..].SequenceEqual(otherRest[1..]) || IsSwapped(oneRest, otherRest);
        return oneRest.Length < otherRest.Length ? otherRest[1..].SequenceEqual(oneRest) : oneRest[1..].SequenceEqual(otherRest);
    }

    private static bool IsSwapped(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length > 1 && one[0] == other[1] && one[1] == other[0] && one[2..].SequenceEqual(other[2..]);

    // VII is not VIII with a slip.
    private static bool IsNumber(ReadOnlySpan<byte> word) => word.ContainsAnyInRange((byte)'0', (byte)'9') || !word.ContainsAnyExcept("ivx"u8);

    // What has none is no name to be known by. And an index finds names by such words alone.
    private static bool HaveTellingWord(NameView one, NameView other)
    {
        foreach (ref readonly var word in one.Words)
        {
            if (!one.IsTelling(word)) continue;
            foreach (ref readonly var second in other.Words)
            {
                if (other.IsTelling(second) && WordLikeness.Of(one, word, other, second, WordLikeness.Telling) >= WordLikeness.Telling) return true;
            }
        }
        return false;
    }
}
