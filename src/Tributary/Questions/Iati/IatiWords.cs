using Tributary.Activities;

namespace Tributary.Questions;

/// <summary>Codes of the IATI standard in words.</summary>
/// <remarks>From the codelists of version 2.03, https://iatistandard.org/en/iati-standard/203/codelists/; the words are short ones of our own. A code that is not here stays as it is.</remarks>
internal static class IatiWords
{
    private static readonly Dictionary<string, string> ClusterNames = Named(
        ("1", "Camp Coordination and Camp Management"), ("2", "Early Recovery"), ("3", "Education"), ("4", "Emergency Shelter and NFI"),
        ("5", "Emergency Telecommunications"), ("6", "Food Security"), ("7", "Health"), ("8", "Logistics"), ("9", "Nutrition"), ("10", "Protection"),
        ("11", "Water Sanitation Hygiene"));

    private static readonly Dictionary<string, string> StatusNames = Named(
        ("1", "pipeline"), ("2", "implementation"), ("3", "finalisation"), ("4", "closed"), ("5", "cancelled"), ("6", "suspended"));

    private static readonly Dictionary<string, string> RoleNames = Named(
        ("1", "funding"), ("2", "accountable"), ("3", "extending"), ("4", "implementing"));

    private static readonly Dictionary<string, string> RelationNames = Named(
        ("1", "parent"), ("2", "child"), ("3", "sibling"), ("4", "co-funded"), ("5", "third party"));

    private static readonly Dictionary<string, string> OrganisationTypes = Named(
        ("10", "government"), ("11", "local government"), ("15", "other public sector"), ("21", "international NGO"), ("22", "national NGO"),
        ("23", "regional NGO"), ("24", "partner country NGO"), ("30", "public private partnership"), ("40", "multilateral"), ("60", "foundation"),
        ("70", "private sector"), ("71", "private sector in provider country"), ("72", "private sector in recipient country"),
        ("73", "private sector in third country"), ("80", "academic, training and research"), ("90", "other"));

    private static readonly Dictionary<string, string> SectorVocabularies = Named(
        ("1", "OECD DAC"), ("2", "OECD DAC categories"), ("3", "COFOG"), ("4", "NACE"), ("5", "NTEE"), ("6", "AidData"), ("7", "SDG goals"),
        ("8", "SDG targets"), ("9", "SDG indicators"), ("10", "humanitarian clusters"), ("11", "NAICS"), ("12", "UN system function"), ("98", "publisher's own"),
        ("99", "publisher's own"));

    /// <summary>The names of global clusters.</summary>
    public static IEnumerable<string> Clusters => ClusterNames.Values;

    /// <summary>The names of statuses.</summary>
    public static IEnumerable<string> Statuses => StatusNames.Values;

    /// <summary>The code of a cluster from its code or name; null for what is neither.</summary>
    public static string? ClusterCode(string value) => value.Length > 0 && value.All(char.IsAsciiDigit) ? value : CodeOf(ClusterNames, value);

    /// <summary>The code of a status from its code or name; null for what is neither.</summary>
    public static string? StatusCode(string value) => StatusNames.ContainsKey(value) ? value : CodeOf(StatusNames, value);

    /// <summary>A cluster's name; null for an unknown code.</summary>
    public static string? Cluster(string code) => ClusterNames.GetValueOrDefault(code);

    /// <summary>A status in a word.</summary>
    public static string? Status(string? code) => Of(StatusNames, code);

    /// <summary>A party's role in a word.</summary>
    public static string? Role(string? code) => Of(RoleNames, code);

    /// <summary>What another activity is to this one.</summary>
    public static string? Relation(string? code) => Of(RelationNames, code);

    /// <summary>What an organisation is.</summary>
    public static string? OrganisationType(string? code) => Of(OrganisationTypes, code);

    /// <summary>What a vocabulary of sectors is.</summary>
    public static string? SectorVocabulary(string? code) => Of(SectorVocabularies, code);

    /// <summary>Why money belongs to no group, for people.</summary>
    public static string Rest(RestReason reason) => reason switch
    {
        RestReason.NotSpecified => "Not specified",
        RestReason.WithoutPercentages => "Not shared out: several without percentages",
        RestReason.OverHundred => "Not shared out: percentages over 100",
        RestReason.BelowZero => "Not shared out: a percentage below 0",
        _ => throw new System.Diagnostics.UnreachableException(reason.ToString()),
    };

    private static Dictionary<string, string> Named(params ReadOnlySpan<(string Code, string Name)> words)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in words) named.Add(code, name);
        return named;
    }

    private static string? CodeOf(Dictionary<string, string> names, string value)
    {
        foreach (var (code, name) in names)
        {
            if (name.Equals(value, StringComparison.OrdinalIgnoreCase)) return code;
        }
        return null;
    }

    private static string? Of(Dictionary<string, string> names, string? code) => code is null ? null : names.GetValueOrDefault(code, code);
}
