using Tributary.Flows;
using Tributary.Import;

namespace Tributary.Fetching;

/// <summary>All that a fetch brought.</summary>
/// <param name="Documents">The documents of the answer.</param>
/// <param name="Inputs">Those that readers may know.</param>
internal sealed record Gathered(IReadOnlyList<Arrived> Documents, IReadOnlyList<ImportInput> Inputs)
{
    /// <summary>Why it is no whole answer; null when it is one.</summary>
    public string? WhyNotWhole { get; init; }

    /// <summary>What was asked for, when flows were.</summary>
    public FlowScope? Scope { get; init; }

    /// <summary>The documents that hold all flows of the scope.</summary>
    public IReadOnlyList<Arrived> ScopeDocuments { get; init; } = [];
}
