using System.Globalization;
using System.Text;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Sources;

namespace Tributary.Tests.Sources.Rates;

/// <summary>A table of rates as a reader hands it out: bytes in, rates out.</summary>
internal sealed class ReadRates : IRecordSink
{
    public List<ExchangeRate> Rates { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public Dictionary<string, int> Ignored { get; } = new(StringComparer.Ordinal);

    public ReadIssue? Fatal { get; private set; }

    public string Format { get; private set; } = "";

    public int LeftOut { get; private set; }

    /// <summary>The rates in short: <c>2020-03-05 EUR 1.1187 USD</c>, an average with both of its days.</summary>
    public IEnumerable<string> Lines => Rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.First:yyyy-MM-dd}{(rate.Last == rate.First ? "" : $"/{rate.Last:yyyy-MM-dd}")} {rate.Base} {rate.Rate} {rate.Currency}{(rate.Basis == RateBasis.EndOfMonth ? " end" : "")}"));

    /// <summary>Reads a document as the format that recognises it.</summary>
    public static ReadRates Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Of(string)"/>
    public static ReadRates Of(byte[] bytes)
    {
        var format = Formats.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, IDocumentFormat.HeadBytes)));
        Assert.NotNull(format);
        var read = new ReadRates { Format = format.Name };
        using var stream = new MemoryStream(bytes);
        read.Fatal = format.Read(stream, read, TestContext.Current.CancellationToken);
        return read;
    }

    public void Add(ExchangeRate rate) => Rates.Add(rate);

    public void Add(Activity activity) => Assert.Fail("a table of rates has no activities");

    public void Add(PublishingOrganisation organisation) => Assert.Fail("a table of rates has no organisations of IATI");

    public void StateDay(DateOnly day) => Assert.Fail("a table of rates has no day of its own here");

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason) => Ignored[field] = Ignored.GetValueOrDefault(field) + 1;

    public void Add(FlowRecord flow) => Assert.Fail("a table of rates has no flows");

    public void Add(PlanRecord plan) => Assert.Fail("a table of rates has no plans");

    public void Add(PublishedFigure figure) => Assert.Fail("a table of rates has no figures");

    public void Add(LocationRecord location) => Assert.Fail("a table of rates has no list of places");

    public void Add(EvidenceField field) => Assert.Fail("a table of rates is no report");

    public void Add(ListedRecord listed) => Assert.Fail("a table of rates is no sanctions list");

    public void Add(ListVersion version) => Assert.Fail("a table of rates is no sanctions list");
}
