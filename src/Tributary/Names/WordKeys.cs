namespace Tributary.Names;

/// <summary>The keys of single words, or of joined ones: of those that write vowels, as such and as if they did not, and of those that do not.</summary>
internal sealed class WordKeys((KeyList Voiced, KeyList AsUnvoiced) voiced, (KeyList Voiced, KeyList AsUnvoiced) unvoiced)
{
    /// <summary>Words with vowels, by all that is heard of them.</summary>
    public KeyList Voiced { get; } = voiced.Voiced;

    /// <summary>Words with vowels, by their consonants alone: for comparing with a word that is written without.</summary>
    public KeyList AsUnvoiced { get; } = voiced.AsUnvoiced;

    /// <summary>Words without vowels.</summary>
    public KeyList Unvoiced { get; } = unvoiced.AsUnvoiced;
}
