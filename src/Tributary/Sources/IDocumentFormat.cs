using Tributary.Provenance;

namespace Tributary.Sources;

/// <summary>One kind of document: how to know it by its content and how to read it.</summary>
public interface IDocumentFormat
{
    /// <summary>A stable name, such as <c>fts-flows-json</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in a few words, for people.</summary>
    string Title { get; }

    /// <summary>How a flow's place number reads: <c>line {0}</c>, <c>/data/flows/{0}</c>.</summary>
    string FlowPlace { get; }

    /// <summary>Which statement of one version of a flow is believed first: higher wins.</summary>
    int Authority { get; }

    /// <summary>Whether the document is of this kind, by its first bytes (up to <see cref="HeadBytes"/>, after any byte-order mark).</summary>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>Reads the document to its end.</summary>
    /// <param name="document">The bytes, from the first.</param>
    /// <param name="sink">Takes the records.</param>
    /// <param name="token">Stops the reading.</param>
    /// <returns>Null, or the fatal issue that stopped the reading.</returns>
    /// <exception cref="IOException">The world failed under the stream.</exception>
    ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token);

    /// <summary>How many bytes <see cref="Recognises"/> is shown at most.</summary>
    const int HeadBytes = 64 * 1024;
}
