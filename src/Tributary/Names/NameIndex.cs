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
    private readonly PreparedName[] _names;
    private readonly WordList _words;

    private NameIndex(PreparedName[] names, WordList words) => (_names, _words) = (names, words);

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>A name by its place.</summary>
    public PreparedName this[int name] => _names[name];

    /// <summary>Indexes names.</summary>
    public static NameIndex Of(IEnumerable<PreparedName> names)
    {
        PreparedName[] all = [.. names];
        var words = new WordListBuilder();
        for (var name = 0; name < all.Length; name++) AddWords(all[name], name, words);
        return new NameIndex(all, words.Build());
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
        search.Begin(_names.Length, _words.Count);
        Gather(name, search);
        foreach (var candidate in search.Candidates)
        {
            var score = NameMatcher.Score(name, _names[candidate], threshold);
            if (score >= threshold) search.Add(new NameHit(candidate, score));
        }
        return search.Hits;
    }

    private void Gather(PreparedName name, NameSearch search)
    {
        WordsOf(name, new Seeker(_words, search, name.Type));
        Span<byte> initials = stackalloc byte[SoundReader.SoundsMax];
        if (name.Type != NameType.Person) _words.FindAcronym(initials[..Initials(name, initials)], search);
    }

    private static void AddWords(PreparedName name, int at, WordListBuilder list)
    {
        WordsOf(name, new Keeper(list, at));
        Span<byte> initials = stackalloc byte[SoundReader.SoundsMax];
        if (name.Type != NameType.Person) list.AddAcronym(initials[..Initials(name, initials)], at);
    }

    // A name is found by each of its words that tell, and by those that others write as one.
    private static void WordsOf<T>(PreparedName name, T taker) where T : struct, ITakesWords
    {
        Span<byte> joined = stackalloc byte[SoundReader.SoundsMax];
        var words = name.Words;
        for (var start = 0; start < words.Length; start++)
        {
            var length = 0;
            for (var end = start; end < words.Length && end < start + NameComparer.JoinedMax; end++)
            {
                if (!IsJoined(words[end]) || !name.Append(words[end], joined, ref length)) break;
                if (end > start) taker.Take(joined[..length], words[start].IsUnvoiced, isJoined: true, same: 0);
                else if (name.IsTelling(words[start])) taker.Take(joined[..length], words[start].IsUnvoiced, isJoined: false, words[start].Same);
            }
        }
    }

    private interface ITakesWords
    {
        /// <summary>Takes a word of a name, or several that are joined.</summary>
        void Take(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined, ushort same);
    }

    private readonly struct Seeker(WordList words, NameSearch search, NameType type) : ITakesWords
    {
        public void Take(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined, ushort same)
        {
            if (!isJoined && type != NameType.Person) words.FindNamesOf(sounds, search);
            words.Find(sounds, isUnvoiced, isJoined, same, search);
        }
    }

    private readonly struct Keeper(WordListBuilder list, int name) : ITakesWords
    {
        public void Take(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined, ushort same) => list.Add(sounds, isUnvoiced, isJoined, same, name);
    }

    private static bool IsJoined(in NameWord word) => word.Kind is not (WordKind.Form or WordKind.Honorific);

    private static int Initials(PreparedName name, Span<byte> initials)
    {
        var count = 0;
        foreach (ref readonly var word in name.Words)
        {
            if (word.Kind <= WordKind.Number && count < initials.Length) initials[count++] = name.SoundsOf(word)[0];
        }
        return count;
    }
}
