using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tributary.Listings;

namespace Tributary.Ledgers;

/// <summary>Reads entries as <see cref="ListedContents"/> wrote them. By hand, because tens of thousands of them are read before a name can be looked up.</summary>
internal static class ListedBody
{
    private delegate T Reads<out T>(ref Utf8JsonReader json);

    /// <summary>The entry; which list it is on, and where it stands, is not in it.</summary>
    public static ListedEntry Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        var entry = new ListedEntry { Id = "", Names = [] };
        var read = new Parts();
        while (NextProperty(ref json, out var name)) read.Take(ref json, name);
        return entry with
        {
            Id = read.Id, Type = read.Type, Names = read.Names, Births = read.Births, BirthPlaces = read.BirthPlaces, Nationalities = read.Nationalities, Identifiers = read.Identifiers, Addresses = read.Addresses,
            Programmes = read.Programmes, ListedOn = read.ListedOn, UpdatedOn = read.UpdatedOn, Titles = read.Titles, Designations = read.Designations, Gender = read.Gender, Remarks = read.Remarks, Details = read.Details,
        };
    }

    private static bool NextProperty(ref Utf8JsonReader json, out string name)
    {
        json.Read();
        name = json.TokenType == JsonTokenType.PropertyName ? Names.Of(ref json) : "";
        if (name.Length > 0) json.Read();
        return name.Length > 0;
    }

    private static IReadOnlyList<T> Array<T>(ref Utf8JsonReader json, Reads<T> read)
    {
        List<T>? items = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) (items ??= []).Add(read(ref json));
        return items is null ? [] : items;
    }

    private static string Text(ref Utf8JsonReader json) => json.GetString()!;

    private static DateOnly Day(ref Utf8JsonReader json) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ListedName Name(ref Utf8JsonReader json)
    {
        var (text, kind, quality, isOriginal, note) = ("", NameKind.Primary, AliasQuality.Unstated, false, (string?)null);
        IReadOnlyList<NamePart> parts = [];
        while (NextProperty(ref json, out var name))
        {
            switch (name)
            {
                case nameof(ListedName.Text): text = Text(ref json); break;
                case nameof(ListedName.Kind): kind = (NameKind)json.GetByte(); break;
                case nameof(ListedName.Quality): quality = (AliasQuality)json.GetByte(); break;
                case nameof(ListedName.IsOriginalScript): isOriginal = json.GetBoolean(); break;
                case nameof(ListedName.Parts): parts = Array(ref json, Part); break;
                case nameof(ListedName.Note): note = Text(ref json); break;
                default: throw Unknown(name);
            }
        }
        return new ListedName(text, kind, quality, isOriginal) { Parts = parts, Note = note };
    }

    private static NamePart Part(ref Utf8JsonReader json)
    {
        var (first, second, _, _) = Texts(ref json, nameof(NamePart.Part), nameof(NamePart.Text));
        return new NamePart(first!, second!);
    }

    private static ListedPlace Place(ref Utf8JsonReader json)
    {
        var (text, iso3, note, _) = Texts(ref json, nameof(ListedPlace.Text), nameof(ListedPlace.Iso3), nameof(ListedPlace.Note));
        return new ListedPlace(text!, iso3, note);
    }

    private static ListedIdentifier Identifier(ref Utf8JsonReader json)
    {
        var (type, number, country, note) = Texts(ref json, nameof(ListedIdentifier.Type), nameof(ListedIdentifier.Number), nameof(ListedIdentifier.Country), nameof(ListedIdentifier.Note));
        return new ListedIdentifier(type!, number!, country, note);
    }

    private static ListedDetail Detail(ref Utf8JsonReader json)
    {
        var (name, value, _, _) = Texts(ref json, nameof(ListedDetail.Name), nameof(ListedDetail.Value));
        return new ListedDetail(name!, value!);
    }

    private static BirthRange Birth(ref Utf8JsonReader json)
    {
        (DateOnly? first, DateOnly? last, var isApproximate, var stated, string? note) = (null, null, false, "", null);
        while (NextProperty(ref json, out var name))
        {
            switch (name)
            {
                case nameof(BirthRange.First): first = Day(ref json); break;
                case nameof(BirthRange.Last): last = Day(ref json); break;
                case nameof(BirthRange.IsApproximate): isApproximate = json.GetBoolean(); break;
                case nameof(BirthRange.Stated): stated = Text(ref json); break;
                case nameof(BirthRange.Note): note = Text(ref json); break;
                default: throw Unknown(name);
            }
        }
        return new BirthRange(first, last, isApproximate, stated, note);
    }

    // Records of nothing but texts.
    private static (string?, string?, string?, string?) Texts(ref Utf8JsonReader json, string first, string second, string third = "", string fourth = "")
    {
        (string?, string?, string?, string?) texts = default;
        while (NextProperty(ref json, out var name))
        {
            var text = Text(ref json);
            if (name == first) texts.Item1 = text;
            else if (name == second) texts.Item2 = text;
            else if (name == third) texts.Item3 = text;
            else if (name == fourth) texts.Item4 = text;
            else throw Unknown(name);
        }
        return texts;
    }

    private static UnreachableException Unknown(string name) => new($"no entry has a property {name}");

    /// <summary>The properties of an entry as they come.</summary>
    private sealed class Parts
    {
        public string Id = "";
        public ListedType Type;
        public IReadOnlyList<ListedName> Names = [];
        public IReadOnlyList<BirthRange> Births = [];
        public IReadOnlyList<ListedPlace> BirthPlaces = [], Addresses = [];
        public IReadOnlyList<string> Nationalities = [], Programmes = [], Titles = [], Designations = [];
        public IReadOnlyList<ListedIdentifier> Identifiers = [];
        public IReadOnlyList<ListedDetail> Details = [];
        public DateOnly? ListedOn, UpdatedOn;
        public string? Gender, Remarks;

        public void Take(ref Utf8JsonReader json, string name)
        {
            switch (name)
            {
                case nameof(ListedEntry.Id): Id = Text(ref json); break;
                case nameof(ListedEntry.Type): Type = (ListedType)json.GetByte(); break;
                case nameof(ListedEntry.Names): Names = Array(ref json, Name); break;
                case nameof(ListedEntry.Births): Births = Array(ref json, Birth); break;
                case nameof(ListedEntry.BirthPlaces): BirthPlaces = Array(ref json, Place); break;
                case nameof(ListedEntry.Nationalities): Nationalities = Array(ref json, Text); break;
                case nameof(ListedEntry.Identifiers): Identifiers = Array(ref json, Identifier); break;
                case nameof(ListedEntry.Addresses): Addresses = Array(ref json, Place); break;
                case nameof(ListedEntry.Programmes): Programmes = Array(ref json, Text); break;
                case nameof(ListedEntry.ListedOn): ListedOn = Day(ref json); break;
                case nameof(ListedEntry.UpdatedOn): UpdatedOn = Day(ref json); break;
                case nameof(ListedEntry.Titles): Titles = Array(ref json, Text); break;
                case nameof(ListedEntry.Designations): Designations = Array(ref json, Text); break;
                case nameof(ListedEntry.Gender): Gender = Text(ref json); break;
                case nameof(ListedEntry.Remarks): Remarks = Text(ref json); break;
                case nameof(ListedEntry.Details): Details = Array(ref json, Detail); break;
                default: throw Unknown(name);
            }
        }
    }

    /// <summary>The few names of properties, made once: a look at their bytes makes no text.</summary>
    private static class Names
    {
        private static readonly (byte[] Utf8, string Name)[] Known = [.. new[]
        {
            nameof(ListedName.Text), nameof(ListedName.Kind), nameof(ListedName.Quality), nameof(ListedName.Parts), nameof(NamePart.Part), nameof(ListedName.IsOriginalScript), nameof(ListedIdentifier.Number), nameof(ListedIdentifier.Country),
            nameof(ListedPlace.Iso3), nameof(ListedPlace.Note), nameof(ListedDetail.Name), nameof(ListedDetail.Value), nameof(BirthRange.First), nameof(BirthRange.Last), nameof(BirthRange.IsApproximate), nameof(BirthRange.Stated),
            nameof(ListedEntry.Id), nameof(ListedEntry.Type), nameof(ListedEntry.Names), nameof(ListedEntry.Births), nameof(ListedEntry.BirthPlaces), nameof(ListedEntry.Nationalities), nameof(ListedEntry.Identifiers), nameof(ListedEntry.Addresses),
            nameof(ListedEntry.Programmes), nameof(ListedEntry.ListedOn), nameof(ListedEntry.UpdatedOn), nameof(ListedEntry.Titles), nameof(ListedEntry.Designations), nameof(ListedEntry.Gender), nameof(ListedEntry.Remarks), nameof(ListedEntry.Details),
        }.Select(name => (System.Text.Encoding.UTF8.GetBytes(name), name))];

        public static string Of(ref Utf8JsonReader json)
        {
            foreach (var (utf8, name) in Known)
            {
                if (json.ValueSpan.SequenceEqual(utf8)) return name;
            }
            throw Unknown(json.GetString()!);
        }
    }
}
