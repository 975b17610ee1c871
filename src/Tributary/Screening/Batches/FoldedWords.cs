using System.Text;
using Tributary.Parties;

namespace Tributary.Screening;

/// <summary>Words as they are compared with a table: small letters without accents, Arabic, Persian and Pashto ones in one spelling and without the article.</summary>
internal static class FoldedWords
{
    // No heading and no word for a role is longer; what follows is not looked at.
    private const int TextLengthMax = 200;

    // A word after the article has to have more letters than these.
    private const int ArticleStemMin = 3;

    /// <summary>The words of a text. A capital after a small letter begins a word, and one before two of them: <c>beneficiaryName</c> and <c>HHSize</c> are two, <c>IDPs</c> is one.</summary>
    public static string[] Of(string text) =>
        [.. Countries.Key(Plain(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WithoutArticle)];

    private static string Plain(string text)
    {
        var plain = new StringBuilder(TextLengthMax);
        var before = ' ';
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (plain.Length + 2 > TextLengthMax) break;
            if (char.IsUpper(c) && (char.IsLower(before) || (char.IsUpper(before) && IsSmall(text, at + 1) && IsSmall(text, at + 2)))) plain.Append(' ');
            if (Letter(c) is { } letter) plain.Append(letter);
            before = c;
        }
        return plain.ToString();
    }

    private static bool IsSmall(string text, int at) => at < text.Length && char.IsLower(text[at]);

    // Arabic is written with and without hamza, the dots of a last letter, vowels and strokes that only lengthen; Persian and Pashto have their own yeh and kaf, and people write them with Arabic's.
    private static char? Letter(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ة' or 'ۀ' => 'ه',
        'ى' or 'ئ' or 'ی' or 'ې' or 'ۍ' => 'ي',
        'ک' or 'ګ' or 'گ' => 'ك',
        'ё' or 'Ё' => 'е',
        'й' or 'Й' => 'и',
        'ـ' or (>= '\u064B' and <= '\u0652') or '\u0670' => null,
        _ => c,
    };

    private static string WithoutArticle(string word) => word.Length >= ArticleStemMin + 2 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
