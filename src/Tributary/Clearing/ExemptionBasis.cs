using Tributary.Listings;

namespace Tributary.Clearing;

/// <summary>A resolution that exempts humanitarian money, by what can be checked of it. Its words stand in its own text, which whoever relies on it must read.</summary>
/// <param name="Code">What people call it: <c>2664</c>.</param>
/// <param name="Instrument">Its symbol.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Adopted">The day of its adoption; nobody may rely on it before.</param>
/// <param name="List">The list whose freezes it is about.</param>
/// <param name="Programme">The one programme of that list that it is about; null when not one alone.</param>
/// <param name="Regime">The regime in words.</param>
/// <param name="Citation">Where the text is.</param>
/// <param name="InformDays">Within how many days information is owed; null when the resolution sets no such term.</param>
/// <remarks>Resolutions bind states; that a state has taken one over into its own law, with which limits, is to be looked up there. The lists of OFAC, the UK and the EU have licences and exceptions of their own.</remarks>
public sealed record ExemptionBasis(string Code, string Instrument, string Paragraph, DateOnly Adopted, SanctionsList List, string? Programme, string Regime, string Citation, int? InformDays = null)
{
    private static readonly string[] Council = ["S/RES", "UNSC", "UN SC", "resolution", "Security Council", "SCR"];

    /// <summary>The resolutions known here. Any other basis, such as a national licence, is given in words, with where its text stands and its day.</summary>
    public static IReadOnlyList<ExemptionBasis> All { get; } =
    [
        new("2615", "S/RES/2615 (2021)", "¶1", new DateOnly(2021, 12, 22), SanctionsList.Un, "Taliban", "UN 1988 (Taliban)", "https://undocs.org/S/RES/2615(2021)", InformDays: 60),
        new("2664", "S/RES/2664 (2022)", "¶1", new DateOnly(2022, 12, 9), SanctionsList.Un, null, "UN asset freezes", "https://undocs.org/S/RES/2664(2022)"),
        new("2761", "S/RES/2761 (2024)", "¶1", new DateOnly(2024, 12, 6), SanctionsList.Un, "Al-Qaida", "UN 1267/1989/2253 (ISIL and Al-Qaida)", "https://undocs.org/S/RES/2761(2024)"),
    ];

    /// <summary>The basis that a text names, however people write it: <c>2664</c>, <c>S/RES/2664(2022)</c>, <c>UNSCR 2664</c>, <c>Security Council resolution 2664 (2022)</c>.</summary>
    public static ExemptionBasis? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isOfTheCouncil = name.Trim().All(char.IsAsciiDigit) || Council.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
        var numbers = string.Concat(name.Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return isOfTheCouncil ? All.FirstOrDefault(basis => numbers.Contains(basis.Code, StringComparer.Ordinal)) : null;
    }

    /// <summary>Whether an entry of a list may be exempted by it.</summary>
    public bool Covers(SanctionsList list, IEnumerable<string> programmes) => list == List && (Programme is null || programmes.Any(programme => programme.Contains(Programme, StringComparison.OrdinalIgnoreCase)));
}
