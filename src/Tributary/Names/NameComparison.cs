namespace Tributary.Names;

/// <summary>Two names, how much they look like one, and why.</summary>
/// <param name="One">The one name.</param>
/// <param name="Other">The other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Parts">Which word met which, in the order of the first name; then words that only the other has.</param>
public sealed record NameComparison(string One, string Other, double Score, IReadOnlyList<NameMeeting> Parts)
{
    /// <summary>The parts in one line.</summary>
    public string Explanation => string.Join("; ", Parts.Select(part => part.ToString()));
}

/// <summary>A meeting of words.</summary>
/// <param name="How">same, alike, slip, joined, initial, acronym, contradicted or omitted.</param>
/// <param name="One">The words of the one name, in Latin letters; null when it has none.</param>
/// <param name="Other">The words of the other; null likewise.</param>
/// <param name="Likeness">How alike they are, 0 to 1.</param>
/// <param name="Weight">How much the meeting weighs; against the names where it is contradicted, and a little where it is omitted.</param>
public sealed record NameMeeting(string How, string? One, string? Other, double Likeness, double Weight)
{
    /// <inheritdoc/>
    public override string ToString() => (One, Other, How) switch
    {
        (null, _, _) => $"{Other} omitted",
        (_, null, _) => $"{One} omitted",
        (_, _, "contradicted") => $"{One} contradicts {Other}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{One} {(How == "same" ? "=" : $"~ {How} {Likeness:0.00} ~")} {Other}"),
    };
}
