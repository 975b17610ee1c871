using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Questions;
using Tributary.Tests.Deciding;

namespace Tributary.Tests.Questions.Pledges;

/// <summary>The invented meeting of <see cref="EntryDesk"/> with its pledges, and flows that may fulfil them.</summary>
internal sealed class PledgeDesk : IDisposable
{
    public const string Afghanistan = "Location:1=Afghanistan", Germany = "Organization:4306=Germany, Government of|Government", Norway = "Organization:2930=Norway, Government of|Government";

    /// <summary>A flow from Germany to Afghanistan: EUR 30 million paid, US$ 35 million, two weeks after the meeting.</summary>
    public static readonly FlowBuilder Flow = new()
    {
        Id = 1, AmountUsd = 35_000_000, OriginalAmount = 30_000_000, OriginalCurrency = "EUR", ExchangeRate = 0.8571m, DecisionDate = "2021-09-27T00:00:00Z", UpdatedAt = "2021-10-01T00:00:00Z",
        Source = [Germany, "Location:2=Germany", "UsageYear:2021"], Destination = ["Organization:9=World Food Programme", Afghanistan, "UsageYear:2021"],
    };

    public PledgeDesk(params FlowBuilder[] flows) : this(_ => { }, flows)
    {
    }

    /// <param name="before">Looks at the ledger before anything is entered.</param>
    /// <param name="flows">The flows.</param>
    public PledgeDesk(Action<EntryDesk> before, params FlowBuilder[] flows)
    {
        Desk = new EntryDesk(FlowBuilder.Page(flows));
        before(Desk);
        Entered = Desk.Enter($$"""
            {{Desk.Meeting}}
            pledges:
              - {party: Germany, iso3: DEU, amount: EUR 50 million, country: AFG, made-on: 2021-09-13, quotation: 50 million euros}
              - {party: Norway, amount: NOK 20 million, country: AFG, made-on: 2021-09-13, period-first: 2021-01-01, period-last: 2022-12-31, quotation: 20 million kroner}
              - {party: European Union, amount: EUR 100 million, usd: 118 million, country: AFG, made-on: 2021-09-13, quotation: 100 million euros}
            """).Pledges;
    }

    public EntryDesk Desk { get; }

    public IReadOnlyList<Decided<Pledge>> Entered { get; }

    public long OfGermany => Entered[0].Position;

    public long OfNorway => Entered[1].Position;

    public long OfTheUnion => Entered[2].Position;

    public Tributary.Ledger Ledger => Desk.Ledger.Open();

    public IReadOnlyList<CandidateFlow> Candidates(long pledge) => Desk.Ledger.Ask(new PledgeMatchQuestion { Pledge = pledge }).Candidates;

    public PledgesAnswer Pledges(DateOnly? day = null) => day is { } known
        ? Ledger.Ask(new PledgesQuestion { Conference = "geneva-2021" }, known, TestContext.Current.CancellationToken)
        : Desk.Ledger.Ask(new PledgesQuestion { Conference = "geneva-2021" });

    public PartyPledges Line(string party) => Pledges().Parties.Single(line => line.Party == party);

    public void Confirm(long pledge, long flow, Amount? part = null, string why = "") => Ledger.Confirm(pledge, [new FlowId(flow)], part, EntryDesk.By with { Why = why });

    public void Reject(long pledge, long flow) => Ledger.Reject(pledge, [new FlowId(flow)], EntryDesk.By);

    public string Refused(long pledge, long flow, Amount? part = null, string why = "") => Assert.Single(Desk.Refused(ledger => ledger.Confirm(pledge, [new FlowId(flow)], part, EntryDesk.By with { Why = why }))).ToString();

    public void Dispose() => Desk.Dispose();
}
