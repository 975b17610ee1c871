namespace Tributary.Sources.Sanctions;

/// <summary>A row of one of OFAC's CSV files, which have no header.</summary>
internal static class OfacRow
{
    /// <summary>What OFAC writes where there is nothing.</summary>
    public const string None = "-0-";

    /// <summary>Whether a row writes nothing as OFAC does.</summary>
    public static bool IsAnyNone(string[] row) => row.Any(cell => cell.Trim() == None);

    /// <summary>A cell's words; null where OFAC writes that there are none.</summary>
    public static string? Words(string cell) => Reading.XmlItem.Clean(cell) is { } words && words != None ? words : null;
}
