using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What people hold of proposals.</summary>
internal static class SettledProposals
{
    /// <summary>The word on each proposal that was settled, by its report and name.</summary>
    public static IReadOnlyDictionary<(string Document, string Proposal), ProposalVerdict> Of(Facts facts) =>
        facts.Decisions.Of(ConferenceKinds.Proposal).GroupBy(said => (said.What.Document, said.What.Proposal)).ToDictionary(said => said.Key, said => said.Last().What.Verdict);
}
