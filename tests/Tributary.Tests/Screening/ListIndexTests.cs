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

    [Fact]
    public void Weights_ThatAreGiven_TakeThePlaceOfTheDefaults()
    {
        var party = new ScreenedParty { Name = "Karimullah Noorzad", Type = NameType.Person, Countries = ["FRA"] };
        var strict = ScreeningWeights.Default.TryWith("other-country=-0.3")!;
        Assert.Equal("other-country=-0.3", strict.Changed());
        Assert.Equal("", ScreeningWeights.Default.Changed());
        Assert.Single(Lists.Screen(party, new NameSearch(), ScreeningWeights.DefaultThreshold));
        Assert.Empty(Lists.Screen(party, new NameSearch(), ScreeningWeights.DefaultThreshold, strict));
    }

    // A weight that raises lets names in that would score too little by themselves: the search must not cut them off.
    [Fact]
    public void Weights_ThatRaise_AreNotCutOffByTheSearch()
    {
        var party = new ScreenedParty { Name = "Karimullah Nurzat", Type = NameType.Person, Born = Year(1970) };
        var alone = Score(party with { Born = null });
        var raised = Lists.Screen(party, new NameSearch(), Math.Min(alone + 0.2, 1), ScreeningWeights.Default with { SameBirth = 0.25 });
        Assert.Equal("XXi.001", Assert.Single(raised).Entry.Id);
    }

    [Theory]
    [InlineData("other-country")]
    [InlineData("other-country=much")]
    [InlineData("other-country=2")]
    [InlineData("other-country=NaN")]
    [InlineData("height=0.1")]
    [InlineData("=")]
    public void Weights_ThatAreNone_AreNotRead(string text) => Assert.Null(ScreeningWeights.Default.TryWith(text));

    [Fact]
    public void Weights_HaveAllTheirNames() => Assert.All(ScreeningWeights.Names, name => Assert.Equal($"{name}=0.5", ScreeningWeights.Default.TryWith($"{name}=0.5")!.Changed()));

    [Fact]
    public void Screen_ByFirstLettersAlone_IsNotEnough() =>
        Assert.Empty(ListIndex.Of([Company with { Names = [new("AO SRK", NameKind.Primary)] }]).Screen(new ScreenedParty { Name = "Spanish Red Cross", Type = NameType.Organisation }, new NameSearch(), ScreeningWeights.DefaultThreshold));

    private static (DateOnly, DateOnly) Year(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static double Score(ScreenedParty party) => Lists.Screen(party, new NameSearch(), NameMatcher.DefaultThreshold).Where(candidate => candidate.Entry.Id == "XXi.001").Select(candidate => candidate.Score).SingleOrDefault();

    private static List<string> Ids(ScreenedParty party) => Lists.Screen(party, new NameSearch(), NameMatcher.DefaultThreshold).ConvertAll(candidate => candidate.Entry.Id);
}
