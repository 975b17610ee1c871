using Tributary.Listings;
using Tributary.Parties;

namespace Tributary.Sources.Sanctions;

/// <summary>OFAC's words, which its forms share.</summary>
internal static class OfacWords
{
    public const string CallSign = "call sign", VesselType = "vessel type", VesselFlag = "vessel flag", VesselOwner = "vessel owner", Tonnage = "tonnage", GrossTonnage = "gross registered tonnage";

    // What OFAC puts among the numbers and is none.
    private static readonly string[] NoIdentifier = ["Secondary sanctions risk", "Executive Order", "Additional Sanctions", "Transactions Prohibited", "Listing Date", "Effective Date", "Purchase/Sales", "Target Type", "Organization ", "CAATSA", "Nationality of", "Gender", "IFCA", "Issuer Name", "Website", "Aircraft Model", "Aircraft Manufacture Date", "Aircraft Operator", "Vessel Year", "Other Vessel", "Vessel Flag", "Vessel Type", "Linked To"];

    /// <summary>The type that a word means; null when it means none.</summary>
    public static ListedType? TypeOf(string? word) => word?.ToLowerInvariant() switch
    {
        "individual" => ListedType.Person,
        "entity" => ListedType.Organisation,
        "vessel" => ListedType.Vessel,
        "aircraft" => ListedType.Aircraft,
        _ => null,
    };

    /// <summary>a.k.a. and n.k.a. (now known as) are other names, f.k.a. is a former one.</summary>
    public static NameKind Kind(string? type) => type is "f.k.a." or "fka" ? NameKind.Former : NameKind.Alias;

    /// <summary>Whether a kind of number tells something apart.</summary>
    public static bool IsIdentifier(string type) => !NoIdentifier.Any(word => type.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A place of birth whose last part may be a country.</summary>
    public static void AddBirthPlace(EntryDraft entry, string stated)
    {
        for (var comma = stated.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = stated.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (!Countries.Find(stated[(comma + 2)..], out _)) continue;
            entry.AddBirthPlace(note: null, stated[(comma + 2)..], stated[..comma]);
            return;
        }
        if (Countries.Find(stated, out _)) entry.AddBirthPlace(note: null, stated);
        else entry.AddBirthPlace(note: null, country: null, stated);
    }
}
