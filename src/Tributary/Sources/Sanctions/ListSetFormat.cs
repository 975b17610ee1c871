using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>A list that several files make up, kept as one document (<see cref="FileSetStream"/>).</summary>
internal abstract class ListSetFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <summary>The list that its parts are of.</summary>
    protected abstract string Set { get; }

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => FileSet.FirstName(head) is not null && ListPart.Of(FileSet.FirstContent(head))?.Set == Set;

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var set = new FileSet(document);
        var list = Start(sink, token);
        var seen = new HashSet<ListPart>();
        while (set.Next(out var name, out var content))
        {
            using var head = new PeekStream(content, IDocumentFormat.HeadBytes);
            if (ListPart.Of(head.Head) is not { } part || part.Set != Set) return Broken(name, "it is no file of this list");
            if (!seen.Add(part)) return ListReading.Fatal(ListCodes.PartRepeated, QuotedText.Of(name), $"a second file of {part.What}", "expected one of each kind", "import the files of one moment, in a folder of their own");
            if (seen.Count == 1 && !part.IsMain) return Broken(name, "it comes before the list's entries");
            if (list.Read(part, new CsvPart(part.FileName, head, sink)) is { } fatal) return fatal;
        }
        return set.Broken is { } broken ? Broken("the document", broken) : list.End();
    }

    /// <summary>Begins a list.</summary>
    protected abstract ICsvList Start(IRecordSink sink, CancellationToken token);

    private static ReadIssue Broken(string place, string what) =>
        ListReading.Fatal(ListCodes.SetBroken, place, what, "expected the files of one list, its entries first", "import the list's files themselves: they are put together here");
}

/// <summary>A list in several files while it is read.</summary>
internal interface ICsvList
{
    /// <summary>Reads a file of the set.</summary>
    /// <returns>The fatal issue, or null.</returns>
    ReadIssue? Read(ListPart part, CsvPart file);

    /// <summary>Passes the entries on.</summary>
    /// <returns>The fatal issue of the whole list, or null.</returns>
    ReadIssue? End();
}

/// <summary>OFAC's CSV files together.</summary>
internal sealed class OfacListSet : ListSetFormat
{
    /// <inheritdoc/>
    public override string Name => "ofac-list-set";

    /// <inheritdoc/>
    public override string Title => "OFAC list, its CSV files together";

    /// <inheritdoc/>
    protected override string Set => ListPart.OfacEntries.Set;

    /// <inheritdoc/>
    protected override ICsvList Start(IRecordSink sink, CancellationToken token) => new OfacCsvList(sink, token);
}

/// <summary>The UK list's CSV files together.</summary>
internal sealed class UkListSet : ListSetFormat
{
    /// <inheritdoc/>
    public override string Name => "uk-list-set";

    /// <inheritdoc/>
    public override string Title => "UK sanctions list, its CSV files together";

    /// <inheritdoc/>
    protected override string Set => ListPart.UkSubjects.Set;

    /// <inheritdoc/>
    protected override ICsvList Start(IRecordSink sink, CancellationToken token) => new UkCsvList(sink, token);
}
