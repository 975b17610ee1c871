using Tributary.Listings;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>Reads one <c>sdnEntry</c>.</summary>
internal sealed class OfacXmlEntry(XmlItem item, ListReading reading)
{
    private static readonly (string Field, string Name)[] VesselFields =
    [
        ("callSign", OfacWords.CallSign), ("vesselType", OfacWords.VesselType), ("vesselFlag", OfacWords.VesselFlag), ("vesselOwner", OfacWords.VesselOwner),
        ("tonnage", OfacWords.Tonnage), ("grossRegisteredTonnage", OfacWords.GrossTonnage),
    ];

    private readonly EntryDraft _entry = new(item.Place);

    public EntryDraft Read(OfacLists lists)
    {
        _entry.Id = item.Value("uid");
        _entry.Type = TypeOf(item.Value("sdnType"));
        AddName(item, NameKind.Primary, AliasQuality.Unstated);
        foreach (var aka in Items("akaList", "aka")) AddName(aka, OfacWords.Kind(aka.Value("type")), Quality(aka));
        List<string> programmes = [.. item.All("programList").SelectMany(list => list.Values("program"))];
        lists.See(programmes);
        foreach (var programme in programmes) _entry.AddProgramme(programme);
        _entry.AddDesignation(item.Value("title"));
        _entry.Remarks = item.Value("remarks");
        ReadPerson();
        foreach (var address in Items("addressList", "address")) AddAddress(address);
        foreach (var id in Items("idList", "id")) AddIdentifier(id);
        foreach (var vessel in item.All("vesselInfo"))
        {
            foreach (var (field, name) in VesselFields) _entry.AddDetail(name, vessel.Value(field));
        }
        return _entry;
    }

    private IEnumerable<XmlItem> Items(string list, string name) => item.All(list).SelectMany(all => all.All(name));

    private ListedType TypeOf(string? type)
    {
        if (OfacWords.TypeOf(type) is { } known) return known;
        reading.ReportValue(item.Place, "sdnType", type ?? "");
        return ListedType.Unknown;
    }

    private AliasQuality Quality(XmlItem aka) => aka.Value("category") switch
    {
        "strong" => AliasQuality.Strong,
        "weak" => AliasQuality.Weak,
        null => AliasQuality.Unstated,
        var other => Unknown(aka, other),
    };

    private AliasQuality Unknown(XmlItem aka, string category)
    {
        reading.ReportValue(aka.Place, "category", category);
        return AliasQuality.Unstated;
    }

    // OFAC writes LAST, First wherever it prints a whole name.
    private void AddName(XmlItem of, NameKind kind, AliasQuality quality)
    {
        var (last, first) = (of.Value("lastName"), of.Value("firstName"));
        var text = string.Join(", ", new[] { last, first }.OfType<string>());
        List<NamePart> parts = [.. last is null || first is null ? (NamePart[])[] : [new("last", last), new("first", first)]];
        _entry.AddName(text, kind, quality, parts: parts);
    }

    private void ReadPerson()
    {
        foreach (var birth in Items("dateOfBirthList", "dateOfBirthItem"))
        {
            if (birth.Value("dateOfBirth") is { } stated) _entry.AddBirth(StatedDays.Birth(stated));
        }
        foreach (var place in Items("placeOfBirthList", "placeOfBirthItem"))
        {
            if (place.Value("placeOfBirth") is { } stated) OfacWords.AddBirthPlace(_entry, stated);
        }
        foreach (var nationality in Items("nationalityList", "nationality")) _entry.AddNationality(nationality.Value("country"));
        foreach (var citizenship in Items("citizenshipList", "citizenship")) _entry.AddNationality(citizenship.Value("country"));
    }

    private void AddAddress(XmlItem address) => _entry.AddAddress(note: null, address.Value("country"),
        address.Value("address1"), address.Value("address2"), address.Value("address3"), address.Value("city"), address.Value("stateOrProvince"), address.Value("postalCode"));

    private void AddIdentifier(XmlItem id)
    {
        var (type, number, country) = (id.Value("idType"), id.Value("idNumber"), id.Value("idCountry"));
        var days = string.Join("; ", new[] { Labelled("issued", id.Value("issueDate")), Labelled("expires", id.Value("expirationDate")) }.OfType<string>());
        var note = days.Length == 0 ? null : days;
        if (type == "Gender") _entry.Gender = number?.ToLowerInvariant();
        else if (type is not null && number is not null && OfacWords.IsIdentifier(type)) _entry.AddIdentifier(type, number, country, note);
        else _entry.AddDetail(type?.TrimEnd(':', '-', ' ') ?? "id", string.Join("; ", new[] { number, country, note }.OfType<string>()) is { Length: > 0 } stated ? stated : null);
    }

    private static string? Labelled(string label, string? value) => value is null ? null : $"{label} {value}";
}
