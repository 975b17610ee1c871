using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>What people hold of proposals: accepted ones are entered in one step, settled ones are proposed no more, and nothing enters by itself.</summary>
public sealed class ProposalDecisionTests : IDisposable
{
    private const string Report = """
        Donors meet in Geneva over Yemen

        GENEVA, Sept 13, 2021 (Reuters) - Switzerland hosted an international aid conference on Yemen in Geneva on Monday.

        Germany pledged 600 million euros in humanitarian aid for Yemen at the conference. Japan gave $20 million in food aid to Yemen last month.

        "We cannot let the children of Yemen starve," German Foreign Minister Anna Beispiel said.
        """;

    private static readonly DecideOptions Who = new() { Who = "analyst", Why = "read it" };

    private readonly TempLedger _ledger = new();
    private readonly TempFolder _folder = new();

    public ProposalDecisionTests()
    {
        File.WriteAllText(_folder["report.txt"], Report);
        _ledger.Import(_folder["report.txt"]);
    }

    private string Document => _ledger.Ask(new DocumentsQuestion()).Documents[0].Hash.Hex;

    [Fact]
    public void Accepted_AreEnteredWithTheReportAsEvidence_InOneStep()
    {
        Assert.Empty(_ledger.Ask(new ConferencesQuestion()).Conferences);
        var entered = _ledger.Open().Accept(Document, new AcceptedProposals([Name("conference"), Name("money", 0), Name("quotation")]) { Id = "geneva-2021-09-13" }, Who);
        var (conference, pledge, statement) = (entered.Conferences.Single().What, entered.Pledges.Single().What, entered.Statements.Single().What);
        Assert.Equal(("geneva-2021-09-13", "Switzerland", "Geneva", "CHE", new DateOnly(2021, 9, 13)), (conference.Id, conference.Host, conference.City, conference.Country, conference.FirstDay));
        Assert.Equal(("Germany", "DEU", 600_000_000m, "EUR", "YEM", new DateOnly(2021, 9, 13)), (pledge.Party, pledge.Iso3, pledge.Amount.Value, pledge.Amount.Currency.Code, pledge.Countries.Single(), pledge.MadeOn));
        Assert.Equal("600 million euros", Report[pledge.Evidence.Span!.Value.Start..pledge.Evidence.Span.Value.End]);
        Assert.Equal(("Anna Beispiel", Speech.Direct, "We cannot let the children of Yemen starve"), (statement.Speaker, statement.Speech, statement.Words));
        Assert.DoesNotContain(Queue(), open => open.Kind is "conference" or "quotation");
    }

    [Fact]
    public void Accepted_Twice_IsRefused_AndNothingOfItIsEntered()
    {
        _ledger.Open().Accept(Document, new AcceptedProposals([Name("money", 0)]), Who);
        var before = _ledger.Listing();
        var settled = NamedProposals()[0];
        Assert.Contains("it was accepted already", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Accept(Document, new AcceptedProposals([settled, Name("conference")]), Who)).Message, StringComparison.Ordinal);
        Assert.Equal(before, _ledger.Listing());
    }

    [Fact]
    public void Money_ThatWasGiven_IsNoPromise_UnlessAPersonSaysSo()
    {
        var given = Name("money", 1);
        Assert.Contains("it is disbursed", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Accept(Document, new AcceptedProposals([given]), Who)).Message, StringComparison.Ordinal);
        var entered = _ledger.Open().Accept(Document, new AcceptedProposals([given]) { Changes = new Dictionary<string, string> { ["amount"] = "25000000" } }, Who);
        Assert.Equal(25_000_000m, entered.Pledges.Single().What.Amount.Value);
    }

    [Fact]
    public void Correction_OfAFieldThatIsNone_IsRefused() =>
        Assert.Contains("--set ammount: a pledge has no such field", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Accept(Document, new AcceptedProposals([Name("money", 0)]) { Changes = new Dictionary<string, string> { ["ammount"] = "5" } }, Who)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejected_IsProposedNoMore_AndEntersNothing()
    {
        var name = Name("money", 0);
        Assert.Contains("none was given", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Reject(Document, [name], Who with { Why = "" })).Message, StringComparison.Ordinal);
        _ledger.Open().Reject(Document, [name], Who);
        Assert.DoesNotContain(Queue(), open => open.Proposal == name);
        Assert.Empty(_ledger.Ask(new PledgeListQuestion()).Pledges);
    }

    // Of a page the words are proposed, and the evidence names their place in the page.
    [Fact]
    public void Accepted_OfAPage_RestsOnThePlaceInThePage()
    {
        const string page = """
            <!DOCTYPE html><html lang="en"><head><title>Germany helps Yemen</title><meta property="article:published_time" content="2021-09-13T10:00:00Z"><meta property="og:title" content="Germany helps Yemen"></head>
            <body><article><h1>Germany helps Yemen</h1><p>Aid agencies met donors in Geneva on Monday to speak about hunger and relief for the people of Yemen, and some of them brought money.</p>
            <p>Germany pledged <b>600&nbsp;million</b> euros in humanitarian aid for Yemen, its foreign minister said after the talks with the agencies.</p></article></body></html>
            """;
        File.WriteAllText(_folder["page.html"], page);
        _ledger.Import(_folder["page.html"]);
        var open = Queue().Single(one => one.Kind == "money" && one.Report.EndsWith("page.html", StringComparison.Ordinal));
        var pledge = _ledger.Open().Accept(open.Document, new AcceptedProposals([open.Proposal]), Who).Pledges.Single().What;
        Assert.Equal(("Germany", 600_000_000m, "EUR", new DateOnly(2021, 9, 13)), (pledge.Party, pledge.Amount.Value, pledge.Amount.Currency.Code, pledge.MadeOn));
        Assert.Equal("600&nbsp;million</b> euros", page[pledge.Evidence.Span!.Value.Start..pledge.Evidence.Span.Value.End]);
    }

    [Fact]
    public void Feed_GivesTheProposalsOfEachOfItsReports()
    {
        const string feed = """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>
            <item><title>Germany helps</title><pubDate>Mon, 13 Sep 2021 10:00:00 +0000</pubDate><description>Germany pledged 600 million euros in humanitarian aid for Yemen.</description></item>
            <item><title>Japan helps</title><pubDate>Tue, 14 Sep 2021 10:00:00 +0000</pubDate><description>Japan donated $20 million in food aid to refugees in Syria.</description></item>
            </channel></rss>
            """;
        File.WriteAllText(_folder["feed.xml"], feed);
        _ledger.Import(_folder["feed.xml"]);
        Assert.Equal(["600 million euros", "$20 million"], Queue().Where(one => one.Kind == "money" && one.Report.EndsWith("feed.xml", StringComparison.Ordinal)).OrderBy(one => one.Line).ThenBy(one => one.Proposal.Length).ThenBy(one => one.Proposal, StringComparer.Ordinal).Select(one => one.Words));
    }

    [Fact]
    public void Unknown_IsRefused() =>
        Assert.Contains("has none of that name", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Accept(Document, new AcceptedProposals(["m1"]), Who)).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private IReadOnlyList<OpenProposal> Queue() => ProposalQueue.Of(_ledger.Open(), TestContext.Current.CancellationToken).Open;

    private string Name(string kind, int nth = 0) => Queue().Where(open => open.Kind == kind).OrderBy(open => open.Line).ThenBy(open => open.Proposal.Length).ThenBy(open => open.Proposal, StringComparer.Ordinal).ElementAt(nth).Proposal;

    private List<string> NamedProposals() => [.. Tributary.Proposing.NamedProposals.Of(Tributary.Proposing.ReportReader.Read(Report)).Where(one => one.Kind == "money").Select(one => one.Name)];
}
