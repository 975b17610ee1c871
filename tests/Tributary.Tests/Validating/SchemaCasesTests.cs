using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>The documents with which the standard's own schemas are tested: those that should pass do, the others do not.</summary>
public sealed class SchemaCasesTests
{
    [Theory]
    [InlineData("should-pass", true)]
    [InlineData("should-fail", false)]
    public void Validate_DocumentsOfTheSchemaTests_PassAsTheyShould(string kind, bool isValid)
    {
        var folder = SharedData.Find("iati/conformance/schema-tests");
        Assert.SkipWhen(folder is null, "shared/data/iati/conformance lies not beside the project");
        // Records of the registry are of a schema of their own.
        var files = Directory.GetFiles(folder!, "*.xml", SearchOption.AllDirectories).Where(file => file.Contains($"/{kind}/", StringComparison.Ordinal) && !file.Contains("registry-tests", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 50);
        Assert.DoesNotContain(files, file => Validate(file).IsValid != isValid);
    }

    private static ValidationReport Validate(string path)
    {
        using var file = File.OpenRead(path);
        return IatiValidator.Validate(file, null, TestContext.Current.CancellationToken);
    }
}
