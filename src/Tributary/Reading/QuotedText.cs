namespace Tributary.Reading;

/// <summary>Text of a document as a message quotes it.</summary>
internal static class QuotedText
{
    private const int LengthMax = 60;

    /// <summary>In quotes, cut when long, control characters as spaces.</summary>
    public static string Of(string text)
    {
        var shown = string.Concat(text.Take(LengthMax).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length > LengthMax ? $"'{shown}…'" : $"'{shown}'";
    }
}
