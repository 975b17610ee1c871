namespace Tributary.Names;

/// <summary>The words of a name as they lie in memory: those of a <see cref="PreparedName"/>, or of an index.</summary>
internal readonly ref struct NameView
{
    private readonly ReadOnlySpan<byte> _sounds;

    /// <summary>Looks at a name.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="sounds">What their starts count from.</param>
    /// <param name="letters">Its letters.</param>
    /// <param name="traits">What is known of its words together.</param>
    public NameView(ReadOnlySpan<NameWord> words, ReadOnlySpan<byte> sounds, ReadOnlySpan<byte> letters, NameTraits traits)
    {
        Words = words;
        _sounds = sounds;
        Letters = letters;
        Traits = traits;
    }

    /// <summary>Its words.</summary>
    public ReadOnlySpan<NameWord> Words { get; }

    /// <summary>Its letters, as it was written but in small Latin ones, with a blank between words. None where it was written without vowels, or they are not all Latin.</summary>
    public ReadOnlySpan<byte> Letters { get; }

    /// <summary>What is known of them together.</summary>
    public NameTraits Traits { get; }

    /// <summary>What bears it.</summary>
    public NameType Type => Traits.Type;

    /// <summary>How many words tell names apart.</summary>
    public int Told => Traits.Told;

    /// <summary>Whether a word can tell this name from others by itself.</summary>
    public bool IsTelling(in NameWord word) => Traits.HasNames ? word.IsName : word.Kind is WordKind.Name or WordKind.Common or WordKind.Number;

    /// <summary>The sounds of a word.</summary>
    public ReadOnlySpan<byte> SoundsOf(in NameWord word) => _sounds.Slice(word.Start, word.Length);

    /// <summary>Joins a word to those before it. Where one ends as the next begins, people write the letter once.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Append(in NameWord word, Span<byte> joined, ref int length)
    {
        var sounds = SoundsOf(word);
        if (length > 0 && joined[length - 1] == sounds[0]) sounds = sounds[1..];
        if (length + sounds.Length > joined.Length) return false;
        sounds.CopyTo(joined[length..]);
        length += sounds.Length;
        return true;
    }
}
