namespace Tributary.Surface.Tests;

/// <summary>IATI files validated on the command line.</summary>
public sealed class ValidateCommandTests(SampleLedger samples)
{
    private const string Broken = "<iati-activities version=\"2.03\"><iati-activity>";
    private const string Poor = "<iati-activities version=\"2.03\"><iati-activity/></iati-activities>";

    private const string Clean = """
        <iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD"><iati-identifier>XM-DAC-41127-A1</iati-identifier><reporting-org ref="XM-DAC-41127" type="40"><narrative>An office</narrative></reporting-org>
        <title><narrative>Water</narrative></title><description><narrative>Wells.</narrative></description><participating-org role="4" type="40"><narrative>An office</narrative></participating-org><activity-status code="2"/>
        <activity-date type="2" iso-date="2020-01-01"/><recipient-country code="AF" percentage="100"/><sector vocabulary="1" code="14030" percentage="100"/></iati-activity></iati-activities>
        """;

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

    [Fact]
    public void Validate_AFolder_TakesItsFilesPackedOrNot()
    {
        var folder = Directory.CreateTempSubdirectory("tributary-validate-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        var empty = Cli.Run(samples.Path, "validate", folder);
        Assert.Equal((2, ""), (empty.Code, empty.Out));
        Assert.Contains("a folder without IATI files", empty.Error, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "b.XML"), Poor);
        File.WriteAllText(Path.Combine(folder, "a.txt"), Poor);
        using (var packed = new System.IO.Compression.GZipStream(File.Create(Path.Combine(folder, "sub", "a.xml.gz")), System.IO.Compression.CompressionLevel.Fastest)) packed.Write(System.Text.Encoding.UTF8.GetBytes(Poor));
        var result = Cli.Run(samples.Path, "validate", folder, "--format", "csv");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Equal([$"{folder}/b.XML", $"{folder}/sub/a.xml.gz"], result.Out.Split('\n')[1..^1].Select(line => line.Split(',')[^1]).Distinct());
        var table = Cli.Run(samples.Path, "validate", folder).Out;
        Assert.Contains("a.xml.gz", table, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(folder), table, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("named more than once", "-", "-")]
    [InlineData("without --format iati", "any.xml", "--grouped")]
    [InlineData("no-such-list", "any.xml", "--publishers", "no-such-list")]
    [InlineData("no-such-rules", "any.xml", "--rules", "no-such-rules")]
    public void Validate_WhatCannotBeMeant_ExitsWith2(string named, params string[] arguments)
    {
        var result = Cli.Run(samples.Path, ["validate", .. arguments]);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_AFileWithNothingWrong_ShowsNoEmptyTables()
    {
        var path = Write(Clean);
        var sample = Cli.Run(samples.Path, "validate", path);
        Assert.Equal((0, ""), (sample.Code, sample.Error));
        Assert.StartsWith("Files\n", sample.Out, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void TextOutput_OfLettersThatBlocksCut_IsWhole()
    {
        using var text = new StringWriter();
        var whole = string.Concat(Enumerable.Repeat("aé水🌊", 20_000));
        using (var stream = new Tributary.Cli.Output.TextOutputStream(text))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(whole);
            for (var at = 0; at < bytes.Length; at += 40_001) stream.Write(bytes.AsSpan(at, Math.Min(40_001, bytes.Length - at)));
        }
        Assert.Equal(whole, text.ToString());
    }

    private static string Write(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"tributary-validate-{Path.GetRandomFileName()}.xml");
        File.WriteAllText(path, text);
        return path;
    }
}
