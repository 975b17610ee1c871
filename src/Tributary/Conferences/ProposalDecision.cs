namespace Tributary.Conferences;

/// <summary>What a person holds of a proposal.</summary>
public enum ProposalVerdict
{
    /// <summary>The report states it so: it was entered.</summary>
    Accepted,

    /// <summary>The report states it, but not as it was proposed: it was entered as corrected.</summary>
    Corrected,

    /// <summary>The report does not state it.</summary>
    Rejected,
}

/// <summary>A person's word on what a rule read out of a report.</summary>
/// <param name="Document">SHA-256 of the report.</param>
/// <param name="Proposal">The proposal's name in it: a letter for its kind and the position of its first character, such as <c>m713</c>.</param>
/// <param name="Verdict">What the person holds.</param>
/// <param name="Words">The words that it rests on.</param>
/// <param name="Rule">The rule that proposed it.</param>
/// <param name="Confidence">Its points at that time.</param>
public sealed record ProposalDecision(string Document, string Proposal, ProposalVerdict Verdict, string Words, string Rule, int Confidence);
