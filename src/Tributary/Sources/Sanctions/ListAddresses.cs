using Tributary.Listings;

namespace Tributary.Sources.Sanctions;

/// <summary>Where publishers keep their lists, in a form that is read here. These are their own addresses at the time of writing: they move, and a fetch can be told another.</summary>
/// <remarks>
/// The UN's: https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list. OFAC's: https://ofac.treasury.gov/sanctions-list-service.
/// The EU's, for those whom it gave a token: https://webgate.ec.europa.eu/fsd/fsf. The UK publishes no form that is read here at one address.
/// </remarks>
internal static class ListAddresses
{
    private const string Ofac = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/";

    /// <summary>The address of a list; null where there is none.</summary>
    public static Uri? Of(SanctionsList list) => list switch
    {
        SanctionsList.Un => new Uri("https://scsanctions.un.org/resources/xml/en/consolidated.xml"),
        SanctionsList.Ofac => new Uri($"{Ofac}SDN.XML"),
        SanctionsList.OfacConsolidated => new Uri($"{Ofac}CONSOLIDATED.XML"),
        SanctionsList.Eu => new Uri("https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"),
        _ => null,
    };

    /// <summary>Under which name the publisher wants a token with the address; null where it wants none.</summary>
    public static string? TokenName(SanctionsList list) => list == SanctionsList.Eu ? "token" : null;
}
