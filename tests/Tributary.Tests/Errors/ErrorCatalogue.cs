using System.Reflection;
using System.Text.RegularExpressions;
using Tributary.Import;
using Tributary.Reading;
using Tributary.Screening;
using Tributary.Sources.Fts;
using Tributary.Sources.Iati;
using Tributary.Sources.News;
using Tributary.Sources.Rates;
using Tributary.Sources.Sanctions;

namespace Tributary.Tests.Errors;

/// <summary>The issue codes, as the source, the documentation and the reproducers have them.</summary>
internal static partial class ErrorCatalogue
{
    /// <summary>The folder of this file: one folder in it for each code.</summary>
    public static string Folder { get; } = Repository.Find("tests/Tributary.Tests/Errors");

    /// <summary>The codes that the source names.</summary>
    public static SortedSet<string> InSource() => new(
        new[] { typeof(ReadingCodes), typeof(FtsCodes), typeof(HdxCodes), typeof(NewsEvidence), typeof(ListCodes), typeof(IatiCodes), typeof(RateCodes), typeof(PartyCodes) }
            .SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!),
        StringComparer.Ordinal);

    /// <summary>The codes of docs/errors.md with their severities.</summary>
    public static SortedDictionary<string, string> InDocs() => new(
        File.ReadLines(Repository.Find("docs/errors.md")).Select(line => CodeRow().Match(line)).Where(row => row.Success)
            .ToDictionary(row => row.Groups["code"].Value, row => row.Groups["severity"].Value, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The codes that have a folder.</summary>
    public static SortedSet<string> Reproduced() => new(Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!), StringComparer.Ordinal);

    /// <summary>Literals in the source that read like a code and are neither a format's name nor where codes are named.</summary>
    public static IEnumerable<string> StrayLiterals() =>
        from path in Directory.EnumerateFiles(Repository.Find("src"), "*.cs", SearchOption.AllDirectories)
        where !path.EndsWith("Codes.cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
        from line in File.ReadLines(path)
        where !line.Contains(" const string ", StringComparison.Ordinal)
        from Match literal in CodeLiteral().Matches(line)
        where Formats.All.All(format => format.Name != literal.Groups["code"].Value)
        select $"{Path.GetFileName(path)}: {literal.Value}";

    [GeneratedRegex("^\\| `(?<code>[a-z0-9-]+)` \\| (?<severity>warning|error|fatal) \\|", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeRow();

    [GeneratedRegex("\"(?<code>(?:document|csv|gzip|format|fts|hdx|news|list|party|rates)-[a-z-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeLiteral();
}
