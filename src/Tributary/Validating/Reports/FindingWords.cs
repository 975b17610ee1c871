namespace Tributary.Validating;

/// <summary>Findings in words.</summary>
internal static class FindingWords
{
    private const int ShownMax = 200;

    /// <summary>A text of the document as findings show it: cut when long.</summary>
    public static string Shown(string text) => text.Length <= ShownMax ? text : text[..(char.IsHighSurrogate(text[ShownMax - 1]) ? ShownMax - 1 : ShownMax)] + "…";

    /// <summary>What is wrong, what was found and what was expected.</summary>
    public static string Of(Finding finding)
    {
        var found = finding.Found.Length > 0 ? $" Found {finding.Found}" : "";
        var expected = finding.Expected.Length == 0 ? "" : found.Length > 0 ? $"; expected {finding.Expected}." : $" Expected {finding.Expected}.";
        return finding.Message + found + (found.Length > 0 && expected.Length == 0 ? "." : expected);
    }
}
