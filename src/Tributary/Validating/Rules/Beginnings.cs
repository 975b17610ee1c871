namespace Tributary.Validating;

/// <summary>Many beginnings, of which a text may have one: asked for by their lengths rather than one after the other.</summary>
internal sealed class Beginnings
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts;
    private readonly int[] _lengths;

    /// <param name="texts">The beginnings.</param>
    public Beginnings(IEnumerable<string> texts)
    {
        var known = texts.ToHashSet(StringComparer.Ordinal);
        _texts = known.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. known.Select(text => text.Length).Distinct().Order()];
    }

    /// <summary>Whether a text begins with one of them and a separator.</summary>
    public bool Have(ReadOnlySpan<char> text, string separator)
    {
        foreach (var length in _lengths)
        {
            if (length > text.Length) return false;
            if (text[length..].StartsWith(separator, StringComparison.Ordinal) && _texts.Contains(text[..length])) return true;
        }
        return false;
    }
}
