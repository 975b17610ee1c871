namespace Tributary.Surface.Tests;

/// <summary>IATI files validated on the command line.</summary>
public sealed class ValidateCommandTests(SampleLedger samples)
{
    private const string Broken = "<iati-activities version=\"2.03\"><iati-activity>";
    private const string Poor = "<iati-activities version=\"2.03\"><iati-activity/></iati-activities>";

    [Theory]
    [InlineData(Broken, "table", "0.1.1")]
    [InlineData(Broken, "json", "\"id\": \"0.1.1\"")]
    [InlineData(Broken, "csv", "critical,0.1.1")]
    [InlineData(Broken, "iati", "\"valid\":false,\"status\":400")]
    [InlineData(Poor, "sarif", "\"ruleId\": \"0.3.1\"")]
    [InlineData(Poor, "html", "0.3.1</a>")]
    [InlineData(Poor, "iati", "\"status\":422")]
    public void Validate_AFileWithFindings_TellsThemAndExitsWith1(string text, string format, string found)
    {
        var path = Write(text);
        var result = Cli.Run(samples.Path, "validate", path, "--format", format);
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains(found, result.Out, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Validate_AFileThatIsNotThere_ExitsWith2()
    {
        var result = Cli.Run(samples.Path, "validate", "no-such-file.xml");
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("no-such-file.xml", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_FailOnNever_ExitsWith0()
    {
        var path = Write(Poor);
        Assert.Equal(0, Cli.Run(samples.Path, "validate", path, "--fail-on", "never").Code);
        File.Delete(path);
    }

    [Fact]
    public void Validate_RulesThatAreNone_ExitsWith2()
    {
        var path = Write(Poor);
        var result = Cli.Run(samples.Path, "validate", path, "--rules", path);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("no JSON", result.Error, StringComparison.Ordinal);
        File.Delete(path);
    }

    private static string Write(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"tributary-validate-{Path.GetRandomFileName()}.xml");
        File.WriteAllText(path, text);
        return path;
    }
}
