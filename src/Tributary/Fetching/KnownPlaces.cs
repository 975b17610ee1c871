using Tributary.Ledgers;

namespace Tributary.Fetching;

/// <summary>The places that the ledger knows by FTS's ids.</summary>
internal static class KnownPlaces
{
    private const int CountryLevel = 0;

    /// <summary>FTS's id of a country; null when the ledger's documents list none or several.</summary>
    /// <param name="paths">The ledger, which need not be there yet.</param>
    /// <param name="iso3">ISO 3166 alpha-3.</param>
    public static int? IdOf(LedgerPaths paths, string iso3)
    {
        var snapshots = new SnapshotStore(paths);
        if (snapshots.CurrentNumber() is null) return null;
        using var facts = snapshots.OpenCurrent();
        // Facts of an older form are made anew by the import; until then the list is asked for.
        if (facts.Format() != FactDatabase.Format) return null;
        return Single(facts.Query("SELECT iso3, location_id, admin_level FROM location", row => (Iso3: row.GetText(0), Id: row.GetInt32(1), Level: row.GetNumber(2)))
            .Where(place => place.Iso3 == iso3 && IsCountry(place.Level)).Select(place => place.Id));
    }

    /// <summary>Whether a place of that level is a country: level 0, or none stated.</summary>
    public static bool IsCountry(int? adminLevel) => adminLevel is null or CountryLevel;

    /// <summary>The one id among these; null for none or several.</summary>
    public static int? Single(IEnumerable<int> ids) => ids.Distinct().Take(2).ToList() is [var only] ? only : null;
}
