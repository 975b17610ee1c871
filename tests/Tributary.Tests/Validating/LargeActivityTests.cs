using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tributary.Tests.Validating;

/// <summary>One activity that is as large as nobody's: time grows with its size, and no faster.</summary>
public sealed class LargeActivityTests
{
    private const int SecondsMax = 15;

    [Fact]
    public void Validate_ATextInManyParts_TakesTimeByItsLength()
    {
        Held("4.3.1*0", Activity.File(("Water for a town", Many(200_000, _ => "<![CDATA[Water <for> a town]]>"))));
        Held("4.3.1*0", Activity.File(("Water for a town", Many(200_000, _ => "Water<!-- for a town -->"))));
    }

    [Fact]
    public void Validate_ATextOfAnyNumberOfParts_IsNoLongerThanAnother() =>
        Held("0.1.1", Activity.File(("Water for a town", Many(2_000, _ => $"<![CDATA[{new string('x', 10_000)}]]>"))));

    [Fact]
    public void Validate_ManyVocabularies_TakesTimeByTheirNumber()
    {
        Held("2.1.1*0 2.1.4*40000", Activity.File(("<sector vocabulary=\"1\" code=\"14030\" percentage=\"100\"/>", Many(40_000, n => $"<sector vocabulary=\"V{n}\" code=\"1\" percentage=\"50\"/>"))));
        Held("2.1.1*10000", Activity.File(("<sector vocabulary=\"1\" code=\"14030\" percentage=\"100\"/>", Many(40_000, n => $"<sector vocabulary=\"V{n / 4}\" code=\"1\"/>"))));
    }

    [Fact]
    public void Validate_ManyRegionsBesideManyCountries_TakesTimeByTheirNumber() =>
        Held("3.4.2*40000", Activity.File(("<recipient-country code=\"AF\" percentage=\"100\"/>",
            Many(40_000, _ => "<recipient-country code=\"AF\" percentage=\"1\"/>") + Many(40_000, n => $"<recipient-region vocabulary=\"V{n}\" code=\"1\" percentage=\"1\"/>"))));

    [Fact]
    public void Validate_ManyIndicatorsOfAResult_TakesTimeByTheirNumber()
    {
        var indicators = Many(100_000, _ => "<indicator measure=\"1\"><title><narrative>a</narrative></title><reference code=\"1\" vocabulary=\"1\"/></indicator>");
        Held("8.11.1*0", Activity.File(("  </iati-activity>", $"<result type=\"1\"><title><narrative>a</narrative></title>{indicators}</result></iati-activity>")));
        Held("8.11.1*100000", Activity.File(("  </iati-activity>", $"<result type=\"1\"><title><narrative>a</narrative></title>{indicators}<reference code=\"1\" vocabulary=\"1\"/></result></iati-activity>")));
    }

    [Fact]
    public void Validate_ManyIdentifiersAndManyThatTheyMayBeginWith_TakesTimeByTheirNumber()
    {
        var others = Many(100_000, n => $"<other-identifier ref=\"OFFICE-{n}\" type=\"B1\"/>");
        Held("1.1.21*1", Activity.File(("<iati-identifier>XM-DAC-41127-A1</iati-identifier>", Many(100_000, n => $"<iati-identifier>OFFICES-{n}-1</iati-identifier>")), ("  </iati-activity>", others + "</iati-activity>")));
        Held("1.1.21*0", Activity.File(("<iati-identifier>XM-DAC-41127-A1</iati-identifier>", Many(100_000, n => $"<iati-identifier>OFFICE-{n}-1</iati-identifier>")), ("  </iati-activity>", others + "</iati-activity>")));
    }

    [Fact]
    public void Validate_ManyDaysOfWhichEverySecondIsAhead_TakesTimeByTheirNumber() =>
        Held("11.2.1*1", Activity.File(("  </iati-activity>", Many(400_000, n => $"<transaction><transaction-type code=\"2\"/><transaction-date iso-date=\"{(n % 2 == 0 ? "2020" : "2999")}-02-01\"/><value value-date=\"2020-02-01\">5</value></transaction>") + "</iati-activity>")));

    // The findings that are named, and the time that they take.
    private static void Held(string wanted, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var watch = Stopwatch.StartNew();
        var report = Activity.Validate(bytes, new() { FindingsMax = 10 });
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, SecondsMax);
        foreach (var want in wanted.Split(' ').Select(word => word.Split('*'))) Assert.Equal((want[0], want.Length > 1 ? long.Parse(want[1], CultureInfo.InvariantCulture) : 1), (want[0], report.Totals.Where(total => total.Id == want[0]).Sum(total => total.Count)));
    }

    private static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));
}
