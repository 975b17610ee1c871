using System.Text.Json.Serialization;
using Tributary.Provenance;

namespace Tributary.Listings;

/// <summary>What a list calls the thing that it names.</summary>
public enum ListedType : byte
{
    /// <summary>The list does not say.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, group, authority or other body.</summary>
    Organisation,

    /// <summary>A ship.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,
}

/// <summary>One person, organisation, vessel or aircraft on a sanctions list, with everything that one version of the list states of it.</summary>
/// <remarks>Nothing is inferred but what says so. What a list states of an entry and fits no other property is among <see cref="Details"/>.</remarks>
public sealed record ListedEntry
{
    /// <summary>The list.</summary>
    [JsonIgnore]
    public SanctionsList List { get; init; }

    /// <summary>The list's own reference: the UN's reference number, OFAC's uid, the UK's unique id, the EU's reference number.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public ListedType Type { get; init; }

    /// <summary>Its names, the primary one first; never none.</summary>
    public required IReadOnlyList<ListedName> Names { get; init; }

    /// <summary>When it may have been born, one range for each statement.</summary>
    public IReadOnlyList<BirthRange> Births { get; init; } = [];

    /// <summary>Where it may have been born.</summary>
    public IReadOnlyList<ListedPlace> BirthPlaces { get; init; } = [];

    /// <summary>Nationalities and citizenships: ISO 3166 alpha-3 where the words name a country, else the words.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>Passports, registrations and other numbers.</summary>
    public IReadOnlyList<ListedIdentifier> Identifiers { get; init; } = [];

    /// <summary>Where it is or was.</summary>
    public IReadOnlyList<ListedPlace> Addresses { get; init; } = [];

    /// <summary>The programmes or regimes under which it is listed, as the list names them.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>The day on which it was listed; null when the list does not say.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>The latest day on which the list says that it changed the entry; null when it does not say.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>Forms of address and ranks: Maulavi, Dr., General.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Offices and functions.</summary>
    public IReadOnlyList<string> Designations { get; init; } = [];

    /// <summary>Gender as the list states it, in small letters; null when it does not.</summary>
    public string? Gender { get; init; }

    /// <summary>What the list says in free text; null when nothing.</summary>
    public string? Remarks { get; init; }

    /// <summary>Whatever else the list states, by the list's name for it.</summary>
    public IReadOnlyList<ListedDetail> Details { get; init; } = [];

    /// <summary>The day of the version that states this.</summary>
    [JsonIgnore]
    public DateOnly Day { get; init; }

    /// <summary>A digest of all that the version states of the entry; zero while the document is being read.</summary>
    [JsonIgnore]
    public UInt128 Digest { get; init; }

    /// <summary>The digest as a text: it changes when anything does that the list states of the entry.</summary>
    public string State() => Digest.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The document and the place in it; null while the document is being read.</summary>
    [JsonIgnore]
    public SourceLocation? Source { get; init; }
}

/// <summary>A place as a list words it.</summary>
/// <param name="Text">The whole of it, from the narrowest part to the country.</param>
/// <param name="Iso3">The country, ISO 3166 alpha-3; null when none is stated, or the words name no country.</param>
/// <param name="Note">What the list says about it; null when nothing.</param>
public sealed record ListedPlace(string Text, string? Iso3 = null, string? Note = null);

/// <summary>A number by which something can be told apart.</summary>
/// <param name="Type">What kind of number, in the list's words: Passport, IMO …</param>
/// <param name="Number">The number as stated.</param>
/// <param name="Country">Who issued it: ISO 3166 alpha-3 where the words name a country, else the words; null when not stated.</param>
/// <param name="Note">What the list says about it; null when nothing.</param>
public sealed record ListedIdentifier(string Type, string Number, string? Country = null, string? Note = null);

/// <summary>Something else that a list states.</summary>
/// <param name="Name">The list's name for it.</param>
/// <param name="Value">Its words.</param>
public sealed record ListedDetail(string Name, string Value);
