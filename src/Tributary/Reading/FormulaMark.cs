using System.Buffers;
using System.Text;

namespace Tributary.Reading;

/// <summary>The apostrophe before text that a spreadsheet would run as a formula: it makes the cell text again.</summary>
/// <remarks>
/// Spreadsheets run a cell that begins with <c>= + - @</c> or one of these at full width, some after white space, and some
/// begin a cell anew at a tab or line end. Such text is marked. To read is to take the mark off: text that had apostrophes
/// before its formula of itself gets one more, so that what is read is what was written.
/// See https://owasp.org/www-community/attacks/CSV_Injection.
/// </remarks>
public static class FormulaMark
{
    private const char Mark = '\'';
    private const string Starts = "=+-@＝＋－＠﹢﹣﹦﹫−";

    // Without one of these a formula can name nothing outside its sheet and call nothing.
    private static readonly SearchValues<char> Calls = SearchValues.Create("(|![");

    /// <summary>Whether a spreadsheet may take the text for a formula.</summary>
    public static bool MayRun(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiLetterOrDigit(text[0])) return false;
        return char.IsControl(text[0]) || (FirstSeen(text) is { } first && Starts.Contains(first, StringComparison.Ordinal));
    }

    /// <summary>Whether the text has to be marked: it may run, or would once apostrophes before it are taken off.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text) => MayRun(text.TrimStart(Mark));

    /// <inheritdoc cref="IsNeeded(ReadOnlySpan{char})"/>
    /// <param name="utf8">The text.</param>
    public static bool IsNeeded(ReadOnlySpan<byte> utf8) =>
        !utf8.IsEmpty && !char.IsAsciiLetterOrDigit((char)utf8[0]) && IsNeeded(Encoding.UTF8.GetString(utf8));

    /// <summary>Whether the text has to be marked even in a file that must hold what others publish. Two beginnings stay as they are: a dash, spaces and a letter in text that calls nothing, and a dash, a comma and a letter.</summary>
    public static bool IsNeededInACopy(ReadOnlySpan<char> text) => IsNeeded(text) && !(text is ['-', .. var rest] && (IsNoOperand(rest) || (IsItemOfAList(rest) && !rest.ContainsAny(Calls))));

    /// <summary>Whether the text carries a mark.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> utf8) => utf8 is [(byte)Mark, ..] && IsNeeded(Encoding.UTF8.GetString(utf8[1..]));

    // No formula begins so, whatever follows.
    private static bool IsNoOperand(ReadOnlySpan<char> text) => text is [',', var second, ..] && char.IsLetter(second);

    private static bool IsItemOfAList(ReadOnlySpan<char> text) => text is [' ', ..] && text.TrimStart(' ') is [var first, ..] && char.IsLetter(first);

    private static char? FirstSeen(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\uFEFF' or (>= '\u200B' and <= '\u200F') or '\u2060')) return c;
        }
        return null;
    }
}
