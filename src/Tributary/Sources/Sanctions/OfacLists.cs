using Tributary.Listings;

namespace Tributary.Sources.Sanctions;

/// <summary>Tells OFAC's two lists apart by the programmes of their entries: no document says which one it is.</summary>
/// <remarks>
/// Programmes whose measures are less than blocking have few entries on the SDN list (in 2026 some 3 of 100) and nearly all of
/// those on the other (433 of 443 in 2025). More than half decides.
/// </remarks>
internal sealed class OfacLists
{
    // Sectoral sanctions, the Palestinian Legislative Council, Chinese military companies, foreign sanctions evaders, correspondent accounts.
    private static readonly HashSet<string> OtherMeasures = new(StringComparer.OrdinalIgnoreCase)
    {
        "UKRAINE-EO13662", "NS-PLC", "CMIC-EO13959", "FSE-IR", "FSE-SY", "FSE-WMD", "561-Related", "CAATSA - RUSSIA", "IRAN-CON-ARMS-EO",
    };

    private int _entries, _other;

    /// <summary>The list whose entries were seen.</summary>
    public SanctionsList List => _other * 2 > _entries ? SanctionsList.OfacConsolidated : SanctionsList.Ofac;

    /// <summary>Takes note of an entry's programmes.</summary>
    public void See(IEnumerable<string> programmes)
    {
        _entries++;
        if (programmes.Any(OtherMeasures.Contains)) _other++;
    }
}
