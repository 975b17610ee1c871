using System.Globalization;
using Tributary.Parties;

namespace Tributary.Fetching;

/// <summary>What is to be fetched.</summary>
public abstract record FetchRequest
{
    private protected FetchRequest()
    {
    }

    /// <summary>The request in words that are always the same for the same request: what a fetch that was cut off is taken up again by.</summary>
    internal abstract string Query { get; }

    /// <summary>Why this cannot be fetched; null when it can.</summary>
    public abstract string? Problem { get; }

    /// <summary>Why this cannot be fetched so; null when it can. What is wrong with the options alone is not looked at.</summary>
    public virtual string? ProblemWith(FetchOptions options) => Problem;

    /// <summary>Whether what is asked for may be XML: of others, XML is an error page.</summary>
    internal virtual bool MayBeXml => false;

    /// <summary>The query that is sent with each address and kept and shown nowhere, with its question mark; empty for none.</summary>
    internal virtual string SecretQuery => "";
}

/// <summary>Flows, plans and published totals from the FTS API.</summary>
/// <remarks>Different filters must all hold and repeated values are alternatives, as in questions. A country needs a year; a plan stands alone or beside them.</remarks>
public sealed record FtsFetch : FetchRequest
{
    /// <summary>The destination country: an ISO 3166 code or a name. Null for all.</summary>
    public string? Country { get; init; }

    /// <summary>Destination usage years. None for all, which only a plan may ask for.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>FTS's ids of destination plans. None for all.</summary>
    public IReadOnlyList<int> Plans { get; init; } = [];

    /// <summary>The country's ISO 3166 alpha-3 code; null for all.</summary>
    internal string? Iso3 => Countries.Find(Country, out var country) ? country.Iso3 : null;

    internal override string Query
    {
        get
        {
            var words = new List<string> { "fts" };
            if (Iso3 is { } iso3) words.Add($"country={iso3}");
            if (Years.Count > 0) words.Add($"year={Join(Years)}");
            if (Plans.Count > 0) words.Add($"plan={Join(Plans)}");
            return string.Join(' ', words);
        }
    }

    /// <inheritdoc/>
    public override string? Problem =>
        Country is null && Plans.Count == 0 ? "nothing is asked for; expected a country with a year, or a plan"
        : Country is not null && Iso3 is null ? $"country '{Country}': no country of that code or name; give an ISO 3166 code such as AFG"
        : Country is not null && Years.Count == 0 ? $"country '{Country}' without a year; expected one or more"
        : null;

    private static string Join(IEnumerable<int> numbers) => string.Join(',', numbers.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>The CSV files of a dataset of HDX.</summary>
public sealed record HdxFetch : FetchRequest
{
    private const int NameLengthMax = 200;

    /// <summary>The dataset's name, as in the address of its page: <c>fts-requirements-and-funding-data-for-afghanistan</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Further hosts that HDX may send us to, with their port where it is not the usual one. Only over HTTPS, but on this machine. Default: none but HDX's own and its file store's.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    internal override string Query => $"hdx dataset={Dataset}";

    /// <inheritdoc/>
    public override string? Problem => IsName(Dataset) ? null : $"dataset '{Dataset}': not a name; expected that in the address of its page, such as fts-requirements-and-funding-data-for-afghanistan";

    private static bool IsName(string text) => text is { Length: > 0 and <= NameLengthMax } && !text.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-_");
}
