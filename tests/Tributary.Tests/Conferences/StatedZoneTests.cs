using Tributary.Conferences;

namespace Tributary.Tests.Conferences;

public sealed class StatedZoneTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("UTC+3")]
    [InlineData("UTC-03:30")]
    [InlineData("UTC+14")]
    [InlineData("Europe/Moscow")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+3")]
    public void IsZone_OfAZone_IsTrue(string text) => Assert.True(StatedZone.IsZone(text));

    [Theory]
    [InlineData("")]
    [InlineData("UTC3")]
    [InlineData("UTC+")]
    [InlineData("UTC+15")]
    [InlineData("UTC+3:")]
    [InlineData("UTC+3:60")]
    [InlineData("UTC+003")]
    [InlineData("UTC+3:3")]
    [InlineData("MSK")]
    [InlineData("Moscow")]
    [InlineData("europe/moscow")]
    [InlineData("Europe/")]
    [InlineData("Europe/../../etc/passwd")]
    public void IsZone_OfSomethingElse_IsFalse(string text) => Assert.False(StatedZone.IsZone(text));

    [Theory]
    [InlineData("moscow-2021-10-20", true)]
    [InlineData("abc", true)]
    [InlineData("ab", false)]
    [InlineData("2021-moscow", false)]
    [InlineData("Moscow-2021", false)]
    [InlineData("moscow 2021", false)]
    [InlineData("moscow-", false)]
    [InlineData("москва-2021", false)]
    public void IsId_OfAText_TellsWhatCanBeTyped(string text, bool expected) => Assert.Equal(expected, Conference.IsId(text));
}
