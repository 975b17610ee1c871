using CsCheck;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Tests.Names;

/// <summary>Names across spellings and scripts.</summary>
public sealed class NameMatcherTests
{
    /// <summary>Spellings of one name.</summary>
    public static TheoryData<string, string> SamePeople() => new()
    {
        { "محمد", "Mohammad" }, { "محمد", "Muhammed" }, { "محمد", "Mohamad" }, { "رحمت الله", "Rahmatullah" }, { "خالد", "Khaled" }, { "عبدالرحمان آغا", "Abdul Rahman Agha" },
        { "نورالدین احمد", "Nooruddin Ahmad" }, { "فرناندو بيريز", "Fernando Pérez" }, { "Барак Обама", "Barack Obama" }, { "ბარაკ ობამა", "Barack Obama" }, { "Բարակ Օբամա", "Barack Obama" },
        { "バラク・オバマ", "Barack Obama" }, { "Κυριάκος", "Kyriakos" }, { "דוד כהן", "David Kohen" }, { "김정은", "Kim Jong Un" }, { "Usama bin Ladin", "Osama ibn Laden" }, { "SergeiLavrov", "Sergei Lavrov" },
        { "Lavrov, Sergei", "Sergei Viktorovich Lavrov" }, { "Hans J Friedrich", "Hans Joachim Friedrich" }, { "Dr. Recep Tayyip Erdoğan", "Recep Tayyip Erdogan" }, { "I9or Sech1n", "Igor Sechin" },
    };

    /// <summary>People who are not one.</summary>
    public static TheoryData<string, string> OtherPeople() => new()
    {
        { "خالد", "Khalil" }, { "أحمد", "Hamid" }, { "Boris Abramovich", "Roman Abramovich" }, { "Watban Ibrahim al-Tikriti", "Watban Ibrahim al-Dulaimi" }, { "Hans O Friedrich", "Hans Joachim Friedrich" },
        { "Salman bin Muhammad", "Muhammad bin Salman" }, { "Hasan", "Husayn" }, { "Mohammad", "Ahmad" }, { "A. Smith", "Abdullah" },
    };

    [Theory]
    [MemberData(nameof(SamePeople))]
    public void Score_OfOneNameInOtherLetters_IsHigh(string one, string other) => Assert.InRange(Score(one, other, NameType.Person), NameMatcher.DefaultThreshold, 1);

    [Theory]
    [MemberData(nameof(OtherPeople))]
    public void Score_OfOtherPeople_IsLow(string one, string other) => Assert.InRange(Score(one, other, NameType.Person), 0, NameMatcher.DefaultThreshold - 0.001);

    [Theory]
    [InlineData("Cehema, Azam", "Azam Cheema")]
    [InlineData("Adollah Solat", "Abdollah Solat")]
    [InlineData("Haciz Makhlouf", "Hafiz Makhlouf")]
    [InlineData("Kony Awi", "Kony, Ali")]
    [InlineData("Salca Abdullah", "Salwa Abdullah")]
    public void Score_OfASlip_IsEnoughForAScreening(string one, string other) => Assert.InRange(Score(one, other, NameType.Person), ScreeningWeights.DefaultThreshold, 1);

    [Theory]
    [InlineData("Cehema, Aazm", "Azam Cheema")]
    [InlineData("Kony Awi", "Kony, Alo")]
    [InlineData("Hafiz Abdul", "Haciz Abdul")]
    public void Score_OfTwoSlips_IsNotEnough(string one, string other) => Assert.InRange(Score(one, other, NameType.Person), 0, ScreeningWeights.DefaultThreshold - 0.001);

    [Theory]
    [InlineData("OAO Gazprom", "Gazprom JSC", true)]
    [InlineData("ООО \"Байкал\"", "Baikal LLC", true)]
    [InlineData("Ya Mahdi Group", "Yamahdi", true)]
    [InlineData("PLA", "People's Liberation Army", true)]
    [InlineData("First Int'l Bank", "1st International Bank", true)]
    [InlineData("Apollo Fund VIII", "Apollo Fund 8", true)]
    [InlineData("Apollo Fund VIII", "Apollo Fund IX", false)]
    [InlineData("Apollo Fund VIII", "Apollo Fund VII", false)]
    [InlineData("ABC Palace Shipping", "ABD Palace Shipping", false)]
    [InlineData("Bank of China (Hong Kong) Limited", "Bank of China (Singapore) Limited", false)]
    [InlineData("C.B.A. Company", "A.B.C. Company", false)]
    [InlineData("General Trading Company", "National Trading Company", false)]
    public void Score_OfOrganisations_TellsThemApart(string one, string other, bool isOne) => Assert.Equal(isOne, Score(one, other, NameType.Organisation) >= NameMatcher.DefaultThreshold);

    [Fact]
    public void Explain_SaysWhichWordMetWhich()
    {
        var comparison = NameMatcher.Explain(Person("Sergey Ivanovich Lavrov"), Person("Lavrow, Sergei Viktorovich"));
        Assert.Equal("sergey = sergei; ivanovich contradicts viktorovich; lavrov ~ alike 0.94 ~ lavrow", comparison.Explanation);
        Assert.InRange(comparison.Score, 0.3, 0.6);
    }

    [Fact]
    public void Explain_OfASlip_ShowsIt()
    {
        var comparison = NameMatcher.Explain(Person("Adollah Solat Sana"), Person("SOLAT SANA, Abdollah"));
        Assert.Equal("adollah ~ slip 0.86 ~ abdollah; solat = solat; sana = sana", comparison.Explanation);
        Assert.Equal(0.86, comparison.Score);
    }

    [Fact]
    public void Score_OfANameAndItself_Is1() => Gen.String.Sample(text =>
    {
        var name = PreparedName.Of(text);
        Assert.Contains(NameMatcher.Score(name, name), (double[])[0, 1]);
    });

    [Fact]
    public void Score_OfWords_IsTheSameBothWays() => Names.Select(Names).Sample(
        (one, other) => Assert.Equal(NameMatcher.Score(Person(one), Person(other)), NameMatcher.Score(Person(other), Person(one)), 3));

    [Fact]
    public void Score_Allocates_Nothing()
    {
        var (one, other) = (Person("عبدالرحمان آغا"), Person("Abdul Rahman Agha"));
        NameMatcher.Score(one, other);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++) NameMatcher.Score(one, other);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Prepared_OfAHugeText_IsBounded()
    {
        var name = PreparedName.Of(string.Join(' ', Enumerable.Repeat("Muhammad", 100_000)));
        Assert.InRange(NameMatcher.Score(name, Person("Muhammad")), 0, 1);
    }

    private static readonly string[] Words = ["Muhammad", "Mohamed", "Ahmad", "bin", "al", "Khan", "Khalid", "Abdul", "Rahman", "Karimov", "Lee"];
    private static readonly Gen<string> Names = Gen.Int[0, 10].Array[1, 5].Select(words => string.Join(' ', words.Select(word => Words[word])));

    private static PreparedName Person(string name) => PreparedName.Of(name, NameType.Person);

    private static double Score(string one, string other, NameType type) => NameMatcher.Score(PreparedName.Of(one, type), PreparedName.Of(other, type));
}
