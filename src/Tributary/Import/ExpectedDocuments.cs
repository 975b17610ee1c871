namespace Tributary.Import;

/// <summary>The documents that an import is for, where it is not for all.</summary>
/// <param name="Words">What they are, for messages.</param>
/// <param name="Formats">The names of their formats.</param>
public sealed record ExpectedDocuments(string Words, IReadOnlyList<string> Formats)
{
    /// <summary>Tables of exchange rates.</summary>
    public static readonly ExpectedDocuments Rates = new("exchange rates of the ECB or the IMF", ["ecb-rates-csv", "ecb-rates-xml", "imf-report-tsv", "imf-series-csv"]);

    /// <summary>Sanctions lists.</summary>
    public static readonly ExpectedDocuments SanctionsLists = new("a sanctions list", ["un-list-xml", "ofac-list-xml", "ofac-list-json", "ofac-list-csv", "ofac-list-set", "uk-list-set", "eu-list-xml", "list-part-csv"]);
}
