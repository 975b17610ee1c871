namespace Tributary.Sources.Sanctions;

/// <summary>The columns of the UK list's files, by which they are known.</summary>
internal static class UkColumns
{
    private static readonly string[] Subjects = ["unique_id", "subject_type", "un_reference_number", "ofsi_group_id", "date_designated", "last_updated"];
    private static readonly string[] Names = ["name_id", "unique_id", "name_type", "alias_strength", "full_name", "name_6", "name_1", "name_2", "name_3", "name_4", "name_5"];
    private static readonly string[] Births = ["dob_id", "unique_id", "year", "month", "day", "precision", "parse_issues"];
    private static readonly string[] Identifiers = ["id", "unique_id", "ofsi_group_id", "raw_value", "identifier_type", "additional_info"];
    private static readonly string[] Countries = ["id", "unique_id", "raw_value", "country_type", "iso", "resolution_method", "iso_available"];

    /// <summary>The columns of a file.</summary>
    public static string[] Of(ListPart part) =>
        part == ListPart.UkSubjects ? Subjects
        : part == ListPart.UkNames ? Names
        : part == ListPart.UkBirths ? Births
        : part == ListPart.UkIdentifiers ? Identifiers
        : Countries;
}
