using Tributary.Listings;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>Reads one INDIVIDUAL or ENTITY of the UN's list.</summary>
internal sealed class UnEntry(XmlItem item, ListedType type, ListReading reading)
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    private readonly EntryDraft _entry = new(item.Place) { Type = type };

    private string Prefix => item.Name;

    public EntryDraft Read()
    {
        var dataId = item.Value("DATAID");
        _entry.Id = item.Value("REFERENCE_NUMBER") ?? dataId;
        ReadNames();
        foreach (var birth in item.All($"{Prefix}_DATE_OF_BIRTH")) ReadBirth(birth);
        foreach (var place in item.All($"{Prefix}_PLACE_OF_BIRTH")) _entry.AddBirthPlace(place.Value("NOTE"), place.Value("COUNTRY"), place.Value("STREET"), place.Value("CITY"), place.Value("STATE_PROVINCE"));
        foreach (var address in item.All($"{Prefix}_ADDRESS")) _entry.AddAddress(address.Value("NOTE"), address.Value("COUNTRY"), address.Value("STREET"), address.Value("CITY"), address.Value("STATE_PROVINCE"), address.Value("ZIP_CODE"));
        foreach (var document in item.All($"{Prefix}_DOCUMENT")) ReadDocument(document);
        foreach (var nationality in Nested("NATIONALITY")) _entry.AddNationality(nationality);
        foreach (var title in Nested("TITLE")) _entry.AddTitle(title);
        foreach (var designation in Nested("DESIGNATION")) _entry.AddDesignation(designation);
        _entry.AddProgramme(item.Value("UN_LIST_TYPE"));
        ReadDays();
        _entry.Gender = item.Value("GENDER")?.ToLowerInvariant();
        _entry.Remarks = item.Value("COMMENTS1");
        _entry.AddDetail("DATAID", dataId);
        _entry.AddDetail("SUBMITTED_BY", item.Value("SUBMITTED_BY"));
        _entry.AddDetail("SUBMITTED_ON", item.Value("SUBMITTED_ON"));
        return _entry;
    }

    private IEnumerable<string> Nested(string name) => item.All(name).SelectMany(list => list.Values("VALUE"));

    private void ReadNames()
    {
        List<NamePart> parts = [.. NameParts.Select(name => (name, Text: item.Value(name))).Where(part => part.Text is not null)
            .Select(part => new NamePart(part.name.Split('_')[0].ToLowerInvariant(), part.Text!))];
        _entry.AddName(string.Join(' ', parts.Select(part => part.Text)), NameKind.Primary, AliasQuality.Unstated, parts: parts);
        _entry.AddName(item.Value("NAME_ORIGINAL_SCRIPT"), NameKind.Primary, AliasQuality.Unstated, isOriginalScript: true);
        foreach (var alias in item.All($"{Prefix}_ALIAS")) ReadAlias(alias);
    }

    private void ReadAlias(XmlItem alias)
    {
        var (kind, quality) = alias.Value("QUALITY") switch
        {
            "Good" => (NameKind.Alias, AliasQuality.Strong),
            "Low" => (NameKind.Alias, AliasQuality.Weak),
            "f.k.a." => (NameKind.Former, AliasQuality.Unstated),
            "a.k.a." or null => (NameKind.Alias, AliasQuality.Unstated),
            var other => Unknown(alias, other),
        };
        var (name, note) = (alias.Value("ALIAS_NAME"), alias.Value("NOTE"));
        _entry.AddName(name, kind, quality, note: note);
        if (name is null) _entry.AddDetail("alias", note);
        var of = name is null ? "of an alias" : $"of the alias {name}";
        if (alias.Value("DATE_OF_BIRTH") is { } birth) _entry.AddBirth(StatedDays.Birth(birth, note: of));
        var (city, country) = (alias.Value("CITY_OF_BIRTH"), alias.Value("COUNTRY_OF_BIRTH"));
        if (city is not null || country is not null) _entry.AddBirthPlace(of, country, city);
    }

    private (NameKind, AliasQuality) Unknown(XmlItem alias, string quality)
    {
        reading.ReportValue(alias.Place, "QUALITY", quality);
        return (NameKind.Alias, AliasQuality.Unstated);
    }

    // A day or a year; two years; or words in a note where neither is given.
    private void ReadBirth(XmlItem birth)
    {
        var (kind, note) = (birth.Value("TYPE_OF_DATE"), birth.Value("NOTE"));
        var isApproximate = kind == "APPROXIMATELY" || string.Equals(note, "Approximately", StringComparison.OrdinalIgnoreCase);
        if (kind is not (null or "EXACT" or "APPROXIMATELY" or "BETWEEN")) reading.ReportValue(birth.Place, "TYPE_OF_DATE", kind);
        var (from, to) = (birth.Value("FROM_YEAR"), birth.Value("TO_YEAR"));
        var stated = birth.Value("DATE") ?? birth.Value("YEAR");
        if (from is not null || to is not null) _entry.AddBirth(StatedDays.Birth(from ?? to, to ?? from, isApproximate, note));
        else if (stated is not null) _entry.AddBirth(StatedDays.Birth(stated, isApproximate, note));
        else if (note is not null) _entry.AddBirth(StatedDays.Birth(note, isApproximate));
    }

    private void ReadDocument(XmlItem document)
    {
        var (type, second) = (document.Value("TYPE_OF_DOCUMENT"), document.Value("TYPE_OF_DOCUMENT2"));
        var notes = string.Join("; ", new[]
        {
            type is not null && second != type ? second : null,
            Labelled("issued", document.Value("DATE_OF_ISSUE")),
            Labelled("issued in", document.Value("CITY_OF_ISSUE")),
            document.Value("NOTE"),
        }.OfType<string>());
        var note = notes.Length == 0 ? null : notes;
        var (issuing, issue) = (document.Value("ISSUING_COUNTRY"), document.Value("COUNTRY_OF_ISSUE"));
        if (document.Value("NUMBER") is { } number) _entry.AddIdentifier(type ?? second ?? "document", number, issuing ?? issue, note);
        else _entry.AddDetail(type ?? second ?? "document", note ?? issuing ?? issue);
    }

    private static string? Labelled(string label, string? value) => value is null ? null : $"{label} {value}";

    private void ReadDays()
    {
        _entry.ListedOn = reading.Day(item.Place, "LISTED_ON", item.Value("LISTED_ON"), "yyyy-MM-dd");
        foreach (var text in Nested("LAST_DAY_UPDATED").ToList())
        {
            var day = reading.Day(item.Place, "LAST_DAY_UPDATED", text, "yyyy-MM-dd");
            if (_entry.UpdatedOn is null || day > _entry.UpdatedOn) _entry.UpdatedOn = day ?? _entry.UpdatedOn;
        }
    }
}
