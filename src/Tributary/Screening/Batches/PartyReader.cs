using System.Text;
using Tributary.Names;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Screening;

/// <summary>Makes a party of a row, or says why there is none.</summary>
internal sealed class PartyReader(PartyColumns columns)
{
    /// <summary>The longest cell that is read, in bytes.</summary>
    public const int CellBytesMax = 4096;

    private const string Mend = "mend the row and screen it again";

    /// <summary>Reads the row on which a file stands.</summary>
    public PartyRow Read(CsvReader csv, long row, Func<string, string?> country)
    {
        if (csv.FieldCount != columns.Count) return Unusable("", "", ReadingCodes.FieldCount, $"{csv.FieldCount} cells", $"expected {columns.Count}, as the first line has", "look for a comma or a quote that is missing or too many");
        for (var known = 0; known < PartyColumns.Known.Count; known++)
        {
            if (columns.Places[known] is var at and >= 0 && csv.Field(at).Length > CellBytesMax) return Unusable("", "", PartyCodes.CellTooLong, $"a {PartyColumns.Known[known]} of {csv.Field(at).Length:N0} bytes", $"expected at most {CellBytesMax:N0}", "look for a quote that is not closed");
        }
        var (id, name) = (Text(columns.Id), Text(columns.Name));
        if (name.Length == 0) return Unusable(id, name, PartyCodes.NameMissing, "no name", "expected the name of a party", Mend);
        if (!PartyWords.TryType(Text(columns.Type), out var type)) return Unusable(id, name, PartyCodes.TypeUnknown, $"the type {ShownText.Of(Text(columns.Type))}", "expected person, organisation or vessel, or none", Mend);
        var born = Text(columns.Born);
        var birth = PartyWords.BornIn(born);
        if (born.Length > 0 && birth is null) return Unusable(id, name, PartyCodes.BornInvalid, $"born {ShownText.Of(born)}", "expected a day (1970-05-31), a month (1970-05) or a year (1970)", Mend);
        var countries = Several(Text(columns.Country)).Select(text => (Text: text, Iso3: country(text))).ToList();
        if (countries.Find(one => one.Iso3 is null) is { Text: { } unknown }) return Unusable(id, name, PartyCodes.CountryUnknown, $"the country {ShownText.Of(unknown)}", "expected an ISO 3166 code such as AFG, or a name", Mend);
        var party = new ScreenedParty { Name = name, Type = type, Born = birth, Countries = countries.ConvertAll(one => one.Iso3!), Identifiers = Several(Text(columns.Identifiers)) };
        return new PartyRow(row, csv.LineNumber, id, name, party, Issue: null);

        PartyRow Unusable(string id, string name, string code, string found, string expected, string advice) => new(row, csv.LineNumber, id, name, Party: null, new ReadIssue(code, Severity.Error, $"line {csv.LineNumber}", found, expected, advice));

        string Text(int column) => column < 0 ? "" : Encoding.UTF8.GetString(csv.Field(column)).Trim();
    }

    private static string[] Several(string text) => text.Length == 0 ? [] : text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
