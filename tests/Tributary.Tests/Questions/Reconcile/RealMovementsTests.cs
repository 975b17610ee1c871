using Tributary.Questions;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>Real flows of Afghanistan 2020 and real activities: pairs that were looked up by hand in both.</summary>
public sealed class RealMovementsTests
{
    private const string Why = "shared/data is not there: real flows and activities are read beside the repository";

    private static readonly string? Flows = SharedData.Find("fts/afghanistan-2020"), Activities = SharedData.Find("iati/real");

    // ECHO's commitments in euro, the fund's grants that FTS split by cluster, and one that it did not.
    private static readonly (string Transaction, long Flow)[] True =
    [
        ("XI-IATI-EC_ECHO-ECHO/-AS/BUD/2020/91003#2:2020-03-17:540000EUR", 214537),
        ("XI-IATI-EC_ECHO-ECHO/-AS/BUD/2020/91003#2:2020-03-17:660000EUR", 206799),
        ("XI-IATI-EC_ECHO-ECHO/-AS/BUD/2019/91021#2:2019-12-17:920000EUR", 214612),
        ("XI-IATI-EC_ECHO-ECHO/-AS/BUD/2020/91001#2:2020-03-24:3500000EUR", 215353),
        ("XI-IATI-EC_ECHO-ECHO/-AS/BUD/2020/91005#2:2020-03-30:500000EUR", 215350),
        ("XM-OCHA-CBPF-AFG-20/3481/RA3/H-N/NGO/16057#AFG23-16057", 213682),
        ("XM-OCHA-CBPF-AFG-20/3481/RA3/H-N/NGO/16057#AFG23-16057", 213683),
        ("XM-OCHA-CBPF-AFG-20/3481/RA3/GBV-CPiE/INGO/16102#AFG23-16102", 213767),
    ];

    [Fact]
    public void Pairs_LookedUpByHand_AreFound()
    {
        Assert.SkipWhen(Flows is null || Activities is null, Why);
        using var ledger = TempLedger.Of(Flows!, Path.Combine(Activities!, "dportal_73.xml"), Path.Combine(Activities!, "dportal_129.xml"), Path.Combine(Activities!, "dportal_128.xml"));
        var answer = ledger.Ask(new ReconcileQuestion { Countries = ["AFG"], Limit = int.MaxValue });
        var agreed = answer.Agreed.Select(pair => (pair.Transaction.Id, pair.Flow.Id.Value)).ToHashSet();
        Assert.All(True, pair => Assert.Contains(pair, agreed));
        // Money of other countries is never taken for Afghanistan's, whatever round sum it is.
        Assert.DoesNotContain(answer.Agreed.Concat(answer.Different), pair => pair.Reasons.Any(reason => reason.Text.StartsWith("another country", StringComparison.Ordinal)));
        Assert.Equal(725_591_299m, ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] }).FundingUsd);
    }
}
