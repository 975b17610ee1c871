using System.Text;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;

namespace Tributary.Tests.Sources.Iati;

/// <summary>An IATI file as its reader hands it out: bytes in, activities and organisations out.</summary>
internal sealed class KeptActivities : IRecordSink
{
    public List<Activity> Activities { get; } = [];

    public List<PublishingOrganisation> Organisations { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public List<string> Ignored { get; } = [];

    public DateOnly? Day { get; private set; }

    public ReadIssue? Fatal { get; private set; }

    public Activity Only => Assert.Single(Activities);

    /// <summary>Reads a document as the format that recognises it.</summary>
    public static KeptActivities Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Of(string)"/>
    public static KeptActivities Of(byte[] bytes)
    {
        var kept = TryOf(bytes);
        Assert.NotNull(kept);
        return kept;
    }

    /// <summary>Reads a document; null when nobody recognises it as IATI's.</summary>
    public static KeptActivities? TryOf(byte[] bytes)
    {
        var format = Formats.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, IDocumentFormat.HeadBytes)));
        if (format?.Name.StartsWith("iati-", StringComparison.Ordinal) != true) return null;
        var kept = new KeptActivities();
        using var stream = new MemoryStream(bytes);
        kept.Fatal = format.Read(stream, kept, TestContext.Current.CancellationToken);
        return kept;
    }

    /// <summary>The codes of the issues, each with how often it came.</summary>
    public string Codes => string.Join(' ', Issues.GroupBy(issue => issue.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.Key : $"{group.Key}*{group.Count()}"));

    public void Add(Activity activity) => Activities.Add(activity);

    public void Add(PublishingOrganisation organisation) => Organisations.Add(organisation);

    public void StateDay(DateOnly day) => Day = day;

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public void LeaveOut() => Assert.Fail("no activity is left out");

    public void Ignore(string field, string reason) => Ignored.Add(field);

    public void Add(FlowRecord flow) => Assert.Fail("IATI has no flows");

    public void Add(PlanRecord plan) => Assert.Fail("IATI has no plans");

    public void Add(PublishedFigure figure) => Assert.Fail("IATI has no figures");

    public void Add(LocationRecord location) => Assert.Fail("IATI has no list of places");

    public void Add(EvidenceField field) => Assert.Fail("IATI is no report");

    public void Add(ListedRecord listed) => Assert.Fail("IATI is no sanctions list");

    public void Add(ListVersion version) => Assert.Fail("IATI is no sanctions list");

    public void Add(Tributary.Money.ExchangeRate rate) => Assert.Fail("IATI has no exchange rates");
}
