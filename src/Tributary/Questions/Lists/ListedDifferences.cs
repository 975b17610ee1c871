using System.Globalization;
using Tributary.Ledgers;
using Tributary.Listings;

namespace Tributary.Questions;

/// <summary>Compares what two versions state of an entry, field by field. The order of values does not matter.</summary>
internal sealed class ListedDifferences
{
    private readonly List<Field> _compared;

    public ListedDifferences(KnownListVersion before, KnownListVersion after)
    {
        var isOneForm = before.Stated.Format == after.Stated.Format;
        var both = before.Fields & after.Fields;
        var all = Fields(isOneForm);
        // The primary name is stated by every form.
        _compared = all.FindAll(field => (both & field.Needs) == field.Needs);
        if (!both.HasFlag(ListedFields.Aliases)) _compared.Insert(0, new Field("name", ListedFields.None, entry => entry.Names.Where(name => name.Kind == NameKind.Primary).Select(name => name.Text)));
        NotCompared = [.. all.Except(_compared).Select(field => field.Name)];
    }

    /// <summary>Fields that one of the two forms cannot state.</summary>
    public IReadOnlyList<string> NotCompared { get; }

    /// <summary>The fields that differ.</summary>
    public List<FieldChange> Of(ListedEntry before, ListedEntry after) => [.. _compared.Select(field => Change(field, before, after)).OfType<FieldChange>()];

    /// <summary>The values of every field of an entry, in words.</summary>
    public static IEnumerable<(string Field, string Value)> Words(ListedEntry entry) => Fields(isOneForm: true).SelectMany(field => field.Values(entry).Select(value => (field.Name, value)));

    private static FieldChange? Change(Field field, ListedEntry before, ListedEntry after)
    {
        var (then, now) = (field.Values(before).ToList(), field.Values(after).ToList());
        var (gone, come) = (then.Except(now, StringComparer.Ordinal).ToList(), now.Except(then, StringComparer.Ordinal).ToList());
        return gone.Count + come.Count == 0 ? null : new FieldChange(field.Name, Joined(gone), Joined(come));
    }

    private static string? Joined(List<string> values) => values.Count == 0 ? null : string.Join("; ", values);

    // How good a name is, is told by some forms alone: across forms only its text is compared.
    private static List<Field> Fields(bool isOneForm) =>
    [
        new("type", ListedFields.Type, entry => [entry.Type.ToString().ToLowerInvariant()]),
        new("names", ListedFields.Aliases, entry => entry.Names.Select(name => isOneForm ? Words(name) : name.Text)),
        new("births", ListedFields.Persons, entry => entry.Births.Select(Words)),
        new("birthPlaces", ListedFields.Persons, entry => entry.BirthPlaces.Select(Words)),
        new("nationalities", ListedFields.Persons, entry => entry.Nationalities),
        new("gender", ListedFields.Persons, entry => One(entry.Gender)),
        new("identifiers", ListedFields.Identifiers, entry => entry.Identifiers.Select(Words)),
        new("addresses", ListedFields.Addresses, entry => entry.Addresses.Select(Words)),
        new("programmes", ListedFields.Programmes, entry => entry.Programmes),
        new("listedOn", ListedFields.Days, entry => One(Day(entry.ListedOn))),
        new("updatedOn", ListedFields.Days, entry => One(Day(entry.UpdatedOn))),
        new("titles", ListedFields.Texts, entry => entry.Titles),
        new("designations", ListedFields.Texts, entry => entry.Designations),
        new("remarks", ListedFields.Texts, entry => One(entry.Remarks)),
        new("details", ListedFields.Texts, entry => entry.Details.Select(detail => $"{detail.Name}: {detail.Value}")),
    ];

    private static string Words(ListedName name)
    {
        List<string> how = [.. name.Kind == NameKind.Former ? ["former"] : name.Kind == NameKind.Alias ? (string[])["alias"] : [], .. name.Quality == AliasQuality.Unstated ? (string[])[] : [name.Quality.ToString().ToLowerInvariant()], .. name.IsOriginalScript ? (string[])["original script"] : [], .. One(name.Note)];
        return how.Count == 0 ? name.Text : $"{name.Text} ({string.Join(", ", how)})";
    }

    private static string Words(BirthRange birth) => Noted(birth.IsApproximate && !birth.Stated.Contains("circa", StringComparison.OrdinalIgnoreCase) ? $"about {birth.Stated}" : birth.Stated, birth.Note);

    private static string Words(ListedPlace place) => Noted(place.Text, place.Note);

    private static string Words(ListedIdentifier identifier) => Noted($"{identifier.Type} {identifier.Number}{(identifier.Country is { } country ? $" ({country})" : "")}", identifier.Note);

    private static string Noted(string text, string? note) => note is null ? text : $"{text} [{note}]";

    private static IEnumerable<string> One(string? text) => text is null ? [] : [text];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Field(string Name, ListedFields Needs, Func<ListedEntry, IEnumerable<string>> Values);
}
