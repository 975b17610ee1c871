using System.Text;
using CsCheck;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

/// <summary>Bytes that are cut, changed or made to hurt: one fatal issue or a normal reading, never an exception.</summary>
public sealed class HostileAnswerTests
{
    private static readonly IDocumentFormat[] Formats =
        [new FtsFlowsJson(), new FtsPlanOverviewJson(), new FtsGroupByJson(), new FtsLocationsJson(), new FtsCountryTrendsJson()];

    private static readonly byte[] Marks = [.. "{}[]\",:\\u0-.eE"u8];

    private static readonly string[] Documents =
    [
        FlowPage.Of(FlowPage.Parent, FlowPage.Flow), SmallAnswers.PlanOverview, SmallAnswers.GroupBy, SmallAnswers.Locations, SmallAnswers.Trends,
    ];

    [Fact]
    public void Read_PageCutAtEveryByte_GivesOneFatalIssue()
    {
        for (var format = 0; format < Formats.Length; format++)
        {
            var whole = Encoding.UTF8.GetBytes(Documents[format].TrimEnd());
            for (var length = 0; length < whole.Length; length++)
            {
                var kept = KeptRecords.Of(Formats[format], whole[..length]);
                Assert.Equal("document-truncated", kept.Fatal?.Code);
                Assert.DoesNotContain(kept.Issues, issue => issue.Severity != Severity.Warning);
            }
        }
    }

    [Fact]
    public void Read_RandomlyChangedBytes_NeverThrows()
    {
        var random = new Random(20200831);
        for (var round = 0; round < 10_000; round++)
        {
            var index = round % Formats.Length;
            var bytes = Encoding.UTF8.GetBytes(Documents[index]);
            for (var change = random.Next(1, 5); change > 0; change--) bytes[random.Next(bytes.Length)] = Change(random, bytes);
            var kept = KeptRecords.Of(Formats[index], bytes);
            Assert.True(kept.Fatal is null or { Severity: Severity.Fatal });
            foreach (var format in Formats) format.Recognises(bytes);
        }
    }

    [Fact]
    public void Read_ShortReads_GiveTheSameRecords()
    {
        var whole = Encoding.UTF8.GetBytes(FlowPage.Of([.. Enumerable.Repeat(FlowPage.Flow, 90).Append(FlowPage.Parent)]));
        var expected = KeptRecords.Of(Formats[0], whole).Describe();
        Assert.True(whole.Length > 100_000);
        Gen.Int[1, 5000].Array[1, 20].Sample(lengths =>
        {
            using var stream = new ShortReads(whole, lengths);
            return KeptRecords.Of(Formats[0], stream).Describe() == expected;
        }, iter: 50);
    }

    [Fact]
    public void Recognises_HeadCutAnywhere_NeverNamesAnotherFormat()
    {
        for (var format = 0; format < Formats.Length; format++)
        {
            var whole = Encoding.UTF8.GetBytes(Documents[format]);
            for (var length = 0; length <= whole.Length; length++)
            {
                var recognised = Formats.Where(candidate => candidate.Recognises(whole.AsSpan(0, length))).ToList();
                if (length == whole.Length) Assert.Single(recognised);
                Assert.All(recognised, candidate => Assert.Same(Formats[format], candidate));
            }
        }
    }

    private static byte Change(Random random, byte[] bytes) => random.Next(3) switch
    {
        0 => (byte)random.Next(256),
        1 => bytes[random.Next(bytes.Length)],
        _ => Marks[random.Next(Marks.Length)],
    };
}
