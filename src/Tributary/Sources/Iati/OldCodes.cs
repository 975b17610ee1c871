namespace Tributary.Sources.Iati;

/// <summary>Words that version 1 of the standard has where version 2 has codes.</summary>
/// <remarks>
/// From the standard's own account of what changed (https://iatistandard.org/en/iati-standard/upgrades/integer-upgrade-to-2-01/2-01-changes/). A code that is not
/// here stays as it is. Later files still have the old words: they are taken for what they mean whatever the version.
/// </remarks>
internal static class OldCodes
{
    private static readonly Dictionary<string, string> TransactionTypeCodes = new(StringComparer.Ordinal)
    {
        ["IF"] = "1", ["C"] = "2", ["D"] = "3", ["E"] = "4", ["IR"] = "5", ["LR"] = "6", ["R"] = "7", ["QP"] = "8", ["QS"] = "9", ["CG"] = "10",
    };

    private static readonly Dictionary<string, string> RoleCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Funding"] = "1", ["Accountable"] = "2", ["Extending"] = "3", ["Implementing"] = "4",
    };

    private static readonly Dictionary<string, string> DateTypeCodes = new(StringComparer.Ordinal)
    {
        ["start-planned"] = "1", ["start-actual"] = "2", ["end-planned"] = "3", ["end-actual"] = "4",
    };

    private static readonly Dictionary<string, string> SectorVocabularyCodes = new(StringComparer.Ordinal)
    {
        ["DAC"] = "1", ["DAC-3"] = "2", ["COFOG"] = "3", ["NACE"] = "4", ["NTEE"] = "5", ["RO"] = "99", ["RO2"] = "98",
    };

    private static readonly Dictionary<string, string> BudgetTypeCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Original"] = "1", ["Revised"] = "2",
    };

    /// <summary>The type of a transaction.</summary>
    public static string? TransactionType(string? code) => Of(TransactionTypeCodes, code);

    /// <summary>The role of an organisation that takes part.</summary>
    public static string? Role(string? code) => Of(RoleCodes, code);

    /// <summary>Which date of an activity it is.</summary>
    public static string? DateType(string? code) => Of(DateTypeCodes, code);

    /// <summary>The vocabulary of a sector; that of the OECD when none is stated.</summary>
    public static string SectorVocabulary(string? code) => Of(SectorVocabularyCodes, code) ?? "1";

    /// <summary>The type of a budget.</summary>
    public static string? BudgetType(string? code) => Of(BudgetTypeCodes, code);

    private static string? Of(Dictionary<string, string> codes, string? code) => code is null ? null : codes.GetValueOrDefault(code, code);
}
