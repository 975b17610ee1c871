namespace Tributary.Screening;

/// <summary>Text of a file as a message shows it.</summary>
internal static class ShownText
{
    private const int LengthMax = 80;

    /// <summary>On one line and not long.</summary>
    public static string Of(string text)
    {
        var shown = text.Length > LengthMax ? text[..(LengthMax - 1)] + "…" : text;
        return string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
    }
}
