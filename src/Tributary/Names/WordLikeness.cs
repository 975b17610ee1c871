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

    // No word that is much alike is longer by more than this.
    private const int LongerMax = 4;

    private const float OfInitial = 0.85f;
    private const float OfBeginning = 0.6f;
    private const int BeginningMax = 3;

    /// <summary>Compares two words.</summary>
    /// <param name="one">The one name.</param>
    /// <param name="first">Its word.</param>
    /// <param name="other">The other name.</param>
    /// <param name="second">Its word.</param>
    /// <param name="needed">Where they cannot be so much alike, 0 may be given.</param>
    public static float Of(NameView one, in NameWord first, NameView other, in NameWord second, float needed)
    {
        if (first.Same != 0 && first.Same == second.Same) return 1;
        var a = one.SoundsOf(first);
        var b = other.SoundsOf(second);
        if (first.Kind == WordKind.Number || second.Kind == WordKind.Number) return first.Kind == second.Kind && first.Same == second.Same ? 1 : 0;
        if (first.Kind == WordKind.Initial || second.Kind == WordKind.Initial) return OfLetter(first, a, second, b);
        // Words that stand in thousands of names are met by themselves alone.
        if (first.Weight != second.Weight && !first.IsUnvoiced && !second.IsUnvoiced && first.Kind == WordKind.Name && second.Kind == WordKind.Name) return 0;
        var isUnvoiced = first.IsUnvoiced || second.IsUnvoiced;
        if (!isUnvoiced && SoundCosts.LeastBetween(first.Mask, second.Mask) > LimitOf(Math.Max(a.Length, b.Length))) return 0;
        return OfSounds(a, first.IsUnvoiced, b, second.IsUnvoiced, needed);
    }

    /// <summary>Compares sounds: 1 for the same, <see cref="Least"/> for words at the limit of what is a slip or another spelling, 0 beyond it.</summary>
    public static float OfSounds(ReadOnlySpan<byte> one, bool oneUnvoiced, ReadOnlySpan<byte> other, bool otherUnvoiced, float needed = Least)
    {
        if (one.SequenceEqual(other)) return 1;
        var isUnvoiced = oneUnvoiced || otherUnvoiced;
        var costs = isUnvoiced ? SoundCosts.Unvoiced : SoundCosts.Voiced;
        var limit = isUnvoiced ? Math.Max(Told(one), Told(other)) * SoundCosts.Whole / 3 : LimitOf(Math.Max(one.Length, other.Length));
        var allowed = needed <= Least ? limit : AllowedOf(limit, needed);
        if (!isUnvoiced && Math.Abs(one.Length - other.Length) * SoundCosts.LeastLeft > allowed) return 0;
        var distance = costs.Distance(one, other, allowed);
        return distance > limit ? 0 : 1 - ((1 - Least) * distance / limit);
    }

    // Two letters may be wrong in a word of four and more, one in a word of three, none in one of two; in long words more.
    private static int LimitOf(int length) => length < 4 ? (length * SoundCosts.Whole / 2) - 5 : Math.Max(Math.Min(length * SoundCosts.Whole / 2, 215), length * SoundCosts.Whole / 4);

    /// <summary>A number that two words are alike at most, seen at a glance.</summary>
    public static float Most(in NameWord one, in NameWord other, bool isPerson)
    {
        if (one.Mask == other.Mask || (one.Same != 0 && one.Same == other.Same)) return 1;
        if (one.IsUnvoiced || other.IsUnvoiced) return Math.Abs(one.Length - other.Length) <= UnvoicedMax ? 1 : 0;
        if (one.Kind is WordKind.Initial or WordKind.Number || other.Kind is WordKind.Initial or WordKind.Number) return one.Kind == WordKind.Number || other.Kind == WordKind.Number ? 0 : OfInitial;
        var distance = Math.Max(Math.Abs(one.Length - other.Length) * SoundCosts.LeastLeft, SoundCosts.LeastBetween(one.Mask, other.Mask));
        var most = 1 - (distance * OfCost[Math.Max(one.Length, other.Length)]);
        return Math.Max(most, isPerson && Math.Min(one.Length, other.Length) <= BeginningMax ? OfBeginning : 0);
    }

    // By the length of the longer word.
    private static readonly float[] OfCost = [.. Enumerable.Range(0, SoundReader.SoundsMax + 1).Select(length => (1 - Least) / Math.Max(1, LimitOf(length)))];

    /// <summary>Whether two words are so much alike: the same as comparing them, but quicker where they are not.</summary>
    public static bool IsAtLeast(float least, ReadOnlySpan<byte> one, bool oneUnvoiced, uint oneMask, ReadOnlySpan<byte> other, bool otherUnvoiced, uint otherMask) =>
        CanBe(least, one.Length, oneMask, other.Length, otherMask, 0, oneUnvoiced || otherUnvoiced) && OfSounds(one, oneUnvoiced, other, otherUnvoiced, least) >= least;

    /// <summary>The most that it may cost to make any other word of one, if the two are to be so much alike.</summary>
    public static int Allowed(ReadOnlySpan<byte> sounds, bool isUnvoiced, float least) =>
        AllowedOf(isUnvoiced ? (Told(sounds) + LongerMax) * SoundCosts.Whole / 3 : LimitOf(sounds.Length + LongerMax), least);

    /// <summary>Whether a word can be much alike to several that are joined.</summary>
    /// <param name="whole">The word.</param>
    /// <param name="length">How many sounds the others have.</param>
    /// <param name="mask">Which.</param>
    /// <param name="seams">Where one ends and the next begins, a sound may fall out.</param>
    /// <param name="isUnvoiced">Whether the others are written without vowels.</param>
    public static bool CanBeJoined(in NameWord whole, int length, uint mask, int seams, bool isUnvoiced) => CanBe(Telling, whole.Length, whole.Mask, length, mask, seams, whole.IsUnvoiced || isUnvoiced);

    private static bool CanBe(float least, int oneLength, uint oneMask, int otherLength, uint otherMask, int seams, bool isUnvoiced)
    {
        var difference = Math.Abs(oneLength - otherLength) - seams;
        if (isUnvoiced) return difference <= UnvoicedMax;
        var allowed = AllowedOf(LimitOf(Math.Max(oneLength, otherLength)), least);
        return difference <= allowed / SoundCosts.LeastLeft && SoundCosts.LeastBetween(oneMask, otherMask) <= allowed;
    }

    private static int AllowedOf(int limit, float least) => (int)(limit * (1 - least) / (1 - Least)) + 1;

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
