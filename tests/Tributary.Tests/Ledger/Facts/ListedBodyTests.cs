using System.Text.Json;
using Tributary.Ledgers;
using Tributary.Tests.Sources.Sanctions;

namespace Tributary.Tests.Ledgers;

/// <summary>What is kept of an entry is read as it was written, whatever is in it.</summary>
public sealed class ListedBodyTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        string[] lists = [ListSamples.Un("2025-11-18", [ListSamples.UnPerson], [ListSamples.UnEntity("ZZe.001", "\"BLUE\" &amp; HERON \\ 🐦")]), ListSamples.OfacXml, ListSamples.OfacJson, ListSamples.SdnCsv, ListSamples.EuXml];
        foreach (var entry in lists.SelectMany(list => ReadList.Of(list).Entries))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(entry, ListedJson.Readable.ListedEntry);
            Assert.Equal(body, JsonSerializer.SerializeToUtf8Bytes(ListedBody.Read(body), ListedJson.Readable.ListedEntry));
        }
    }
}
