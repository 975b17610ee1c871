using Tributary.Names;
using Tributary.Reading;

namespace Tributary.Tests.Names;

/// <summary>Pairs of names that people labelled.</summary>
public sealed class LabelledNamesTests
{
    [Fact]
    public void Labelled_Pairs_AreToldApart()
    {
        var (hits, wrong, missed) = (0, 0, 0);
        foreach (var row in Rows("sanctions/names/name_cases_dev.csv"))
        {
            var (isOne, isTaken) = (row["is_match"] == "true", Score(row["name1"], row["name2"], TypeOf(row["schema"])) >= NameMatcher.DefaultThreshold);
            Assert.True(row["quality"] != "STRONG" || isOne == isTaken, $"{row["name1"]} | {row["name2"]}");
            if (isOne && isTaken) hits++;
            else if (isTaken) wrong++;
            else if (isOne) missed++;
        }
        Assert.InRange(2.0 * hits / ((2 * hits) + wrong + missed), 0.92, 1);
    }

    [Theory]
    [InlineData("ARABIC", 0.92)]
    [InlineData("CYRILLIC", 0.95)]
    public void Originals_FindTheirLatinNames_AndFewOthers(string script, double least)
    {
        var scores = Rows("sanctions/names/un_cross_script.csv").Where(row => row["script"] == script && row["type"] == "person")
            .Select(row => (IsOne: row["is_match"] == "true", Score: Score(row["name1"], row["name2"], NameType.Person))).ToList();
        var others = scores.Where(pair => !pair.IsOne).Select(pair => pair.Score).OrderDescending().ToList();
        // One in a hundred of the others may be taken.
        var cut = others[others.Count / 100];
        var ones = scores.Where(pair => pair.IsOne).ToList();
        Assert.InRange(ones.Count(pair => pair.Score > cut) / (double)ones.Count, least, 1);
    }

    private static double Score(string one, string other, NameType type) => NameMatcher.Score(PreparedName.Of(one, type), PreparedName.Of(other, type));

    private static NameType TypeOf(string schema) => schema switch { "Person" => NameType.Person, "Vessel" => NameType.Vessel, "LegalEntity" => NameType.Any, _ => NameType.Organisation };

    private static List<Dictionary<string, string>> Rows(string path)
    {
        var file = SharedData.Find(path);
        Assert.SkipWhen(file is null, "the labelled pairs are not to hand");
        using var stream = File.OpenRead(file);
        var pairs = NamePairs.Open(file, stream, NameType.Any);
        return [.. pairs.Compare().Select(row => pairs.Columns.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }
}
