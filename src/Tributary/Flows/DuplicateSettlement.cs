namespace Tributary.Flows;

/// <summary>A person's word on flows that look like one flow reported twice.</summary>
/// <param name="Kept">The flow that stands for all of them; of flows that are different, the first.</param>
/// <param name="Others">The other flows.</param>
/// <param name="AreOne">Whether they are one flow. If not, they are different flows that only look alike.</param>
/// <remarks>A later word on the same flows takes the place of an earlier one. No total changes unless a question leaves duplicates out.</remarks>
public sealed record DuplicateSettlement(long Kept, IReadOnlyList<long> Others, bool AreOne)
{
    /// <summary>All flows that it is about.</summary>
    public IEnumerable<long> Flows() => Others.Prepend(Kept);
}
