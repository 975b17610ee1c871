namespace Tributary.Names;

/// <summary>A name made ready for comparing: its words as sounds. Made once, compared often; it never changes.</summary>
public sealed class PreparedName
{
    private readonly NameWord[] _words;
    private readonly byte[] _sounds;
    private readonly string[] _shown;

    internal PreparedName(string text, NameType type, NameWord[] words, byte[] sounds, string[] shown)
    {
        (Text, Type, _words, _sounds, _shown) = (text, type, words, sounds, shown);
        foreach (var word in words)
        {
            if (word.Kind <= WordKind.Number) Told++;
            HasNames |= word.Kind == WordKind.Name && word.Weight == NamePreparation.Full;
        }
    }

    /// <summary>The name as it was given.</summary>
    public string Text { get; }

    /// <summary>What bears it.</summary>
    public NameType Type { get; }

    internal ReadOnlySpan<NameWord> Words => _words;

    /// <summary>How many words tell names apart: all but titles, particles and forms of companies.</summary>
    internal int Told { get; }

    /// <summary>Whether it has words that are not common to many names.</summary>
    internal bool HasNames { get; }

    /// <summary>Whether a word can tell this name from others by itself.</summary>
    internal bool IsTelling(in NameWord word) => HasNames ? word.Kind == WordKind.Name && word.Weight == NamePreparation.Full : word.Kind is WordKind.Name or WordKind.Common or WordKind.Number;

    internal ReadOnlySpan<byte> SoundsOf(in NameWord word) => _sounds.AsSpan(word.Start, word.Length);

    /// <summary>Joins a word to those before it. Where one ends as the next begins, people write the letter once.</summary>
    /// <returns>Whether there was room.</returns>
    internal bool Append(in NameWord word, Span<byte> joined, ref int length)
    {
        var sounds = SoundsOf(word);
        if (length > 0 && joined[length - 1] == sounds[0]) sounds = sounds[1..];
        if (length + sounds.Length > joined.Length) return false;
        sounds.CopyTo(joined[length..]);
        length += sounds.Length;
        return true;
    }

    /// <summary>A word as people may read it: in Latin letters.</summary>
    internal string Shown(int word) => _shown[word];

    /// <summary>Prepares a name.</summary>
    /// <param name="text">The name in any script; of more than 1,000 characters the first ones, of more than 40 words the first ones.</param>
    /// <param name="type">What bears it.</param>
    public static PreparedName Of(string text, NameType type = NameType.Any)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NamePreparation(text, type).Make();
    }
}
