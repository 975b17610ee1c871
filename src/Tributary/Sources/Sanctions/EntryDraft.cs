using Tributary.Listings;
using Tributary.Parties;

namespace Tributary.Sources.Sanctions;

/// <summary>An entry while its reader puts it together. What is stated twice alike is kept once.</summary>
/// <param name="place">Where it stands in the document.</param>
internal sealed class EntryDraft(string place)
{
    private readonly Kept<ListedName> _names = new();
    private readonly Kept<BirthRange> _births = new();
    private readonly Kept<ListedPlace> _birthPlaces = new();
    private readonly Kept<ListedPlace> _addresses = new();
    private readonly Kept<ListedIdentifier> _identifiers = new();
    private readonly Kept<ListedDetail> _details = new();
    private readonly Kept<string> _nationalities = new();
    private readonly Kept<string> _programmes = new();
    private readonly Kept<string> _titles = new();
    private readonly Kept<string> _designations = new();

    /// <summary>Where it stands in the document.</summary>
    public string Place { get; } = place;

    public string? Id { get; set; }

    public ListedType Type { get; set; }

    public DateOnly? ListedOn { get; set; }

    public DateOnly? UpdatedOn { get; set; }

    public string? Gender { get; set; }

    public string? Remarks { get; set; }

    public bool HasName => _names.Items.Count > 0;

    /// <summary>Adds a name; text of white space alone is none.</summary>
    public void AddName(string? text, NameKind kind, AliasQuality quality, bool isOriginalScript = false, IEnumerable<NamePart>? parts = null, string? note = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var name = new ListedName(text, kind, quality, isOriginalScript || !HasLatin(text));
        _names.Add(name, name with { Parts = [.. parts ?? []], Note = note });
    }

    public void AddBirth(BirthRange birth) => _births.Add(birth);

    /// <summary>Adds a place from its parts, the narrowest first.</summary>
    public void AddBirthPlace(string? note, string? country, params ReadOnlySpan<string?> parts) => AddPlace(_birthPlaces, note, country, parts);

    /// <inheritdoc cref="AddBirthPlace"/>
    public void AddAddress(string? note, string? country, params ReadOnlySpan<string?> parts) => AddPlace(_addresses, note, country, parts);

    public void AddIdentifier(string type, string number, string? country = null, string? note = null) =>
        _identifiers.Add(new ListedIdentifier(type, number, country is null ? null : CountryOf(country), note));

    public void AddDetail(string name, string? value)
    {
        if (value is not null) _details.Add(new ListedDetail(name, value));
    }

    public void AddNationality(string? words)
    {
        if (words is not null) _nationalities.Add(CountryOf(words));
    }

    public void AddProgramme(string? programme) => Add(_programmes, programme);

    public void AddTitle(string? title) => Add(_titles, title);

    public void AddDesignation(string? designation) => Add(_designations, designation);

    /// <summary>The entry.</summary>
    /// <param name="id">Its reference.</param>
    public ListedEntry Build(string id) => new()
    {
        Id = id, Type = Type, Names = [.. _names.Items.OrderBy(name => name.Kind != NameKind.Primary)], Births = _births.Items, BirthPlaces = _birthPlaces.Items, Nationalities = _nationalities.Items,
        Identifiers = _identifiers.Items, Addresses = _addresses.Items, Programmes = _programmes.Items, ListedOn = ListedOn, UpdatedOn = UpdatedOn,
        Titles = _titles.Items, Designations = _designations.Items, Gender = Gender, Remarks = Remarks, Details = _details.Items,
    };

    /// <summary>ISO 3166 alpha-3 where words name a country, else the words.</summary>
    private static string CountryOf(string words) => Countries.Find(words, out var country) ? country.Iso3 : words;

    private static void AddPlace(Kept<ListedPlace> places, string? note, string? country, ReadOnlySpan<string?> parts)
    {
        var text = string.Join(", ", [.. parts.ToArray().OfType<string>(), .. country is null ? (string[])[] : [country]]);
        if (text.Length == 0 && note is null) return;
        places.Add(text.Length == 0 ? new ListedPlace(note!) : new ListedPlace(text, Countries.Find(country, out var found) ? found.Iso3 : null, note));
    }

    private static void Add(Kept<string> texts, string? text)
    {
        if (text is not null) texts.Add(text);
    }

    // A name of digits and signs alone is in no script: it stays as it is.
    private static bool HasLatin(string text) => !text.Any(char.IsLetter) || text.Any(c => c is < '\u0250' and not ('×' or '÷') && char.IsLetter(c) || c is >= '\u1E00' and < '\u1F00');

    private sealed class Kept<T> where T : notnull
    {
        private readonly HashSet<T> _seen = [];

        public List<T> Items { get; } = [];

        public void Add(T item) => Add(item, item);

        public void Add(T key, T item)
        {
            if (_seen.Add(key)) Items.Add(item);
        }
    }
}
