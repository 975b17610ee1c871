using Tributary.Clearing;
using Tributary.Deciding;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>A ledger with a chain of money on which a carrier stands that an invented list may mean; none of them exists.</summary>
/// <remarks>
/// Norwind gives 100 to Blue Heron, which passes 30 on to the carrier Karvan and 50 to Sunrise; Karvan passes 20 on to Village Mills. Sudmark pledges 40 to Karvan.
/// Norwind gives 500 to Open Hands, onto another plan.
/// </remarks>
internal sealed class ScreeningDesk : IDisposable
{
    public const string Carrier = "fts:3";

    private static readonly string[] Plan = ["Location:1", "UsageYear:2021", "Plan:900"];

    private readonly TempFolder _files = new();

    public ScreeningDesk(params IReadOnlyList<FlowBuilder> further)
    {
        Ledger = TempLedger.Of(_files.Write(FlowBuilder.Page([.. Flows, .. further])), _files.Write(List("2021-10-01", Karvan, Other), ".xml"));
    }

    /// <summary>The entry that may mean the carrier.</summary>
    public static readonly string Karvan = Entry("ZZe.001", "KARVAN TRANSPORT COMPANY");

    /// <summary>An entry that means nobody.</summary>
    public static readonly string Other = Entry("ZZe.002", "SILVER OSPREY FRONT", "Al-Qaida");

    public static FlowBuilder[] Flows { get; } =
    [
        new() { Id = 10, AmountUsd = 100, Source = ["Organization:1=Norwind, Government of"], Destination = ["Organization:2=Blue Heron Relief", .. Plan], Children = [11, 12] },
        new() { Id = 11, AmountUsd = 30, NewMoney = false, Source = ["Organization:2=Blue Heron Relief", .. Plan], Destination = ["Organization:3=Karvan Transport Company", .. Plan], ParentId = 10 },
        new() { Id = 12, AmountUsd = 50, NewMoney = false, Source = ["Organization:2=Blue Heron Relief", .. Plan], Destination = ["Organization:4=Sunrise Clinics", .. Plan], ParentId = 10 },
        new() { Id = 13, AmountUsd = 20, NewMoney = false, Source = ["Organization:3=Karvan Transport Company", .. Plan], Destination = ["Organization:5=Village Mills", .. Plan], ParentId = 11 },
        new() { Id = 20, AmountUsd = 40, Status = "pledge", Source = ["Organization:6=Sudmark, Government of"], Destination = ["Organization:3=Karvan Transport Company", .. Plan] },
        new() { Id = 30, AmountUsd = 500, Source = ["Organization:1=Norwind, Government of"], Destination = ["Organization:7=Open Hands", "Location:1", "UsageYear:2021", "Plan:901"] },
    ];

    public TempLedger Ledger { get; }

    public FixedClock Clock { get; } = new(new DateTimeOffset(2021, 11, 1, 9, 0, 0, TimeSpan.Zero));

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public DecideOptions By(string who = "ann", string why = "a test") => new() { Who = who, Why = why, Clock = Clock };

    public static string Entry(string reference, string name, string programme = "Taliban", string alias = "") => $"""
        <ENTITY><DATAID>{reference.GetHashCode(StringComparison.Ordinal) & 0xffffff}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>{programme}</UN_LIST_TYPE><REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>
        <LISTED_ON>2012-06-29</LISTED_ON><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>{alias}</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
        """;

    public static string List(string day, params IEnumerable<string> entries) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="{day}T00:00:00.000Z"><INDIVIDUALS/><ENTITIES>{string.Concat(entries)}</ENTITIES></CONSOLIDATED_LIST>""";

    /// <summary>Takes a later version of the list in.</summary>
    public void Relist(string day, params IEnumerable<string> entries) =>
        Assert.False(Ledger.TryImport([_files.Write(List(day, entries), ".xml")], new Tributary.Import.ImportOptions { Who = "test", AcceptListLoss = true, Why = "a test" }).Refused);

    /// <summary>Takes flows in.</summary>
    public void Import(DateOnly day, params IEnumerable<FlowBuilder> flows) => Ledger.Import(day, _files.Write(FlowBuilder.Page(flows)));

    public ScreeningRun Screen(bool sinceLast = false, long? flow = null) =>
        Ledger.Open().Screen(new ScreenPartiesOptions { SinceLast = sinceLast, Flow = flow is { } id ? new Tributary.Flows.FlowId(id) : null }, By()).Run.What;

    public ScreeningQueueAnswer Queue(bool withDecided = false) => Ledger.Ask(new ScreeningQueueQuestion { Today = Today, WithDecided = withDecided });

    public FindingLine Found() => Assert.Single(Queue(withDecided: true).Findings);

    public BlockedAnswer Blocked() => Ledger.Ask(new BlockedQuestion { Today = Today });

    /// <summary>What is refused, and that nothing was kept.</summary>
    public string Refused(Action<Tributary.Ledger> decide)
    {
        var before = Ledger.Open().Entries().Count;
        var refused = Assert.Throws<DecisionRefusedException>(() => decide(Ledger.Open()));
        Assert.Equal(before, Ledger.Open().Entries().Count);
        return refused.Message;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _files.Dispose();
    }

    /// <summary>A clock that stands, until it is set.</summary>
    internal sealed class FixedClock(DateTimeOffset at) : TimeProvider
    {
        public DateTimeOffset At { get; set; } = at;

        public override DateTimeOffset GetUtcNow() => At;
    }
}
