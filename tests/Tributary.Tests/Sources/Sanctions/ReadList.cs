using System.Text;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;
using Tributary.Sources;

namespace Tributary.Tests.Sources.Sanctions;

/// <summary>A sanctions list as a reader hands it out: bytes in, entries out.</summary>
internal sealed class ReadList : IRecordSink
{
    public List<ListedEntry> Entries { get; } = [];

    public List<string> Places { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public List<string> Ignored { get; } = [];

    public ListVersion? Version { get; private set; }

    public ReadIssue? Fatal { get; private set; }

    public string Format { get; private set; } = "";

    public ListedEntry this[string id] => Entries.Single(entry => entry.Id == id);

    /// <summary>Reads a document as the format that recognises it.</summary>
    public static ReadList Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Of(string)"/>
    public static ReadList Of(byte[] bytes)
    {
        var format = Formats.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, IDocumentFormat.HeadBytes)));
        Assert.NotNull(format);
        var list = new ReadList { Format = format.Name };
        using var stream = new MemoryStream(bytes);
        list.Fatal = format.Read(stream, list, TestContext.Current.CancellationToken);
        return list;
    }

    /// <summary>The bytes of a set of files.</summary>
    public static byte[] Set(params (string Name, string Text)[] files)
    {
        using var set = new FileSetStream(files.Select(file => (file.Name, Bytes: Encoding.UTF8.GetBytes(file.Text))).Select(file => new SetFile(file.Name, file.Bytes.Length, () => new MemoryStream(file.Bytes))));
        using var all = new MemoryStream();
        set.CopyTo(all);
        return all.ToArray();
    }

    public void Add(ListedRecord listed)
    {
        Entries.Add(listed.Entry);
        Places.Add(listed.Place);
    }

    public void Add(ListVersion version) => Version = version;

    public void Add(Activity activity) => Assert.Fail("a sanctions list has no activities");

    public void Add(PublishingOrganisation organisation) => Assert.Fail("a sanctions list has no organisations of IATI");

    public void StateDay(DateOnly day) => Assert.Fail("a sanctions list has no day of its own here");

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public int LeftOut { get; private set; }

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason) => Ignored.Add(field);

    public void Add(FlowRecord flow) => Assert.Fail("a sanctions list has no flows");

    public void Add(PlanRecord plan) => Assert.Fail("a sanctions list has no plans");

    public void Add(PublishedFigure figure) => Assert.Fail("a sanctions list has no figures");

    public void Add(Tributary.Money.ExchangeRate rate) => Assert.Fail("a sanctions list has no exchange rates");

    public void Add(LocationRecord location) => Assert.Fail("a sanctions list has no list of places");

    public void Add(EvidenceField field) => Assert.Fail("a sanctions list is no report");
}
