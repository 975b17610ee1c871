using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which money is on chains on which a party may be, or is, on a sanctions list, and what would free it?</summary>
/// <remarks>
/// The chain of a flow is what its money came through, itself, and what it went on to. A finding stops a chain unless a person has decided that the party is somebody else,
/// or an exemption lets the money flow. Each flow is counted once, however many findings are on its chain, and by the law of counting: money that only moved inside a plan
/// was counted when it came in, and stands beside.
/// </remarks>
public sealed record BlockedQuestion : IQuestion<BlockedAnswer>
{
    /// <summary>Today: what holds until a day is held against it, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Only money onto these plans: FTS ids or codes.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">A plan is not known.</exception>
    public BlockedAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var findings = ScreeningFindings.Of(facts, Today);
        var blocking = findings.All.Where(finding => finding.Blocks).ToList();
        var chains = BlockedChains.Of(facts, blocking.ToLookup(finding => finding.Hit.Party, StringComparer.Ordinal), token);
        var plans = PlanIds.FindAll(facts, Plans).ToHashSet();
        List<CountedBlock> counted = [.. chains.Flows.Select(flow => Count(facts, chains, flow)).Where(block => plans.Count == 0 || (block.Plan is { } plan && plans.Contains(plan)))];
        return new BlockedAnswer
        {
            Lines = [.. counted.GroupBy(block => (block.Plan, block.PlanName, block.Donor)).Select(group => Line(facts, group.Key.Plan, group.Key.PlanName, group.Key.Donor, [.. group]))
                .OrderByDescending(line => line.PassingUsd).ThenByDescending(line => line.FundingUsd).ThenBy(line => line.PlanId).ThenBy(line => line.Donor, StringComparer.Ordinal)],
            Findings = [.. blocking.Select(finding => Finding(finding, findings.Day, counted)).OrderByDescending(finding => finding.PassingUsd).ThenBy(finding => finding.Finding.Id, StringComparer.Ordinal)],
            FundingUsd = counted.Sum(block => block.FundingUsd), PassingUsd = counted.Sum(block => block.PassingUsd), PledgedUsd = counted.Sum(block => block.PledgedUsd), InternalUsd = counted.Sum(block => block.InternalUsd), FlowCount = counted.Count,
            Screened = findings.History.LastWhole is { } run ? RunLine.Of(run) : null,
            Stale = findings.Stale(facts),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    // One plan alone named as destination has the money; money that left the same plan only moved inside it.
    private static CountedBlock Count(Facts facts, BlockedChains chains, BlockedFlow flow)
    {
        var destination = flow.DestinationPlan == 0 ? [] : facts.Sets(ObjectType.Plan)[flow.DestinationPlan].Members;
        var plan = destination is [{ Id: { } id }] ? int.Parse(id, CultureInfo.InvariantCulture) : (int?)null;
        var isInternal = flow.MayBeInternal && (destination.Count != 1 || destination[0].Id is not { } own || PlanFunding.IsSourceInside(facts, own, flow.SourcePlan, flow.IsSourcePartial));
        var name = plan is { } known ? PlanNames.Describe(facts, known).Name : destination.Count == 0 ? BlockedLine.NotOnAPlan : ObjectNames.Shared(destination);
        var passing = chains.PassingUsd(flow);
        var isPledge = flow.Status == "pledge";
        return new CountedBlock(flow, plan, name, PartyNames.Of(facts, flow.Source).Name, chains.FindingsOf(flow),
            FundingUsd: isPledge || isInternal ? 0 : flow.AmountUsd, PassingUsd: isPledge || isInternal ? 0 : passing, PledgedUsd: isPledge && !isInternal ? flow.AmountUsd : 0, InternalUsd: isInternal ? passing : 0);
    }

    private static BlockedLine Line(Facts facts, int? plan, string planName, string donor, List<CountedBlock> blocks) => new(
        plan, plan is { } id ? PlanNames.Describe(facts, id).Code : null, planName, donor, blocks.Sum(block => block.FundingUsd), blocks.Sum(block => block.PassingUsd), blocks.Sum(block => block.PledgedUsd), blocks.Sum(block => block.InternalUsd),
        [.. blocks.Select(block => new FlowId(block.Flow.Id)).OrderBy(flow => flow.Value)], [.. blocks.SelectMany(block => block.Findings).Select(finding => finding.Hit.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static BlockingFinding Finding(Finding finding, DateOnly day, List<CountedBlock> counted)
    {
        List<CountedBlock> on = [.. counted.Where(block => block.Findings.Contains(finding))];
        return new BlockingFinding(FindingLine.Of(finding, day), on.Count, on.Sum(block => block.PassingUsd), on.Sum(block => block.PledgedUsd));
    }

    private sealed record CountedBlock(BlockedFlow Flow, int? Plan, string PlanName, string Donor, IReadOnlySet<Finding> Findings, decimal FundingUsd, decimal PassingUsd, decimal PledgedUsd, decimal InternalUsd);
}

/// <summary>The money that is stopped, or has to be looked at. All amounts are US dollars.</summary>
public sealed record BlockedAnswer
{
    /// <summary>By plan and donor, the largest first.</summary>
    public required IReadOnlyList<BlockedLine> Lines { get; init; }

    /// <summary>What stops it, and what would free it.</summary>
    public required IReadOnlyList<BlockingFinding> Findings { get; init; }

    /// <summary>Commitments and payments on such chains, counted once.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Of them, what goes through a party that may be listed.</summary>
    public required decimal PassingUsd { get; init; }

    /// <summary>Pledges on such chains. Never part of funding.</summary>
    public required decimal PledgedUsd { get; init; }

    /// <summary>What of it only moved inside a plan. Counted when it came in, so never added.</summary>
    public required decimal InternalUsd { get; init; }

    /// <summary>How many flows there are on such chains.</summary>
    public required int FlowCount { get; init; }

    /// <summary>The run over the ledger that this rests on; null when nothing was screened.</summary>
    public required RunLine? Screened { get; init; }

    /// <summary>What has changed since, in sentences.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>Money of one donor onto one plan. Amounts are US dollars.</summary>
/// <param name="PlanId">FTS's id of the plan; null for money onto none, or shared by several.</param>
/// <param name="PlanCode">Its code.</param>
/// <param name="Plan">Its name.</param>
/// <param name="Donor">The source organisation.</param>
/// <param name="FundingUsd">Commitments and payments on chains with such a party.</param>
/// <param name="PassingUsd">Of them, what goes through that party.</param>
/// <param name="PledgedUsd">Pledges on such chains.</param>
/// <param name="InternalUsd">What of it only moved inside the plan.</param>
/// <param name="Flows">The flows.</param>
/// <param name="Findings">The findings on their chains, by id.</param>
public sealed record BlockedLine(
    int? PlanId, string? PlanCode, string Plan, string Donor, decimal FundingUsd, decimal PassingUsd, decimal PledgedUsd, decimal InternalUsd, IReadOnlyList<FlowId> Flows, IReadOnlyList<string> Findings)
{
    /// <summary>The line of money without a destination plan.</summary>
    public const string NotOnAPlan = "(not on a plan)";
}

/// <summary>A finding that stops money.</summary>
/// <param name="Finding">The finding, with what would free the money.</param>
/// <param name="FlowCount">Flows on chains with it.</param>
/// <param name="PassingUsd">What of them goes through a party that may be listed. Findings may share flows, so these do not add up.</param>
/// <param name="PledgedUsd">Pledges on such chains.</param>
public sealed record BlockingFinding(FindingLine Finding, int FlowCount, decimal PassingUsd, decimal PledgedUsd);
