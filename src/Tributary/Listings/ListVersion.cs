namespace Tributary.Listings;

/// <summary>What the form of a document can state of its entries. Where one form cannot, two versions are not compared.</summary>
[Flags]
public enum ListedFields
{
    /// <summary>Nothing but names and ids.</summary>
    None = 0,

    /// <summary>The type.</summary>
    Type = 1,

    /// <summary>Names besides the primary one.</summary>
    Aliases = 2,

    /// <summary>Programmes.</summary>
    Programmes = 4,

    /// <summary>Births, places of birth, nationalities, gender.</summary>
    Persons = 8,

    /// <summary>Numbers.</summary>
    Identifiers = 16,

    /// <summary>Addresses.</summary>
    Addresses = 32,

    /// <summary>Days of listing and change.</summary>
    Days = 64,

    /// <summary>Titles, designations, remarks and details.</summary>
    Texts = 128,

    /// <summary>All of it.</summary>
    All = 255,
}

/// <summary>A whole version of a sanctions list: what one document, or a set of files that belong together, states.</summary>
/// <param name="List">The list.</param>
/// <param name="Day">The day that it states for itself; null when it states none.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Fields">What its form can state.</param>
public sealed record ListVersion(SanctionsList List, DateOnly? Day, int Entries, ListedFields Fields);
