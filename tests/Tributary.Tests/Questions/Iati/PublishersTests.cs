using Tributary.Auditing;
using Tributary.Questions;
using static Tributary.Tests.Questions.Iati.IatiSample;

namespace Tributary.Tests.Questions.Iati;

/// <summary>What publishers state, and how well.</summary>
public sealed class PublishersTests
{
    [Fact]
    public void Publisher_IsCountedByWhatItsTransactionsState()
    {
        using var ledger = Ledger(File(
            Activity("A", Country("AF") + Transaction("1", inside: "<receiver-org receiver-activity-id=\"X-1\"/>") + Transaction("2", inside: "<receiver-org ref=\"GB-CHC-1\"/>" + Sector("72010")) + Transaction("3", inside: "<receiver-org><narrative>Somebody</narrative></receiver-org>")
                + Transaction("4", type: "1", inside: "<provider-org provider-activity-id=\"Y-1\"/>", date: "2020-06-01"), "default-currency=\"USD\" last-updated-datetime=\"2020-06-11T00:00:00Z\" humanitarian=\"1\""),
            Activity("B", Transaction("8"), publisher: "XM-TEST-2")));
        var publishers = ledger.Ask(new PublishersQuestion()).Publishers;
        Assert.Equal([Publisher, "XM-TEST-2"], publishers.Select(line => line.Id));
        var line = publishers[0];
        Assert.Equal((1L, 4L, 4L), (line.ActivityCount, line.TransactionCount, line.HumanitarianTransactionCount));
        Assert.Equal((2L, 1L, 4L), (line.NamesActivity, line.NamesOrganisation, line.WithOtherSide));
        Assert.Equal((4L, 4L, 1L), (line.WithCountry, line.WithPlace, line.WithSector));
        Assert.Equal((41m, new DateOnly(2020, 6, 1), new DateOnly(2020, 6, 11)), (line.MedianDelayDays, line.LatestTransaction, line.LatestUpdate));
        Assert.Equal((6m, 4m), (line.Sums[0].Spent, line.Sums[0].Incoming));
        Assert.Equal(8m, Assert.Single(ledger.Ask(new PublishersQuestion { Publishers = ["xm-test-2"] }).Publishers).Sums[0].Spent);
    }

    [Fact]
    public void Oddities_OfAFileOfSeveral_AreTheirsInWhoseActivitiesTheyStand()
    {
        using var ledger = Ledger(File(Activity("A", Transaction("much")), Activity("B", Transaction("8"), publisher: "XM-TEST-2")), File(Activity("C", Transaction("more"), publisher: "XM-TEST-3")));
        Assert.Equal(["XM-TEST-1 iati-amount-unreadable 1", "XM-TEST-3 iati-amount-unreadable 1"],
            ledger.Ask(new PublishersQuestion()).Publishers.SelectMany(line => line.Oddities.Select(oddity => $"{line.Id} {oddity.Code} {oddity.Count}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Findings_AreOfThePublishersStoredDocuments()
    {
        using var ledger = Ledger(File(Activity("A", Transaction("1")), Activity("B", Transaction("8", type: "99"), publisher: "XM-TEST-2")));
        var answer = PublisherFindings.AddTo(ledger.Open(), ledger.Ask(new PublishersQuestion()), null, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.All(answer.Publishers, line => Assert.Contains(line.Findings!, finding => finding.Severity == "Critical"));
        long Financial(string id) => answer.Publishers.Single(line => line.Id == id).Findings!.Where(finding => finding.Category == "financial").Sum(finding => finding.Count);
        Assert.True(Financial("XM-TEST-2") > Financial("XM-TEST-1"));
        Assert.All(ledger.Ask(new PublishersQuestion()).Publishers, line => Assert.Null(line.Findings));
    }

    [Fact]
    public void Findings_BehindAnyNumberOfAnothers_AreCounted()
    {
        const int Many = 210_000;
        using var ledger = Ledger(File(Activity("A", string.Concat(Enumerable.Repeat("<sector vocabulary=\"1\" code=\"none\"/>", Many))), Activity(" B ", Transaction("8", type: "99"), publisher: "XM-TEST-2")));
        var answer = PublisherFindings.AddTo(ledger.Open(), ledger.Ask(new PublishersQuestion()), null, TimeProvider.System, TestContext.Current.CancellationToken);
        long Errors(string id, string category) => answer.Publishers.Single(line => line.Id == id).Findings!.Where(finding => finding.Severity == "Error" && finding.Category == category).Sum(finding => finding.Count);
        Assert.InRange(Errors("XM-TEST-1", "classifications"), Many, Many + 5);
        Assert.InRange(Errors("XM-TEST-2", "classifications"), 0, 5);
        Assert.True(Errors("XM-TEST-2", "financial") > Errors("XM-TEST-1", "financial"));
    }
}
