using Tributary.Listings;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>An entry of a list that may be the party screened. Only a person can say whether it is.</summary>
/// <param name="Entry">The entry, with the list, the version's day, and the document and place that state it.</param>
/// <param name="Name">The name of the entry that is most alike.</param>
/// <param name="Score">0 to 1: the name's score, raised and lowered by what else is known.</param>
/// <param name="Comparison">How the names were compared.</param>
/// <param name="Reasons">What raised and lowered it, besides the name.</param>
public sealed record ScreeningCandidate(ListedEntry Entry, ListedName Name, double Score, NameComparison Comparison, IReadOnlyList<ScreeningReason> Reasons)
{
    /// <summary>Which word met which, and what else raised or lowered the score, in one line.</summary>
    public string Why => ScreeningReasons.InWords(Comparison, Reasons);
}

/// <summary>Something besides the name that speaks for or against a candidate.</summary>
/// <param name="Text">In words.</param>
/// <param name="Weight">What it adds to the score; negative for what speaks against.</param>
public sealed record ScreeningReason(string Text, double Weight);
