using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tributary.Names;

/// <summary>Letters of other scripts in Latin ones, as <c>letters.csv</c> has them.</summary>
internal static class Letters
{
    private const char FirstSyllable = '\uAC00';
    private const int Syllables = 11172;

    private static readonly string[] Initials = ["k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] Vowels = ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"];
    private static readonly string[] Finals = ["", "k", "kk", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lb", "ls", "lt", "lp", "lh", "m", "b", "bs", "s", "ss", "ng", "j", "ch", "k", "t", "p", "h"];

    private static readonly FrozenDictionary<char, (string Latin, bool IsUnvoiced)> Table = NameTables.Read("letters.csv")
        .ToFrozenDictionary(row => row[1][0], row => (row[2], row[0] is "Arab" or "Hebr"));

    /// <summary>Writes a letter in Latin ones; itself where no table knows it, nothing where it is a mark.</summary>
    /// <remarks>The table has letters with marks as well: what a system knows of Unicode's normal forms differs, and names must not.</remarks>
    /// <param name="letter">A small letter or a digit.</param>
    /// <param name="latin">Takes the Latin letters.</param>
    /// <param name="isUnvoiced">Set where its script does not write vowels.</param>
    public static void Write(char letter, StringBuilder latin, ref bool isUnvoiced)
    {
        if (char.IsAscii(letter)) latin.Append(letter);
        else if (Table.TryGetValue(letter, out var known))
        {
            latin.Append(known.Latin);
            isUnvoiced |= known.IsUnvoiced;
        }
        else if (letter is >= FirstSyllable and < (char)(FirstSyllable + Syllables)) WriteSyllable(letter - FirstSyllable, latin);
        else if (!IsMark(letter)) latin.Append(letter);
    }

    /// <summary>Whether a character belongs to words.</summary>
    public static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Marks over letters of scripts that can do without them; in others a mark is a vowel.
    private static bool IsMark(char letter) => letter is (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0487') or (>= '\u0591' and <= '\u05C7') or (>= '\u0610' and <= '\u061A')
        or (>= '\u064B' and <= '\u065F') or '\u0640' or '\u0670' or (>= '\u06D6' and <= '\u06ED') or (>= '\u02B0' and <= '\u02FF');

    private static void WriteSyllable(int syllable, StringBuilder latin) =>
        latin.Append(Initials[syllable / 588]).Append(Vowels[syllable % 588 / 28]).Append(Finals[syllable % 28]);
}
