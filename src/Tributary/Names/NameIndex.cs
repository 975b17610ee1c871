using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>A name that was found, and how much it looks like the one looked for.</summary>
/// <param name="Name">Its place among the names of the index.</param>
/// <param name="Score">0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NameHit(int Name, double Score);

/// <summary>Finds names that look like one, among a million. Made once; it never changes, and any number of threads may search it.</summary>
/// <remarks>
/// Two names whose score is high have at least one word in common, or nearly. So words are indexed by what stays of them when they are heard badly,
/// and what a name's words find is compared whole.
/// </remarks>
public sealed class NameIndex
{
    private readonly PackedNames _names;
    private readonly WordList _words;

    private NameIndex(PackedNames names, WordList words) => (_names, _words) = (names, words);

    /// <summary>How many names there are.</summary>
    public int Count => _names.Count;

    /// <summary>A name by its place.</summary>
    public PreparedName this[int name] => _names.Unpack(name);

    /// <summary>Indexes names.</summary>
    public static NameIndex Of(IEnumerable<PreparedName> names)
    {
        var packed = new PackedNames(names);
        var words = new WordListBuilder();
        for (var name = 0; name < packed.Count; name++) AddWords(packed[name], name, words);
        return new NameIndex(packed, words.Build());
    }

    /// <summary>Finds the names that look like one.</summary>
    /// <param name="name">The name looked for.</param>
    /// <param name="search">What searching needs; one for each thread, used again and again.</param>
    /// <param name="threshold">The least score, at least <see cref="NameMatcher.DefaultThreshold"/>.</param>
    /// <returns>The hits, in no order, until the next search with the same <paramref name="search"/>.</returns>
    public ReadOnlySpan<NameHit> Find(PreparedName name, NameSearch search, double threshold = NameMatcher.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, NameMatcher.DefaultThreshold);
        search.Begin(_names.Count);
        var looked = name.View;
        var bound = new ScoreBound(looked, (float)threshold);
        Gather(looked, bound, search);
        foreach (var candidate in search.Candidates)
        {
            var listed = _names[candidate];
            if (!search.IsWhole(candidate) && !bound.CanReach(listed) && !(threshold <= Slip.Score && Slip.IsBetween(looked, listed))) continue;
            var score = NameMatcher.Score(looked, listed, threshold);
            if (score >= threshold) search.Add(new NameHit(candidate, score));
        }
        return search.Hits;
    }

    private void Gather(NameView name, in ScoreBound bound, NameSearch search)
    {
        WordsOf(name, new Seeker(_words, search, name.Type, bound));
        Span<byte> initials = stackalloc byte[SoundReader.SoundsMax];
        if (name.Type != NameType.Person) _words.FindAcronym(initials[..Initials(name, initials)], search);
    }

    private static void AddWords(NameView name, int at, WordListBuilder list)
    {
        WordsOf(name, new Keeper(list, at));
        Span<byte> initials = stackalloc byte[SoundReader.SoundsMax];
        if (name.Type != NameType.Person) list.AddAcronym(initials[..Initials(name, initials)], at);
    }

    // A name is found by each of its words that tell, and by those that others write as one.
    private static void WordsOf<T>(NameView name, T taker) where T : struct, ITakesWords, allows ref struct
    {
        Span<byte> joined = stackalloc byte[SoundReader.SoundsMax];
        var words = name.Words;
        for (var start = 0; start < words.Length; start++)
        {
            var length = 0;
            for (var end = start; end < words.Length && end < start + NameComparer.JoinedMax; end++)
            {
                if (!IsJoined(words[end]) || !name.Append(words[end], joined, ref length)) break;
                if (end > start) taker.TakeJoined(joined[..length], words[start].IsUnvoiced, Told(words[start..(end + 1)]));
                else if (name.IsTelling(words[start])) taker.Take(joined[..length], words[start].IsUnvoiced, words[start].Same);
            }
        }
    }

    private static int Told(ReadOnlySpan<NameWord> words)
    {
        var told = 0;
        foreach (ref readonly var word in words) told += word.IsTold ? 1 : 0;
        return told;
    }

    private interface ITakesWords
    {
        /// <summary>Takes a word of a name.</summary>
        void Take(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, ushort same);

        /// <summary>Takes several that are joined.</summary>
        void TakeJoined(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, int told);
    }

    private readonly ref struct Seeker(WordList words, NameSearch search, NameType type, ScoreBound bound) : ITakesWords
    {
        private readonly ScoreBound _bound = bound;

        public void Take(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, ushort same)
        {
            if (type != NameType.Person) words.FindNamesOf(sounds, search);
            words.FindSame(same, search);
            words.FindSingle(sounds, isUnvoiced, _bound.LeastOfBest, search);
            words.FindJoined(sounds, isUnvoiced, _bound.LeastOfJoined(1), search);
        }

        public void TakeJoined(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, int told) => words.FindWhole(sounds, isUnvoiced, _bound.LeastOfJoined(told), search);
    }

    private readonly struct Keeper(WordListBuilder list, int name) : ITakesWords
    {
        public void Take(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, ushort same) => list.Add(sounds, isUnvoiced, isJoined: false, same, name);

        public void TakeJoined(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, int told) => list.Add(sounds, isUnvoiced, isJoined: true, 0, name);
    }

    private static bool IsJoined(in NameWord word) => word.Kind is not (WordKind.Form or WordKind.Honorific);

    private static int Initials(NameView name, Span<byte> initials)
    {
        var count = 0;
        foreach (ref readonly var word in name.Words)
        {
            if (word.IsTold && count < initials.Length) initials[count++] = name.SoundsOf(word)[0];
        }
        return count;
    }
}
