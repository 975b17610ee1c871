using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Takes what is odd in an answer, at once or to be told again for each flow that repeats it.</summary>
internal interface IAnswerOddities
{
    /// <summary>Something odd at a place.</summary>
    void Report(ReadIssue issue);

    /// <summary>A field or category that this reader does not know.</summary>
    /// <param name="path">Its path, array indexes as <c>*</c>.</param>
    /// <param name="unknown">The issue to report the first time.</param>
    void Unknown(string path, ReadIssue unknown);

    /// <summary>A field left out on purpose.</summary>
    void Ignore(string path, string reason);
}
