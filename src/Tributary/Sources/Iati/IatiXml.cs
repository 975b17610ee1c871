using System.Globalization;
using System.Text;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>What files of activities and files of organisations share.</summary>
/// <remarks>
/// The IATI standard, https://iatistandard.org/en/iati-standard/, versions 2.01 to 2.03, and 1 as far as it maps. docs/sources/iati.md says what becomes
/// of each element. Nothing is left out: what no property takes is kept as it stands.
/// </remarks>
internal abstract class IatiXml : IDocumentFormat
{
    /// <summary>An activity with thousands of transactions is one record.</summary>
    private static readonly XmlItemBounds Bounds = new(64 << 20, 4_000_000, 64);

    private const int HeadCharactersMax = 4096;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <summary>The root's name.</summary>
    protected abstract string RootName { get; }

    /// <summary>The name of the elements that are records.</summary>
    protected abstract string RecordName { get; }

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => XmlHead.Root(Utf8(head)) == RootName;

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        using var items = new XmlItems(document, [], token, Bounds);
        if (items.Root() is not { } root) return items.Fatal ?? Fatal("no root element");
        if (IatiDates.Instant(root.Attribute("generated-datetime")) is { } generated) sink.StateDay(DateOnly.FromDateTime(generated.UtcDateTime));
        using var details = new JsonMl();
        var reading = new Reading(sink, root.Attribute("version"), details);
        Account(root, sink);
        if (items.Namespace.Length > 0) sink.Report(new ReadIssue(IatiCodes.RootNamespace, Severity.Warning, root.Place, $"the root in the namespace {QuotedText.Of(items.Namespace)}", "expected it in none", "what is in that namespace is read as the standard's; ask the publisher"));
        while (items.Next() is { } item)
        {
            if (item.Name == RecordName) Take(item, reading);
            else Other(item, sink);
        }
        return items.Fatal ?? (reading.Count == 0 ? Fatal($"a file without any {RecordName}") : null);
    }

    /// <summary>Takes the next record.</summary>
    protected abstract void Take(XmlItem item, Reading reading);

    private static void Account(XmlItem root, IRecordSink sink)
    {
        foreach (var (name, _) in root.UnusedAttributes) sink.Ignore($"{root.Name}/@{name}", "about the file, not about what it says");
    }

    // Version 1 had the registry's entry of the file in front of the activities.
    private static void Other(XmlItem item, IRecordSink sink)
    {
        if (item.Name.EndsWith(":registry-record", StringComparison.Ordinal)) sink.Ignore(item.Name, "the registry's entry of the file");
        else sink.Report(new ReadIssue(IatiCodes.ElementUnknown, Severity.Warning, item.Place, $"the element {QuotedText.Of(item.Name)}", "expected only records of one kind in a file", "it is not read; ask the publisher"));
    }

    private static ReadIssue Fatal(string found) => new(IatiCodes.Empty, Severity.Fatal, "the document", found, "expected at least one", "fetch it again, or ask the publisher");

    private static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> head)
    {
        var encoding = head switch { [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode, [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode, _ => null };
        return encoding is null ? head : Encoding.UTF8.GetBytes(encoding.GetString(head[..(Math.Min(head.Length, HeadCharactersMax) & ~1)]));
    }

    /// <summary>The reading of one document.</summary>
    /// <param name="sink">Takes the records.</param>
    /// <param name="version">The version that the document states.</param>
    /// <param name="details">Writes what no property takes.</param>
    protected sealed class Reading(IRecordSink sink, string? version, JsonMl details)
    {
        private readonly Dictionary<string, int> _identifiers = new(StringComparer.Ordinal);

        /// <summary>Takes the records.</summary>
        public IRecordSink Sink => sink;

        /// <summary>The version that the document states; null for none.</summary>
        public string? Version => version;

        /// <summary>Writes what no property takes.</summary>
        public JsonMl Details => details;

        /// <summary>Records so far.</summary>
        public int Count { get; private set; }

        /// <summary>The number of the next record.</summary>
        public int Next() => ++Count;

        /// <summary>Reports a record without an identifier, or with one that stood before.</summary>
        public void CheckIdentifier(XmlItem item, string? id)
        {
            if (id is null) Report(IatiCodes.IdentifierMissing, item.Place, $"an {item.Name} without its identifier", "expected one, by which it is known again", "it is kept and never taken for another; ask the publisher");
            else if (!_identifiers.TryAdd(id, item.Line)) Report(IatiCodes.IdentifierRepeated, item.Place, string.Create(CultureInfo.InvariantCulture, $"the identifier {QuotedText.Of(id)}, which stands on line {_identifiers[id]}"), "expected each once", "the one that was changed later counts, else the first; ask the publisher");
        }

        private void Report(string code, string place, string found, string expected, string advice) => sink.Report(new ReadIssue(code, Severity.Warning, place, found, expected, advice));
    }
}

/// <summary>A file of activities.</summary>
internal sealed class IatiActivitiesXml : IatiXml
{
    /// <inheritdoc/>
    public override string Name => "iati-activities-xml";

    /// <inheritdoc/>
    public override string Title => "IATI activities";

    /// <inheritdoc/>
    protected override string RootName => "iati-activities";

    /// <inheritdoc/>
    protected override string RecordName => "iati-activity";

    /// <inheritdoc/>
    protected override void Take(XmlItem item, Reading reading)
    {
        var activity = new ActivityReader(item, reading.Sink, reading.Version, reading.Details).Read(reading.Next());
        reading.CheckIdentifier(item, activity.Id);
        reading.Sink.Add(activity);
    }
}

/// <summary>A file of organisations.</summary>
internal sealed class IatiOrganisationsXml : IatiXml
{
    /// <inheritdoc/>
    public override string Name => "iati-organisations-xml";

    /// <inheritdoc/>
    public override string Title => "IATI organisations";

    /// <inheritdoc/>
    protected override string RootName => "iati-organisations";

    /// <inheritdoc/>
    protected override string RecordName => "iati-organisation";

    /// <inheritdoc/>
    protected override void Take(XmlItem item, Reading reading)
    {
        var organisation = OrganisationReader.Read(item, reading.Next(), reading.Sink, reading.Version, reading.Details);
        reading.CheckIdentifier(item, organisation.Id);
        reading.Sink.Add(organisation);
    }
}
