using System.Numerics;

namespace Tributary.Names;

/// <summary>What it costs to take one sound for another, to leave one out, or to swap two: 100 is a letter that is simply wrong.</summary>
/// <remarks>
/// Two tables. Where both names write their vowels, vowels count, if less than consonants. Where one is written without them (Arabic, Hebrew),
/// a vowel that is missing says nothing, and w and y may stand for one.
/// </remarks>
internal sealed class SoundCosts
{
    /// <summary>A whole edit.</summary>
    public const int Whole = 100;

    // What a sound costs at least that the other word has nothing of its bit for, where both words write vowels: the first cost, and more for some bits.
    private const int LeastOfAny = 40, LeastOfMiddle = 50, LeastOfHard = 80;

    /// <summary>The least that leaving out a sound costs, where both words write vowels.</summary>
    public const int LeastLeft = 50;

    /// <summary>What swapping two sounds costs.</summary>
    public const int Swapped = 90;

    private const int Size = Sounds.FirstLetter;
    private const int Beyond = 1_000_000;

    private readonly short[] _change = new short[Size * Size];
    private readonly short[] _leave = new short[Size];
    private readonly short _leaveFirstVowel;
    private readonly short _leastLeft;

    private SoundCosts(short leaveFirstVowel, string changes, string leaves)
    {
        _leaveFirstVowel = leaveFirstVowel;
        Array.Fill(_change, (short)Whole);
        Array.Fill(_leave, (short)Whole);
        for (var sound = 0; sound < Size; sound++) _change[(sound * Size) + sound] = 0;
        foreach (var word in changes.Split(' '))
        {
            var (one, other, cost) = (Sounds.Of(word[0]), Sounds.Of(word[1]), short.Parse(word.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));
            _change[(one * Size) + other] = _change[(other * Size) + one] = cost;
        }
        foreach (var word in leaves.Split(' ')) _leave[Sounds.Of(word[0])] = short.Parse(word.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        _leastLeft = _leave.Min();
    }

    // Consonants that spellings and dialects take for each other.
    private const string Consonants = "bp50 bv50 pf60 fv25 td60 tT20 dD20 TD40 Ts55 TS70 Dz55 dz55 sz40 sS50 zS60 SC50 Cj50 Cs60 Ck60 jg55 jy55 jz60 jS60 kq10 gq30 gk50 gG20 kX40 qX40 qG35 kG60 hX55 GX50 hG60 vw20 wb60 lr90 mn80 yw80";

    /// <summary>Both write vowels.</summary>
    public static SoundCosts Voiced { get; } = new(80, Consonants + " ae50 ai70 ao70 au80 ei40 eo70 eu80 io80 iu80 ou40 yi10 ji50 ye45 wu55 wo55", "a60 e55 i55 o60 u60 h50 w70 y55");

    /// <summary>One of the two does not.</summary>
    public static SoundCosts Unvoiced { get; } = new(80, Consonants + " Ts15 Dz12 dz30 hX30 jg40 Dd12 kq5 Cj35 ae2 ai4 ao4 au4 ei2 eo4 eu4 io4 iu4 ou2 yi3 ye5 ya20 wu3 wo3 wa20 ha60", "a3 e3 i3 o3 u3 h30 w25 y20");

    private static readonly uint Middle = BitsFrom(LeastOfMiddle), Hard = BitsFrom(LeastOfHard);

    /// <summary>What making one word of another costs at least, by their bits of <see cref="Sounds.MaskOf"/>, where both write vowels.</summary>
    /// <remarks>A change touches one bit of each word: so the word counts that has more to be changed.</remarks>
    public static int LeastBetween(uint one, uint other) => Math.Max(LeastOf(one & ~other), LeastOf(other & ~one));

    private static int LeastOf(uint alone) => (BitOperations.PopCount(alone) * LeastOfAny) + (BitOperations.PopCount(alone & Middle) * (LeastOfMiddle - LeastOfAny)) + (BitOperations.PopCount(alone & Hard) * (LeastOfHard - LeastOfMiddle));

    // The bits of sounds of which each costs so much: left out, or taken for a sound of another bit.
    private static uint BitsFrom(int cost)
    {
        var bits = uint.MaxValue;
        for (byte one = 0; one < Sounds.Alphabet.Length; one++)
        {
            for (byte other = 0; other < Sounds.Alphabet.Length; other++)
            {
                var (bit, otherBit) = (Sounds.MaskOf([one]), Sounds.MaskOf([other]));
                if (Voiced.Leave(one, isFirst: false) < cost || (bit != otherBit && Voiced.Change(one, other) < cost)) bits &= ~bit;
            }
        }
        return bits;
    }

    /// <summary>What leaving a sound out costs. A first vowel tells Ahmad from Hamid.</summary>
    public int Leave(byte sound, bool isFirst) => sound >= Size ? Whole : isFirst && Sounds.IsVowel(sound) ? _leaveFirstVowel : _leave[sound];

    /// <summary>What taking one sound for another costs.</summary>
    public int Change(byte sound, byte other) => sound < Size && other < Size ? _change[(sound * Size) + other] : sound == other ? 0 : Whole;

    /// <summary>The least cost of making one word of the other, or any number above the limit when it is more.</summary>
    public int Distance(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int limit)
    {
        var width = other.Length + 1;
        // Where so many sounds would have to be left out, it costs too much.
        var band = limit / _leastLeft;
        if (Math.Abs(one.Length - other.Length) > band) return Beyond;
        Span<int> rows = stackalloc int[3 * (SoundReader.SoundsMax + 1)];
        Span<int> leaveOther = stackalloc int[SoundReader.SoundsMax];
        var (beforeLast, last, row) = (0, width, 2 * width);
        rows[last] = 0;
        for (var j = 0; j < other.Length; j++)
        {
            leaveOther[j] = Leave(other[j], j == 0);
            rows[last + j + 1] = rows[last + j] + leaveOther[j];
        }
        for (var i = 0; i < one.Length; i++)
        {
            var sound = one[i];
            var leave = Leave(sound, i == 0);
            var changes = _change.AsSpan(sound < Size ? sound * Size : 0, Size);
            var (first, end) = (Math.Max(0, i - band), Math.Min(other.Length, i + band + 1));
            var before = rows[row + first] = first == 0 ? rows[last] + leave : Beyond;
            var (least, diagonal) = (before, rows[last + first]);
            for (var j = first; j < end; j++)
            {
                var to = other[j];
                var above = rows[last + j + 1];
                var cost = diagonal + (sound < Size && to < Size ? changes[to] : sound == to ? 0 : Whole);
                if (above + leave < cost) cost = above + leave;
                if (before + leaveOther[j] < cost) cost = before + leaveOther[j];
                if (i > 0 && j > 0 && sound == other[j - 1] && one[i - 1] == to && rows[beforeLast + j - 1] + Swapped < cost) cost = rows[beforeLast + j - 1] + Swapped;
                rows[row + j + 1] = before = cost;
                diagonal = above;
                if (cost < least) least = cost;
            }
            if (end < other.Length) rows[row + end + 1] = Beyond;
            if (least > limit) return least;
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return rows[last + other.Length];
    }
}
