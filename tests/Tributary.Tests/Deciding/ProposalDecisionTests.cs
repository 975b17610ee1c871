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
    public void Rejected_IsProposedNoMore_AndEntersNothing()
    {
        var name = Name("money", 0);
        Assert.Contains("none was given", Assert.Throws<DecisionRefusedException>(() => _ledger.Open().Reject(Document, [name], Who with { Why = "" })).Message, StringComparison.Ordinal);
        _ledger.Open().Reject(Document, [name], Who);
        Assert.DoesNotContain(Queue(), open => open.Proposal == name);
        Assert.Empty(_ledger.Ask(new PledgeListQuestion()).Pledges);
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
