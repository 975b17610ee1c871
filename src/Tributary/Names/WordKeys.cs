namespace Tributary.Names;

/// <summary>The keys of single words, or of joined ones.</summary>
/// <param name="Voiced">Words with vowels, by all that is heard of them.</param>
/// <param name="AsUnvoiced">The same, by their consonants alone: for comparing with a word that is written without vowels.</param>
/// <param name="Unvoiced">Words without vowels.</param>
internal sealed record WordKeys(KeyList Voiced, KeyList AsUnvoiced, KeyList Unvoiced);
