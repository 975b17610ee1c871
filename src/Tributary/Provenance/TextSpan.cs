namespace Tributary.Provenance;

/// <summary>A run of characters in a text document.</summary>
/// <param name="Start">UTF-16 position of the first character, from 0, in the text as decoded (without a byte-order mark).</param>
/// <param name="End">UTF-16 position after the last character.</param>
/// <param name="Line">Line of the first character, from 1.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, characters {Start}–{End}";
}
