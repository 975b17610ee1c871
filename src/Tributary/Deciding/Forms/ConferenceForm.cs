using Tributary.Conferences;

namespace Tributary.Deciding;

/// <summary>Asks for a conference.</summary>
internal sealed class ConferenceForm() : EntryForm<Conference>("conference", "a conference",
    new(Id, "a name that can be typed: small letters, digits and hyphens", "moscow-2021-10-20") { Required = true },
    new("title", "what it is called", "Moscow meeting on Afghanistan") { Required = true },
    new("host", "the party that invited", "Russia") { Required = true },
    new("city", "the city in which it met", "Moscow") { Required = true },
    new("country", "the country in which it met", "RUS") { Required = true },
    new("first-day", "the first day, in the time of the place", "2021-10-20") { Required = true },
    new("last-day", "the last day; the first when not given", "2021-10-21"),
    new("zone", "the time of the place: an offset from UTC or an IANA name", "UTC+3"),
    new("day-basis", "how the days were found, where the document does not state them", "the report says \"yesterday\" and is of 2021-10-21"),
    new("about", "the countries that it was about", "AFG") { IsList = true })
{
    /// <summary>The field that cannot be corrected: other entries name the conference by it.</summary>
    public const string Id = "id";

    private protected override IReadOnlyList<string> Keys => [Id];

    private protected override Conference Read(FieldReader fields)
    {
        var first = fields.NeededDay("first-day");
        return new Conference
        {
            Id = fields.Needed(Id),
            Title = fields.Needed("title"),
            Host = fields.Needed("host"),
            City = fields.Needed("city"),
            Country = fields.Needed("country"),
            FirstDay = first,
            LastDay = fields.Day("last-day") ?? first,
            Zone = fields.Text("zone"),
            DayBasis = fields.Text("day-basis") ?? "",
            About = fields.List("about"),
            Evidence = fields.Evidence(),
        };
    }

    private protected override void Write(Conference record, FieldWriter texts)
    {
        texts.Add(Id, record.Id);
        texts.Add("title", record.Title);
        texts.Add("host", record.Host);
        texts.Add("city", record.City);
        texts.Add("country", record.Country);
        texts.Add("first-day", record.FirstDay);
        texts.Add("last-day", record.LastDay);
        texts.Add("zone", record.Zone);
        texts.Add("day-basis", record.DayBasis);
        texts.Add("about", record.About);
    }
}
