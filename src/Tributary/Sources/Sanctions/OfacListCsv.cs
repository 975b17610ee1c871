using Tributary.Provenance;

namespace Tributary.Sources.Sanctions;

/// <summary>OFAC's <c>sdn.csv</c> by itself: a whole list, without what stands in the files beside it.</summary>
internal sealed class OfacListCsv : IDocumentFormat
{
    /// <inheritdoc/>
    public string Name => "ofac-list-csv";

    /// <inheritdoc/>
    public string Title => "OFAC list, sdn.csv alone";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => ListPart.Of(head) == ListPart.OfacEntries;

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var list = new OfacCsvList(sink, token);
        return list.Read(ListPart.OfacEntries, new CsvPart("", document, sink)) ?? list.End();
    }
}

/// <summary>A file that says nothing without the others of its set. It is known so that a message can say what to do.</summary>
internal sealed class ListPartCsv : IDocumentFormat
{
    /// <inheritdoc/>
    public string Name => "list-part-csv";

    /// <inheritdoc/>
    public string Title => "A file of a sanctions list that needs the others of its set";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => ListPart.Of(head) is { } part && part != ListPart.OfacEntries && part != ListPart.OfacRemarks;

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token) => ListReading.Fatal(ListCodes.PartAlone, "the document",
        "a file of a list of which its other files are not here", "expected the entries and their names together", "import the folder that has all files of the list, or name all of them");
}
