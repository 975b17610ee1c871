using Tributary.Listings;

namespace Tributary.Ledgers;

/// <summary>The kinds of journal rows about sanctions lists.</summary>
public static class ListingKinds
{
    /// <summary>A version was taken although it loses many entries.</summary>
    public static readonly DecisionKind<ListLoss> Loss = new("accepted-loss", LedgerJson.Default.ListLoss);
}
