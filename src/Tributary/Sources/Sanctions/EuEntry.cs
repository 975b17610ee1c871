using Tributary.Listings;
using Tributary.Parties;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>Reads one <c>sanctionEntity</c>.</summary>
internal sealed class EuEntry(XmlItem item, ListReading reading)
{
    private const string UnknownCountry = "00";

    private static readonly string[] Flags = ["diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"];

    private readonly EntryDraft _entry = new(item.Place);

    public EntryDraft Read()
    {
        _entry.Id = item.Attribute("euReferenceNumber") ?? item.Attribute("logicalId");
        foreach (var subject in item.All("subjectType")) _entry.Type = TypeOf(subject.Attribute("code"));
        foreach (var name in item.All("nameAlias").ToList()) ReadName(name);
        foreach (var birth in item.All("birthdate")) ReadBirth(birth);
        foreach (var citizenship in item.All("citizenship")) _entry.AddNationality(CountryOf(citizenship) ?? citizenship.Attribute("region"));
        foreach (var document in item.All("identification")) ReadIdentification(document);
        foreach (var address in item.All("address")) ReadAddress(address);
        foreach (var regulation in item.All("regulation")) ReadRegulation(regulation);
        _entry.ListedOn = reading.Day(item.Place, "designationDate", item.Attribute("designationDate"), "yyyy-MM-dd");
        _entry.Remarks = Joined(item.Values("remark"));
        _entry.AddDetail("designation", item.Attribute("designationDetails"));
        _entry.AddDetail("UN reference number", item.Attribute("unitedNationId"));
        return _entry;
    }

    private ListedType TypeOf(string? code)
    {
        if (code is "person") return ListedType.Person;
        if (code is "enterprise" or "entity") return ListedType.Organisation;
        reading.ReportValue(item.Place, "subjectType", code ?? "");
        return ListedType.Unknown;
    }

    // The first name is the primary one: the list marks none.
    private void ReadName(XmlItem name)
    {
        List<NamePart> parts = [.. new[] { ("first", name.Attribute("firstName")), ("middle", name.Attribute("middleName")), ("last", name.Attribute("lastName")) }
            .Where(part => part.Item2 is not null).Select(part => new NamePart(part.Item1, part.Item2!))];
        var quality = name.Attribute("strong") switch { "true" => AliasQuality.Strong, "false" => AliasQuality.Weak, _ => AliasQuality.Unstated };
        var note = Joined([.. name.Attribute("nameLanguage") is { } language ? (string[])[$"language {language}"] : [], .. name.Values("remark")]);
        var text = name.Attribute("wholeName") ?? string.Join(' ', parts.Select(part => part.Text));
        _entry.AddName(text, _entry.HasName ? NameKind.Alias : NameKind.Primary, quality, parts: parts, note: note);
        _entry.AddTitle(name.Attribute("title"));
        _entry.AddDesignation(name.Attribute("function"));
        var gender = name.Attribute("gender") switch { "M" => "male", "F" => "female", var other => other?.ToLowerInvariant() };
        _entry.Gender ??= gender;
    }

    private void ReadBirth(XmlItem birth)
    {
        var isApproximate = birth.Attribute("circa") == "true";
        var calendar = birth.Attribute("calendarType");
        var note = Joined([.. calendar is not (null or "GREGORIAN") ? (string[])[$"calendar {calendar}"] : [], .. birth.Values("remark")]);
        var (from, to) = (birth.Attribute("yearRangeFrom"), birth.Attribute("yearRangeTo"));
        if (birth.Attribute("birthdate") is { } day) _entry.AddBirth(StatedDays.Birth(day, isApproximate, note));
        else if (from is not null || to is not null) _entry.AddBirth(StatedDays.Birth(from ?? to, to ?? from, isApproximate, note));
        else if (birth.Attribute("year") is { } year) _entry.AddBirth(StatedDays.Birth(birth.Attribute("monthOfYear") is { } month ? $"{year}-{month.PadLeft(2, '0')}" : year, isApproximate, note));
        var (city, place, region, country) = (birth.Attribute("city"), birth.Attribute("place"), birth.Attribute("region"), CountryOf(birth));
        if ((city ?? place ?? region ?? country) is not null) _entry.AddBirthPlace(Zip(birth), country, city, place, region);
    }

    private void ReadIdentification(XmlItem document)
    {
        var flags = Flags.Where(flag => document.Attribute(flag) == "true");
        var note = Joined([
            .. flags, .. Labelled("issued by", document.Attribute("issuedBy")), .. Labelled("issued", document.Attribute("issuedDate")), .. Labelled("valid from", document.Attribute("validFrom")), .. Labelled("valid to", document.Attribute("validTo")),
            .. Labelled("name on it", document.Attribute("nameOnDocument")), .. Labelled("region", document.Attribute("region")), .. document.Values("remark")]);
        var type = document.Attribute("identificationTypeDescription") ?? document.Attribute("identificationTypeCode") ?? "document";
        var country = CountryOf(document);
        var (number, latin) = (document.Attribute("number"), document.Attribute("latinNumber"));
        if ((number ?? latin) is { } stated) _entry.AddIdentifier(type, stated, country, note);
        else _entry.AddDetail(type, note ?? country);
        if (latin is not null && number is not null && latin != number) _entry.AddIdentifier(type, latin, country, "in Latin letters");
    }

    private void ReadAddress(XmlItem address)
    {
        var note = Joined([.. address.Attribute("asAtListingTime") == "true" ? (string[])["at the time of listing"] : [], .. address.Values("remark")]);
        var (street, box, zip, city) = (address.Attribute("street"), address.Attribute("poBox"), address.Attribute("zipCode"), address.Attribute("city"));
        _entry.AddAddress(note, CountryOf(address), street, box is null ? null : $"PO box {box}", city, zip, address.Attribute("place"), address.Attribute("region"));
        foreach (var contact in address.All("contactInfo")) _entry.AddDetail(contact.Attribute("key") ?? "contact", contact.Attribute("value"));
    }

    private void ReadRegulation(XmlItem regulation)
    {
        _entry.AddProgramme(regulation.Attribute("programme"));
        var (type, number) = (regulation.Attribute("regulationType"), regulation.Attribute("numberTitle"));
        var stated = Joined([.. number is null ? (string[])[] : [number], .. Labelled("published", regulation.Attribute("publicationDate")), .. regulation.Values("publicationUrl")]);
        _entry.AddDetail(type ?? "regulation", stated);
    }

    // A code that names no country (00 is the list's word for unknown) leaves the words beside it, unless they say the same.
    private static string? CountryOf(XmlItem part)
    {
        var (code, words) = (part.Attribute("countryIso2Code"), part.Attribute("countryDescription"));
        if (Countries.Find(code, out var country)) return country.Name;
        return code == UnknownCountry || words == "UNKNOWN" ? null : words;
    }

    private static string? Zip(XmlItem birth) => birth.Attribute("zipCode") is { } zip ? $"postal code {zip}" : null;

    private static string[] Labelled(string label, string? value) => value is null ? [] : [$"{label} {value}"];

    private static string? Joined(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } joined ? joined : null;
}
