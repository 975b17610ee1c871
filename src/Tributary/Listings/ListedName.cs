namespace Tributary.Listings;

/// <summary>How a name belongs to an entry.</summary>
public enum NameKind : byte
{
    /// <summary>The entry's name.</summary>
    Primary,

    /// <summary>Another name (a.k.a.).</summary>
    Alias,

    /// <summary>A name that it had before (f.k.a.).</summary>
    Former,
}

/// <summary>How far a list holds a name to identify its bearer.</summary>
public enum AliasQuality : byte
{
    /// <summary>The list does not say. Primary names have none.</summary>
    Unstated,

    /// <summary>It identifies: the UN's <c>Good</c>, OFAC's and the EU's <c>strong</c>, the UK's <c>good quality</c>.</summary>
    Strong,

    /// <summary>Many may bear it: the UN's <c>Low</c>, OFAC's and the EU's <c>weak</c>, the UK's <c>low quality</c>.</summary>
    Weak,
}

/// <summary>A name of an entry.</summary>
/// <param name="Text">The whole name as the list gives it; where it gives parts alone, they stand in its order with one space between.</param>
/// <param name="Kind">How it belongs to the entry.</param>
/// <param name="Quality">How far it identifies.</param>
/// <param name="IsOriginalScript">Whether the list says that this is the name in its own script, or none of its letters is Latin.</param>
public sealed record ListedName(string Text, NameKind Kind, AliasQuality Quality = AliasQuality.Unstated, bool IsOriginalScript = false)
{
    /// <summary>Its parts, where the list gives them, in the list's order.</summary>
    public IReadOnlyList<NamePart> Parts { get; init; } = [];

    /// <summary>What the list says about it, such as its language; null when nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A part of a name.</summary>
/// <param name="Part">Which, by the list's name for it in small letters: <c>first</c>, <c>second</c>, <c>last</c>, <c>name6</c> …</param>
/// <param name="Text">Its text.</param>
public sealed record NamePart(string Part, string Text);
