namespace Tributary.Names;

/// <summary>How alike two words are, from 0 to 1.</summary>
internal static class WordLikeness
{
    // Below this, two words are not taken for each other whatever else is alike.
    public const float Least = 0.6f;

    private const float OfInitial = 0.9f;
    private const float OfBeginning = 0.8f;
    private const int BeginningMax = 3;

    /// <summary>Compares two words.</summary>
    public static float Of(PreparedName one, in NameWord first, PreparedName other, in NameWord second)
    {
        if (first.Same != 0 && first.Same == second.Same) return 1;
        var a = one.SoundsOf(first);
        var b = other.SoundsOf(second);
        if (first.Kind == WordKind.Number || second.Kind == WordKind.Number) return first.Kind == second.Kind && first.Same == second.Same ? 1 : 0;
        if (first.Kind == WordKind.Initial || second.Kind == WordKind.Initial) return OfLetter(first, a, second, b);
        return OfSounds(a, first.IsUnvoiced, b, second.IsUnvoiced);
    }

    /// <summary>Compares sounds.</summary>
    public static float OfSounds(ReadOnlySpan<byte> one, bool oneUnvoiced, ReadOnlySpan<byte> other, bool otherUnvoiced)
    {
        if (one.SequenceEqual(other)) return 1;
        var isUnvoiced = oneUnvoiced || otherUnvoiced;
        var costs = isUnvoiced ? SoundCosts.Unvoiced : SoundCosts.Voiced;
        var length = isUnvoiced ? Math.Max(Told(one), Told(other)) : Math.Max(one.Length, other.Length);
        // Two words of one or two sounds are alike only when they are the same but for what hardly counts.
        var whole = SoundCosts.Whole * Math.Max(length, 2);
        var limit = (int)((1 - Least) * whole);
        var distance = costs.Distance(one, other, limit);
        return distance > limit ? 0 : 1 - ((float)distance / whole);
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
