using Tributary.Listings;

namespace Tributary.Tests.Sources.Sanctions;

/// <summary>Each form of a list: bytes in, entries out, and nothing passed over in silence.</summary>
public sealed class ListReaderTests
{
    [Fact]
    public void Read_UnPerson_GivesAllThatIsStated()
    {
        var list = ReadList.Of(ListSamples.Un("2025-11-18", [ListSamples.UnPerson]));
        Assert.Null(list.Fatal);
        Assert.Empty(list.Issues);
        Assert.Equal(new ListVersion(SanctionsList.Un, new DateOnly(2025, 11, 18), 1, ListedFields.All), list.Version);
        var entry = list["ZZi.001"];
        Assert.Equal("line 2", Assert.Single(list.Places));
        Assert.Equal(ListedType.Person, entry.Type);
        Assert.Equal(
            [("TARIK VELMOR AL-OSTERI", NameKind.Primary, AliasQuality.Unstated, false), ("طارق فلمور", NameKind.Primary, AliasQuality.Unstated, true), ("Tareq Velmour", NameKind.Alias, AliasQuality.Strong, false), ("Abu Sample", NameKind.Alias, AliasQuality.Weak, false)],
            entry.Names.Select(name => (name.Text, name.Kind, name.Quality, name.IsOriginalScript)));
        Assert.Equal([new("first", "TARIK"), new("second", "VELMOR"), new("fourth", "AL-OSTERI")], entry.Names[0].Parts);
        Assert.Equal("nom de guerre", entry.Names[3].Note);
        Assert.Equal(["AFG"], entry.Nationalities);
        Assert.Equal([new ListedPlace("Kandahar, Kandahar Province, Afghanistan", "AFG"), new ListedPlace("Osterburg, Iraq", "IRQ", "of the alias Abu Sample")], entry.BirthPlaces.OrderBy(place => place.Text, StringComparer.Ordinal));
        Assert.Equal([new ListedPlace("1 Example Road, Kandahar, Afghanistan", "AFG", "previous address")], entry.Addresses);
        Assert.Equal([new ListedIdentifier("Passport", "ZZ000001", "AFG", "issued 1998-05-01; expired")], entry.Identifiers);
        Assert.Equal(["Taliban", "Maulavi", "Minister of Weather", "Envoy"], [.. entry.Programmes, .. entry.Titles, .. entry.Designations]);
        Assert.Equal((new DateOnly(2001, 1, 25), new DateOnly(2011, 11, 29), "male", "Reviewed in 2010. No further word."), (entry.ListedOn, entry.UpdatedOn, entry.Gender, entry.Remarks));
        Assert.Equal([new("DATAID", "7700001"), new("SUBMITTED_BY", "Utopia")], entry.Details);
    }

    [Fact]
    public void Read_UnBirths_AreRangesWithTheirWords()
    {
        var births = ReadList.Of(ListSamples.Un("2025-11-18", [ListSamples.UnPerson]))["ZZi.001"].Births;
        Assert.Equal(
            [
                new BirthRange(new(1966, 2, 3), new(1966, 2, 3), false, "1966-02-03", "of the alias Abu Sample"), new BirthRange(new(1964, 7, 17), new(1964, 7, 17), false, "1964-07-17"), new BirthRange(new(1965, 1, 1), new(1965, 12, 31), true, "1965"),
                new BirthRange(new(1970, 1, 1), new(1973, 12, 31), true, "1970 to 1973", "Approximately"), new BirthRange(new(1973, 11, 1), new(1973, 11, 30), false, "Nov. 1973"), new BirthRange(null, null, false, "the year of the flood"),
            ],
            births);
    }

    [Fact]
    public void Read_UnEntity_HasItsFormerName()
    {
        var list = ReadList.Of(ListSamples.Un("2025-11-18", [], [ListSamples.UnEntity("ZZe.001", "BLUE HERON")]));
        var entry = list["ZZe.001"];
        Assert.Equal(ListedType.Organisation, entry.Type);
        Assert.Equal(("BLUE HERON Brothers", NameKind.Former), (entry.Names[1].Text, entry.Names[1].Kind));
    }

    [Fact]
    public void Read_OfacXml_GivesAllThatIsStated()
    {
        var list = ReadList.Of(ListSamples.OfacXml);
        Assert.Null(list.Fatal);
        Assert.Empty(list.Issues);
        Assert.Equal((SanctionsList.Ofac, new DateOnly(2025, 3, 28), 2), (list.Version!.List, list.Version.Day, list.Version.Entries));
        var entry = list["90001"];
        Assert.Equal([("KESTREL, Mira", NameKind.Primary, AliasQuality.Unstated), ("HERON", NameKind.Former, AliasQuality.Weak), ("KESTRELL, Meera", NameKind.Alias, AliasQuality.Strong)], entry.Names.Select(name => (name.Text, name.Kind, name.Quality)));
        Assert.Equal([new ListedIdentifier("Passport", "K123", "IRQ", "issued 01 Jan 2000; expires 01 Jan 2010")], entry.Identifiers);
        Assert.Equal(["IRQ", "Atlantis"], entry.Nationalities);
        Assert.Equal([new BirthRange(new(1962, 1, 1), new(1962, 12, 31), true, "circa 1962"), new BirthRange(new(1963, 2, 8), new(1963, 2, 8), false, "08 Feb 1963")], entry.Births);
        Assert.Equal([new ListedPlace("Pyongyang, Korea, North", "PRK")], entry.BirthPlaces);
        Assert.Equal([new ListedPlace("1 Quay, Basra, 61001, Iraq", "IRQ")], entry.Addresses);
        Assert.Equal(("female", "Of the board.", "Chair"), (entry.Gender, entry.Remarks, entry.Designations.Single()));
        Assert.Equal([new("Secondary sanctions risk", "section 1")], entry.Details);
        Assert.Equal((ListedType.Vessel, 6), (list["90002"].Type, list["90002"].Details.Count));
    }

    [Fact]
    public void Read_OfacListOfOtherMeasures_IsTheOtherList() =>
        Assert.Equal(SanctionsList.OfacConsolidated, ReadList.Of(ListSamples.OfacXml.Replace("<program>SDGT</program>", "<program>NS-PLC</program>", StringComparison.Ordinal)).Version!.List);

    [Fact]
    public void Read_OfacJson_StatesNamesTypesAndProgrammes()
    {
        var list = ReadList.Of(ListSamples.OfacJson);
        Assert.Null(list.Fatal);
        Assert.Equal((new DateOnly(2026, 8, 20), 2, ListedFields.Type | ListedFields.Aliases | ListedFields.Programmes), (list.Version!.Day, list.Version.Entries, list.Version.Fields));
        Assert.Equal(["KESTREL, Mira", "KESTRELL, Meera"], list["90001"].Names.Select(name => name.Text));
        Assert.Equal(["SDGT", "IRAQ2"], list["90003"].Programmes);
        Assert.Equal("/entries/1", list.Places[1]);
    }

    [Fact]
    public void Read_OfacFilesTogether_AreOneList()
    {
        var list = ReadList.Of(ReadList.Set(("sdn.csv", ListSamples.SdnCsv), ("alt.csv", ListSamples.AltCsv), ("add.csv", ListSamples.AddCsv), ("sdn_comments.csv", ListSamples.CommentsCsv)));
        Assert.Equal(("ofac-list-set", null), (list.Format, list.Fatal));
        Assert.Empty(list.Issues);
        Assert.Equal((3, null), (list.Version!.Entries, list.Version.Day));
        var entry = list["90001"];
        Assert.Equal([("KESTREL, Mira", AliasQuality.Unstated), ("KESTRELL, Meera", AliasQuality.Strong), ("THE BIRD", AliasQuality.Weak)], entry.Names.Select(name => (name.Text, name.Quality)));
        Assert.Equal([new BirthRange(new(1969, 2, 5), new(1969, 2, 5), false, "05 Feb 1969"), new BirthRange(new(1958, 1, 1), new(1960, 12, 31), false, "1958 to 1960")], entry.Births);
        Assert.Equal([new ListedIdentifier("Passport", "K123", "IRQ", "expires 2010"), new ListedIdentifier("Tax ID No.", "77"), new ListedIdentifier("MMSI", "123456789")], entry.Identifiers);
        Assert.Equal(("female", "IRQ", new ListedPlace("Basra, Iraq", "IRQ")), (entry.Gender, entry.Nationalities.Single(), entry.BirthPlaces.Single()));
        Assert.Equal([new ListedPlace("1 Quay, Basra 61001, Iraq", "IRQ")], entry.Addresses);
        Assert.EndsWith("Linked To: BLUE HERON; MMSI 123456789; Linked To: HERON LTD.", entry.Remarks, StringComparison.Ordinal);
        Assert.Equal((ListedType.Organisation, NameKind.Former), (list["90003"].Type, list["90003"].Names[1].Kind));
        Assert.Equal("sdn.csv, line 2", list.Places[1]);
        Assert.Empty(list["90002"].Addresses);
    }

    [Fact]
    public void Read_OfacEntriesAlone_SaysWhatIsMissing()
    {
        var list = ReadList.Of(ListSamples.SdnCsv);
        Assert.Equal(("ofac-list-csv", null, 3), (list.Format, list.Fatal, list.Entries.Count));
        var missing = Assert.Single(list.Issues);
        Assert.Equal("list-part-missing", missing.Code);
        Assert.Contains("no alt.csv (other names), no add.csv (addresses)", missing.Found, StringComparison.Ordinal);
        Assert.False(list.Version!.Fields.HasFlag(ListedFields.Aliases));
    }

    [Fact]
    public void Read_UkFilesTogether_AreOneList()
    {
        var list = ReadList.Of(ReadList.Set(("subjects.csv", ListSamples.UkSubjects), ("a", ListSamples.UkNames), ("b", ListSamples.UkBirths), ("c", ListSamples.UkIdentifiers), ("d", ListSamples.UkCountries)));
        Assert.Equal(("uk-list-set", null), (list.Format, list.Fatal));
        Assert.Empty(list.Issues);
        Assert.Equal((SanctionsList.Uk, null, 2), (list.Version!.List, list.Version.Day, list.Version.Entries));
        var entry = list["ZZA0001"];
        Assert.Equal([("Tarik VELMOR", NameKind.Primary, AliasQuality.Unstated), ("Abu Sample", NameKind.Alias, AliasQuality.Weak), ("Tareq VELMOUR", NameKind.Alias, AliasQuality.Strong)], entry.Names.Select(name => (name.Text, name.Kind, name.Quality)));
        Assert.Equal([new("name6", "VELMOR"), new("name1", "Tarik")], entry.Names[0].Parts);
        Assert.Equal(["1968", "1967-02-03", "1966-05"], entry.Births.Select(birth => birth.Stated));
        Assert.Equal((new DateOnly(1966, 5, 1), new DateOnly(1966, 5, 31)), (entry.Births[2].First, entry.Births[2].Last));
        Assert.Equal([new ListedIdentifier("Passport", "ZZ000001", null, "expired")], entry.Identifiers);
        Assert.Equal(["IRN"], entry.Nationalities);
        Assert.Equal([new ListedPlace("Nowhere")], entry.Addresses);
        Assert.Equal(("ZZA", new DateOnly(2012, 6, 29), new DateOnly(2026, 4, 16)), (entry.Programmes.Single(), entry.ListedOn, entry.UpdatedOn));
        Assert.Equal((ListedType.Vessel, new ListedIdentifier("IMO", "9999999")), (list["ZZA0002"].Type, list["ZZA0002"].Identifiers[0]));
    }

    [Fact]
    public void Read_EuXml_GivesAllThatIsStated()
    {
        var list = ReadList.Of(ListSamples.EuXml);
        Assert.Null(list.Fatal);
        Assert.Empty(list.Issues);
        Assert.Equal((SanctionsList.Eu, new DateOnly(2025, 6, 11), 1), (list.Version!.List, list.Version.Day, list.Version.Entries));
        var entry = list["EU.99.1"];
        Assert.Equal([("Tarik Velmor", NameKind.Primary, AliasQuality.Strong, false), ("Тарик Велмор", NameKind.Alias, AliasQuality.Weak, true)], entry.Names.Select(name => (name.Text, name.Kind, name.Quality, name.IsOriginalScript)));
        Assert.Equal([new BirthRange(new(1963, 1, 1), new(1965, 12, 31), true, "1963 to 1965"), new BirthRange(new(1964, 7, 17), new(1964, 7, 17), false, "1964-07-17")], entry.Births);
        Assert.Equal([new ListedPlace("Kandahar, Afghanistan", "AFG")], entry.BirthPlaces);
        Assert.Equal([new ListedPlace("1 Example Road, PO box 5, Kandahar, Afghanistan", "AFG", "at the time of listing")], entry.Addresses);
        Assert.Equal([new ListedIdentifier("National passport", "ZZ000001", "AFG", "diplomatic; issued by the ministry")], entry.Identifiers);
        Assert.Equal(("AFG", "TAL", "male", new DateOnly(2012, 7, 1)), (entry.Nationalities.Single(), entry.Programmes.Single(), entry.Gender, entry.ListedOn));
        Assert.Contains(new ListedDetail("amendment", "1/2012 (OJ L1); published 2012-07-08; http://example.org/1"), entry.Details);
    }
}
