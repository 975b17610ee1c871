using Tributary.Conferences;

namespace Tributary.Ledgers;

/// <summary>The kinds of journal rows about conferences and pledges.</summary>
public static class ConferenceKinds
{
    /// <summary>A conference.</summary>
    public static readonly DecisionKind<Entered<Conference>> Conference = new("conference", LedgerJson.Default.EnteredConference);

    /// <summary>A party that came, or stayed away.</summary>
    public static readonly DecisionKind<Entered<Participant>> Participant = new("participant", LedgerJson.Default.EnteredParticipant);

    /// <summary>What somebody said.</summary>
    public static readonly DecisionKind<Entered<Statement>> Statement = new("statement", LedgerJson.Default.EnteredStatement);

    /// <summary>A request for aid.</summary>
    public static readonly DecisionKind<Entered<Call>> Call = new("call", LedgerJson.Default.EnteredCall);

    /// <summary>A promise of money.</summary>
    public static readonly DecisionKind<Entered<Pledge>> Pledge = new("pledge", LedgerJson.Default.EnteredPledge);

    /// <summary>A word on what a rule read out of a report.</summary>
    public static readonly DecisionKind<ProposalDecision> Proposal = new("proposal", LedgerJson.Default.ProposalDecision);

    /// <summary>Whether a flow fulfils a pledge.</summary>
    public static readonly DecisionKind<PledgeMatch> PledgeMatch = new("pledge-match", LedgerJson.Default.PledgeMatch);
}
