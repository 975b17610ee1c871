using System.Text;
using CsCheck;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>What spreadsheets run is marked, nothing else is, and the mark comes off again.</summary>
public sealed class FormulaMarkTests
{
    private const string Letters = "=-' a\t＝";

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("  =1")]
    [InlineData("\t")]
    [InlineData("\r\nx")]
    [InlineData("\nx")]
    [InlineData("\0")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u200B=1")]
    [InlineData("\u00A0=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A")]
    [InlineData("'=1")]
    public void IsNeeded_TextThatMayRun_IsTrue(string text)
    {
        Assert.True(FormulaMark.IsNeeded(text));
        Assert.True(FormulaMark.IsNeeded(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Wells")]
    [InlineData("1-2")]
    [InlineData("(=1)")]
    [InlineData("'quoted'")]
    [InlineData("  wells")]
    [InlineData("é=1")]
    public void IsNeeded_OtherText_IsFalse(string text) => Assert.False(FormulaMark.IsNeeded(text) || FormulaMark.IsNeeded(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("- Global Mine Action Programme 2 -", false)]
    [InlineData("-  Wells", false)]
    [InlineData("-,Action A: wells (deep),Action C", false)]
    [InlineData("-2+3", true)]
    [InlineData("-A1+B2", true)]
    [InlineData("- 2", true)]
    [InlineData("- cmd|' /C calc'!A0", true)]
    [InlineData("- SUM(A1)", true)]
    [InlineData("-,1", true)]
    [InlineData(" - Wells", true)]
    [InlineData("\t- Wells", true)]
    [InlineData("-\tWells", true)]
    [InlineData("--Wells", true)]
    [InlineData("-", true)]
    [InlineData("=1", true)]
    public void IsNeededInACopy_LeavesTwoBeginningsAlone(string text, bool needed) => Assert.Equal(needed, FormulaMark.IsNeededInACopy(text));

    [Fact]
    public void Mark_OfAnyText_ComesOffAgain() => Gen.Int[0, Letters.Length - 1].Select(index => Letters[index]).Array[0, 6].Select(letters => new string(letters)).Sample(text =>
    {
        var cell = FormulaMark.IsNeeded(text) ? "'" + text : text;
        var bytes = Encoding.UTF8.GetBytes(cell);
        Assert.False(FormulaMark.MayRun(cell));
        Assert.Equal(text, FormulaMark.IsMarked(bytes) ? cell[1..] : cell);
    });
}
