namespace Tributary.Listings;

/// <summary>A sanctions list. Each has its own entries, ids and versions.</summary>
/// <remarks>OFAC's two lists are apart: who is on the second is under other measures, and a version of one says nothing about the other.</remarks>
public enum SanctionsList : byte
{
    /// <summary>The consolidated list of the United Nations Security Council.</summary>
    Un,

    /// <summary>The list of Specially Designated Nationals and Blocked Persons (SDN) of the United States' Office of Foreign Assets Control.</summary>
    Ofac,

    /// <summary>OFAC's consolidated list of those under other measures than the SDN list's.</summary>
    OfacConsolidated,

    /// <summary>The United Kingdom's sanctions list.</summary>
    Uk,

    /// <summary>The consolidated list of the European Union's financial sanctions.</summary>
    Eu,
}

/// <summary>Lists by the words that people write.</summary>
public static class SanctionsLists
{
    private static readonly string[] Words = ["un", "ofac", "ofac-consolidated", "uk", "eu"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SanctionsList> All { get; } = Enum.GetValues<SanctionsList>();

    /// <summary>The word for a list: <c>un</c>, <c>ofac</c>, <c>ofac-consolidated</c>, <c>uk</c> or <c>eu</c>.</summary>
    public static string Word(this SanctionsList list) => Words[(int)list];

    /// <summary>The list that a word means.</summary>
    /// <returns>False when it is the word of none.</returns>
    public static bool TryParse(string? word, out SanctionsList list)
    {
        var index = word is null ? -1 : Array.FindIndex(Words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
        list = (SanctionsList)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>The list that a word means, where it is known to mean one.</summary>
    internal static SanctionsList Parse(string word) => TryParse(word, out var list) ? list : throw new ArgumentException($"no list is called '{word}'", nameof(word));
}
