using System.Text;
using System.Text.Json;
using Tributary.Tests.Errors;
using Tributary.Tests.Validating;

namespace Tributary.Tests.Sources.Iati;

/// <summary>Whatever is done to a file, reading it ends, with records or with a word why not: a small share of what <c>benchmarks import-iati --fuzz</c> does.</summary>
public sealed class ActivityFuzzTests
{
    private const int Rounds = 600;
    private const long AllocatedMax = 64 << 20;

    [Fact]
    public void Read_OfChangedFiles_EndsWithoutAnException()
    {
        var random = new Random(20211020);
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes(ActivityXml.File(ActivityXml.Everything)), Encoding.UTF8.GetBytes(ActivityXml.OrganisationsFile(ActivityXml.Organisation)),
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(ActivityXml.File(ActivityXml.Everything).Replace("UTF-8", "UTF-16", StringComparison.Ordinal))], .. Real(),
        ];
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (KeptActivities.TryOf(FileMutation.Of(seeds[round % seeds.Length], random)) is not { } kept) continue;
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllocatedMax);
            foreach (var issue in kept.Fatal is null ? kept.Issues : kept.Issues.Append(kept.Fatal)) ReproducerTests.AssertClear(issue);
            foreach (var details in kept.Activities.Select(activity => activity.Details).OfType<string>()) JsonDocument.Parse(details, new JsonDocumentOptions { MaxDepth = 256 }).Dispose();
        }
    }

    // A few activities from each real file, where they are to hand.
    private static IEnumerable<byte[]> Real()
    {
        if (SharedData.Find("iati/real") is not { } folder) yield break;
        foreach (var path in Directory.GetFiles(folder, "*.xml"))
        {
            using var file = File.OpenRead(path);
            using var items = System.Xml.XmlReader.Create(file);
            items.ReadToFollowing("iati-activity");
            yield return Encoding.UTF8.GetBytes($"<iati-activities version=\"2.03\">{items.ReadOuterXml()}</iati-activities>");
        }
    }
}
