using Tributary.Listings;
using Tributary.Parties;

namespace Tributary.Sources.Sanctions;

/// <summary>Reads what OFAC writes into remarks where its CSV files have no column: births, nationalities, numbers, weak names.</summary>
/// <remarks>Statements stand apart by semicolons and begin with words of OFAC's own. What is not known here stays in the remarks, which are kept whole.</remarks>
internal static class OfacRemarks
{
    private static readonly string[] Numbers =
    [
        "Passport", "Diplomatic Passport", "National ID No.", "National Foreign ID Number", "Cedula No.", "Cedula de Ciudadania", "Cedula de Residencia", "Personal ID Card", "Identification Number", "Travel Document Number",
        "Tax ID No.", "NIT #", "RUC #", "RIF #", "R.F.C.", "C.U.R.P.", "C.U.I.T.", "C.U.I.P.", "D.N.I.", "SSN", "RTN", "LE Number", "V.A.T. Number",
        "Registration Number", "Registration ID", "Company Number", "Business Registration Number", "Business Registration Document #", "Commercial Registry Number", "C.R. No.", "Trade License No.", "Public Registration Number",
        "Chamber of Commerce Number", "Certificate of Incorporation Number", "Enterprise Number", "UK Company Number", "Legal Entity Number", "Folio Mercantil No.", "Matricula Mercantil No", "Government Gazette Number", "Registered Charity No.",
        "D-U-N-S Number", "SWIFT/BIC", "BIK (RU)", "Digital Currency Address - XBT", "Digital Currency Address - ETH", "Digital Currency Address - LTC", "Email Address", "Phone Number", "Driver's License No.", "Credencial electoral", "Electoral Registry No.",
        "Birth Certificate Number", "Citizen's Card Number", "Turkish Identification Number", "Residency Number", "I.F.E.", "Numero Unico de Identificacao",
        "Vessel Registration Identification", "MMSI", "Aircraft Tail Number", "Previous Aircraft Tail Number", "Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Construction Number (also called L/N or S/N or F/N)", "Aircraft Mode S Transponder Code", "Unified Social Credit Code (USCC)", "ISIN",
    ];

    private static readonly string[] LongestFirst = [.. Numbers.OrderByDescending(number => number.Length)];

    /// <summary>Adds what an entry's remarks state.</summary>
    public static void Read(EntryDraft entry)
    {
        foreach (var piece in (entry.Remarks ?? "").TrimEnd('.').Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Read(entry, WithoutAlternate(piece));
    }

    private static void Read(EntryDraft entry, string piece)
    {
        if (After(piece, "DOB ") is { } birth) entry.AddBirth(StatedDays.Birth(birth));
        else if (After(piece, "POB ") is { } place) OfacWords.AddBirthPlace(entry, place);
        else if ((After(piece, "nationality ") ?? After(piece, "citizen ")) is { } nationality) entry.AddNationality(nationality);
        else if (After(piece, "Gender ") is { } gender) entry.Gender = gender.ToLowerInvariant();
        else if ((After(piece, "a.k.a. '") ?? After(piece, "n.k.a. '")) is { } alias) entry.AddName(alias.TrimEnd('\''), NameKind.Alias, AliasQuality.Weak);
        else if (After(piece, "f.k.a. '") is { } former) entry.AddName(former.TrimEnd('\''), NameKind.Former, AliasQuality.Weak);
        else AddNumber(entry, piece);
    }

    // The number, then in brackets who issued it, and whatever is said of it.
    private static void AddNumber(EntryDraft entry, string piece)
    {
        if (Array.Find(LongestFirst, number => piece.StartsWith(number + " ", StringComparison.Ordinal)) is not { } type) return;
        var rest = piece[(type.Length + 1)..].Trim();
        var bracket = rest.IndexOf(" (", StringComparison.Ordinal);
        if (bracket <= 0) entry.AddIdentifier(type, rest);
        else
        {
            var close = rest.IndexOf(')', bracket);
            var inside = close < 0 ? rest[(bracket + 2)..] : rest[(bracket + 2)..close];
            var isCountry = Countries.Find(inside, out _);
            var after = close < 0 ? "" : rest[(close + 1)..].Trim();
            var note = isCountry ? after : rest[bracket..].Trim();
            entry.AddIdentifier(type, rest[..bracket], isCountry ? inside : null, note.Length == 0 ? null : note);
        }
    }

    private static string WithoutAlternate(string piece)
    {
        while (After(piece, "alt. ") is { } rest) piece = rest;
        return piece;
    }

    private static string? After(string piece, string words) => piece.StartsWith(words, StringComparison.Ordinal) && piece.Length > words.Length ? piece[words.Length..].Trim() : null;
}
