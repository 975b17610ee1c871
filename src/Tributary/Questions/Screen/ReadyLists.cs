using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Screening;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Against which lists can parties be screened?</summary>
public sealed record ReadyListsQuestion : IQuestion<ReadyLists>
{
    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The ledger has no sanctions list.</exception>
    public ReadyLists AnswerFrom(Facts facts, CancellationToken token) => ReadyLists.Of(facts);
}

/// <summary>The sanctions lists in force on a day, ready to be screened against as often as wanted. It is of use as long as the ledger is open.</summary>
public sealed class ReadyLists
{
    private const int CountriesKeptMax = 4096;

    private readonly Facts _facts;
    private readonly Dictionary<string, string?> _countries = new(StringComparer.OrdinalIgnoreCase);

    private ReadyLists(Facts facts, IReadOnlyList<ScreenedList> lists, ListIndex index) => (_facts, Lists, Index, Stated) = (facts, lists, index, string.Join("; ", lists.Select(list => $"{list.List} {CellText.Day(list.Day)}")));

    /// <summary>The versions in force.</summary>
    public IReadOnlyList<ScreenedList> Lists { get; }

    /// <summary>Their entries. Any number of threads may screen.</summary>
    public ListIndex Index { get; }

    /// <summary>The snapshot that has them.</summary>
    public string Snapshot => _facts.Name;

    /// <summary>The day as of which they are in force.</summary>
    public DateOnly? AsOf => _facts.AsOf;

    /// <summary>The versions in words: <c>un of 2025-11-18 (1,001 entries), …</c></summary>
    public string InWords => InWordsOf(Lists);

    /// <summary>The versions as a cell states them: <c>un 2025-11-18; uk 2026-05-04</c>.</summary>
    public string Stated { get; }

    /// <summary>The ISO 3166 alpha-3 code of a country by its code or name; null when there is none. For one thread at a time.</summary>
    public string? FindCountry(string text)
    {
        if (_countries.TryGetValue(text, out var known)) return known;
        if (_countries.Count >= CountriesKeptMax) _countries.Clear();
        return _countries[text] = CountryNames.TryFind(_facts, text, out var iso3) ? iso3 : null;
    }

    internal static string InWordsOf(IEnumerable<ScreenedList> lists) => string.Join(", ", lists.Select(list => $"{list.List} of {CellText.Day(list.Day)} ({CellText.Number(list.Entries)} entries)"));

    internal static ReadyLists Of(Facts facts)
    {
        var versions = ScreeningLists.InForce(facts);
        return new ReadyLists(facts, [.. versions.Select(version => new ScreenedList(version.List.Word(), version.Day, version.Entries, ScreeningLists.Locate(facts, version)))], ScreeningLists.IndexOf(facts));
    }
}
