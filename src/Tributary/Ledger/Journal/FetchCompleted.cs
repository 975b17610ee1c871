using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>The body of a journal row of kind <c>fetch</c>: a source answered a query whole.</summary>
/// <param name="Fetch">The query, as in <see cref="DocumentFetched.Fetch"/>.</param>
/// <param name="Day">The day on which the last part of the answer came.</param>
/// <param name="Documents">The hashes of all documents of the answer, new or known.</param>
/// <param name="Scope">What the query asked for, when it asked for flows.</param>
/// <param name="ScopeDocuments">The documents that hold all flows of the scope. A flow of the scope that none of them has is no longer there from that day on.</param>
public sealed record FetchCompleted(string Fetch, DateOnly Day, IReadOnlyList<string> Documents, FlowScope? Scope, IReadOnlyList<string> ScopeDocuments)
{
    /// <summary>The kind of journal row.</summary>
    public const string Kind = "fetch";

    /// <summary>The kind of a row of a fetch that changed nothing in the facts when it came. Those of the current snapshot need not know of it; later ones do.</summary>
    public const string UnchangedKind = "fetch-unchanged";
}
