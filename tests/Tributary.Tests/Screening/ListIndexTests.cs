using Tributary.Listings;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Tests.Screening;

/// <summary>Parties against invented entries.</summary>
public sealed class ListIndexTests
{
    private static readonly ListedEntry Man = new()
    {
        List = SanctionsList.Un, Id = "XXi.001", Type = ListedType.Person,
        Names = [new("KARIMULLAH NOORZAD", NameKind.Primary), new("کریم الله نورزاد", NameKind.Primary, IsOriginalScript: true), new("Commander", NameKind.Alias, AliasQuality.Weak)],
        Births = [new(new DateOnly(1970, 1, 1), new DateOnly(1970, 12, 31), false, "1970")], Nationalities = ["AFG"], Identifiers = [new("Passport", "OA 123-456")],
    };

    private static readonly ListedEntry Brother = Man with { Id = "XXi.002", Names = [new("NAJIBULLAH NOORZAD", NameKind.Primary)], Births = [], Identifiers = [] };
    private static readonly ListedEntry Company = new() { List = SanctionsList.Ofac, Id = "900001", Type = ListedType.Organisation, Names = [new("Noorzad Shipping LLC", NameKind.Primary)] };
    private static readonly ListIndex Lists = ListIndex.Of([Man, Brother, Company]);

    [Theory]
    [InlineData("Karim Ullah Noorzad")]
    [InlineData("کریم الله نورزاد")]
    [InlineData("Noorzad, Karimulla")]
    public void Screen_OfAListedMan_FindsHimAndNotHisBrother(string name) => Assert.Equal(["XXi.001"], Ids(new ScreenedParty { Name = name, Type = NameType.Person }));

    [Fact]
    public void Screen_ByBirthAndCountry_RaisesAndLowers()
    {
        var party = new ScreenedParty { Name = "Karimullah Nurzat", Type = NameType.Person };
        var alone = Score(party);
        Assert.True(Score(party with { Born = Year(1970) }) > alone);
        Assert.True(Score(party with { Born = Year(1971) }) < alone);
        Assert.True(Score(party with { Born = Year(1950) }) < Score(party with { Born = Year(1971) }));
        Assert.True(Score(party with { Countries = ["AFG"] }) > alone);
        Assert.True(Score(party with { Countries = ["FRA"] }) < alone);
    }

    [Fact]
    public void Screen_ByANumber_FindsItUnderAnyName() =>
        Assert.Equal(ScreeningWeights.SameIdentifier, Assert.Single(Lists.Screen(new ScreenedParty { Name = "Somebody Else", Identifiers = ["OA123456"] }, new NameSearch(), NameMatcher.DefaultThreshold)).Score);

    [Fact]
    public void Screen_OfAType_LooksAtNoOther() => Assert.Equal(["900001"], Ids(new ScreenedParty { Name = "Noorzad Shipping", Type = NameType.Organisation }));

    [Fact]
    public void Screen_OfAManyWordedName_IsNotCaughtByAWeakWord() => Assert.Empty(Ids(new ScreenedParty { Name = "Commander Smith", Type = NameType.Person }));

    [Theory]
    [InlineData("Abu Karim", "Karim Popescu", false)]
    [InlineData("Abu Karim", "Abu Karin", true)]
    [InlineData("Hafiz Makhlouf", "Haciz Makhlouf", true)]
    public void Screen_OfANameWithASingleWord_IsNotCaughtByItAlone(string listed, string name, bool isFound) =>
        Assert.Equal(isFound, ListIndex.Of([Man with { Names = [new(listed, NameKind.Primary)] }]).Screen(new ScreenedParty { Name = name, Type = NameType.Person }, new NameSearch(), ScreeningWeights.DefaultThreshold).Count > 0);

    private static (DateOnly, DateOnly) Year(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static double Score(ScreenedParty party) => Lists.Screen(party, new NameSearch(), NameMatcher.DefaultThreshold).Where(candidate => candidate.Entry.Id == "XXi.001").Select(candidate => candidate.Score).SingleOrDefault();

    private static List<string> Ids(ScreenedParty party) => Lists.Screen(party, new NameSearch(), NameMatcher.DefaultThreshold).ConvertAll(candidate => candidate.Entry.Id);
}
