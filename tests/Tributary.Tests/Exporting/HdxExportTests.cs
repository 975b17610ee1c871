using System.Text;
using Tributary.Exporting;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Exporting;

/// <summary>The files that HDX publishes, from the answers that it makes them from.</summary>
public sealed class HdxExportTests(Afghanistan2020 afghanistan)
{
    public static TheoryData<string> Files() =>
    [
        "fts_incoming_funding_afg.csv", "fts_internal_funding_afg.csv", "fts_requirements_funding_afg.csv",
        "fts_requirements_funding_covid_afg.csv", "fts_requirements_funding_cluster_afg.csv", "fts_requirements_funding_globalcluster_afg.csv",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Export_OfFtsAnswers_IsWhatHdxPublishedByteForByte(string name)
    {
        var expected = File.ReadAllText(Afghanistan2020.Expected(name));
        Assert.Equal(expected, afghanistan.Export(new HdxQuestion { Country = "AFG" })[name]);
    }

    [Fact]
    public void Export_OfFtsAnswers_HasNoOtherFile() =>
        Assert.Equal(Files().Select(file => file.Data).Order(StringComparer.Ordinal), afghanistan.Export(new HdxQuestion { Country = "AFG", Year = 2020 }).Keys);

    /// <summary>The text of each file.</summary>
    internal static SortedDictionary<string, string> Texts(HdxFiles files)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            using var text = new StringWriter();
            file.Write(text, TestContext.Current.CancellationToken);
            texts.Add(file.Name, text.ToString());
        }
        return texts;
    }
}
