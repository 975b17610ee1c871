namespace Tributary.Names;

/// <summary>A name made ready for comparing: its words as sounds. Made once, compared often; it never changes.</summary>
public sealed class PreparedName
{
    private readonly NameWord[] _words;
    private readonly byte[] _sounds;

    private readonly byte[] _letters;
    private readonly NameTraits _traits;

    internal PreparedName(string text, NameTraits traits, NameWord[] words, byte[] sounds, byte[] letters) => (Text, _traits, _words, _sounds, _letters) = (text, traits, words, sounds, letters);

    /// <summary>The name as it was given.</summary>
    public string Text { get; }

    /// <summary>What bears it.</summary>
    public NameType Type => _traits.Type;

    internal NameView View => new(_words, _sounds, _letters, _traits);

    /// <summary>Its sounds, those of one word after those of another.</summary>
    internal ReadOnlySpan<byte> Sounds => _sounds;

    /// <summary>Prepares a name.</summary>
    /// <param name="text">The name in any script; of more than 1,000 characters the first ones, of more than 40 words the first ones.</param>
    /// <param name="type">What bears it.</param>
    public static PreparedName Of(string text, NameType type = NameType.Any)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NamePreparation(text, type).Make();
    }
}
