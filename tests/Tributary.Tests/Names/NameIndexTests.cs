using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Tests.Names;

/// <summary>An index loses nothing that comparing with every name would find.</summary>
public sealed class NameIndexTests
{
    private static readonly string[] Given = ["Muhammad", "Ahmad", "Abdul Karim", "Khalid", "Sergei", "Viktor", "Jong Un", "رحمت الله", "Fatima", "عبد القادر", "Barack", "Ана"];
    private static readonly string[] Family = ["al-Rahmani", "Khan", "Lavrov", "Kim", "Obama", "حقانی", "Haqqani", "Petrovic", "Ould Salem", "Nooruddin", "Trading Company Ltd", "Shipping LLC", "Иванов"];

    [Theory]
    [InlineData(NameMatcher.DefaultThreshold)]
    [InlineData(ScreeningWeights.DefaultThreshold)]
    public void Find_OfMisspelledNames_GivesWhatComparingWithAllGives(double threshold)
    {
        var random = new Random(4);
        var names = Enumerable.Range(0, 3000).Select(_ => Prepare($"{Pick(random, Given)} {Pick(random, Given)} {Pick(random, Family)}".Split(' ', 5)[..random.Next(2, 4)])).ToList();
        var index = NameIndex.Of(names);
        var search = new NameSearch();
        for (var query = 0; query < 150; query++)
        {
            var looked = PreparedName.Of(Misspell(random, names[random.Next(names.Count)].Text), NameType.Person);
            var found = index.Find(looked, search, threshold).ToArray().Select(hit => hit.Name).Order();
            var all = Enumerable.Range(0, names.Count).Where(name => NameMatcher.Score(looked, names[name]) >= threshold);
            Assert.Equal(all, found);
        }
    }

    [Fact]
    public void Find_OfAnOriginal_FindsItsLatinName()
    {
        var index = NameIndex.Of([PreparedName.Of("Rahmatullah Haqqani", NameType.Person), PreparedName.Of("Najibullah Haqqani", NameType.Person)]);
        var hit = Assert.Single(index.Find(PreparedName.Of("رحمت الله حقانی", NameType.Person), new NameSearch()).ToArray());
        Assert.Equal(0, hit.Name);
    }

    [Fact]
    public void Find_OfAnAcronym_FindsTheWords()
    {
        var index = NameIndex.Of([PreparedName.Of("People's Liberation Army", NameType.Organisation), PreparedName.Of("People's Bank", NameType.Organisation)]);
        Assert.Equal(0, Assert.Single(index.Find(PreparedName.Of("PLA", NameType.Organisation), new NameSearch()).ToArray()).Name);
    }

    private static PreparedName Prepare(string[] words) => PreparedName.Of(string.Join(' ', words), NameType.Person);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Misspell(Random random, string name)
    {
        var at = random.Next(1, name.Length - 1);
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => string.Concat(name.AsSpan(0, at), ((char)('a' + random.Next(26))).ToString(), name.AsSpan(at + 1)),
            _ => string.Concat(name.AsSpan(0, at - 1), name.AsSpan(at, 1), name.AsSpan(at - 1, 1), name.AsSpan(at + 1)),
        };
    }
}
