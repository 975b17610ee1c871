using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Documents by their hash or the first digits of it.</summary>
internal static class DocumentNames
{
    private const int DigitsMin = 4;

    /// <summary>The one document that a text names.</summary>
    /// <exception cref="UnknownValueException">There is none, or there are several.</exception>
    public static FactDocument Find(Facts facts, string text) => FindAll(facts, text) switch
    {
        [var one] => one,
        [] => throw new UnknownValueException("document", text, "`tributary documents` lists them with their ids"),
        _ => throw new UnknownValueException("document", text, "several documents begin so: give more digits"),
    };

    /// <summary>The documents that a text names: one when it is a hash, or enough of one.</summary>
    public static List<FactDocument> FindAll(Facts facts, string text) =>
        text.Length < DigitsMin ? [] : [.. facts.Documents.Values.Where(document => document.Sha256.StartsWith(text, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The document of a whole hash; null when it was not known.</summary>
    public static FactDocument? Of(Facts facts, string sha256) => facts.Remember(nameof(DocumentNames), () => facts.Documents.Values.ToDictionary(document => document.Sha256, StringComparer.Ordinal)).GetValueOrDefault(sha256);
}
