namespace Tributary.Exporting;

/// <summary>Whose figures an export holds, and under which licence, as far as is known.</summary>
public static class Attribution
{
    /// <summary>Sentences for the formats of a ledger's documents.</summary>
    /// <param name="formats">Names of formats, such as <c>fts-flows-json</c>.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> formats)
    {
        var known = formats.Select(Sentence).ToHashSet(StringComparer.Ordinal);
        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static string Sentence(string format) => format.Split('-')[0] switch
    {
        "fts" => "UN OCHA, Financial Tracking Service (https://fts.unocha.org), CC BY-IGO.",
        "hdx" => "UN OCHA, Financial Tracking Service, by way of the Humanitarian Data Exchange (https://data.humdata.org), CC BY-IGO.",
        "ecb" => "European Central Bank, euro foreign exchange reference rates (https://www.ecb.europa.eu).",
        "imf" => "International Monetary Fund, exchange rates (https://www.imf.org), under its terms of use.",
        "news" => "News reports: the rights stay with their publishers.",
        _ => $"Documents of the format {format}: the licence is not known; ask their publisher.",
    };
}
