using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>What lists in XML share: a root, and records that are read one by one.</summary>
internal abstract class XmlListFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    /// <remarks>The publishers' own XML states the most.</remarks>
    public int Authority => 2;

    /// <summary>Elements that hold records and say nothing themselves.</summary>
    protected abstract string[] Containers { get; }

    /// <inheritdoc/>
    public abstract bool Recognises(ReadOnlySpan<byte> head);

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        using var items = new XmlItems(document, Containers, token);
        if (items.Root() is not { } root) return items.Fatal ?? ListReading.Fatal(ListCodes.Empty, "the document", "no root element", "expected a list", "fetch it again");
        var list = Start(root, new ListReading(sink));
        while (items.Next() is { } item)
        {
            if (list.Take(item) is { } fatal) return fatal;
        }
        return items.Fatal ?? list.End();
    }

    /// <summary>Begins a list at its root.</summary>
    protected abstract IXmlList Start(XmlItem root, ListReading reading);
}

/// <summary>One list in XML while it is read.</summary>
internal interface IXmlList
{
    /// <summary>Takes the next record.</summary>
    /// <returns>The fatal issue that ends the reading, or null.</returns>
    ReadIssue? Take(XmlItem item);

    /// <summary>The document was read to its end.</summary>
    /// <returns>The fatal issue of the whole list, or null.</returns>
    ReadIssue? End();
}
