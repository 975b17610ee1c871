using System.Text.RegularExpressions;

namespace Tributary.Tests;

/// <summary>Holds the boundaries between folders, which no compiler does, and what keeps files readable.</summary>
public sealed partial class FolderTableTests
{
    private const int FileLinesMax = 400;
    private const int MethodLinesMax = 70;

    private static readonly string[] Ground = ["Money", "Dates", "Provenance"];
    private static readonly string[] Concepts = ["Parties", "Appeals", "Flows", "Conferences", "Activities", "Listings", "Clearing"];

    /// <summary>Who may use whom: a folder, and the namespaces under <c>Tributary</c> that it may name.</summary>
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["Money"] = [],
        ["Dates"] = [],
        ["Provenance"] = [],
        ["Parties"] = [.. Ground],
        ["Appeals"] = [.. Ground],
        ["Flows"] = [.. Ground],
        ["Conferences"] = [.. Ground],
        ["Activities"] = [.. Ground],
        ["Listings"] = [.. Ground],
        ["Clearing"] = [.. Ground, "Listings"],
        ["Reading"] = [.. Ground],
        ["Tables"] = [],
        ["Names"] = ["Reading"],
        ["Screening"] = [.. Ground, .. Concepts, "Reading", "Names"],
        ["Validating"] = ["Reading", "Tables"],
        ["Proposing"] = [.. Ground, "Parties", "Sources", "Sources.News", "Tables"],
        ["Auditing"] = ["Questions", "Validating"],
        ["Sources"] = [.. Ground, .. Concepts, "Reading"],
        ["Sources/Fts"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Sources/Hdx"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Sources/Iati"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Sources/News"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Sources/Rates"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Sources/Sanctions"] = [.. Ground, .. Concepts, "Reading", "Sources"],
        ["Ledger"] = [.. Ground, .. Concepts, "Reading"],
        ["Import"] = [.. Ground, .. Concepts, "Reading", "Sources", "Sources.Fts", "Sources.Iati", "Sources.News", "Sources.Rates", "Sources.Sanctions", "Ledgers"],
        ["Fetching"] = [.. Ground, .. Concepts, "Reading", "Sources", "Sources.Fts", "Sources.Hdx", "Sources.Sanctions", "Ledgers", "Import", "Tables"],
        ["Questions"] = [.. Ground, .. Concepts, "Ledgers", "Tables", "Names", "Screening"],
        ["Deciding"] = [.. Ground, .. Concepts, "Reading", "Ledgers", "Names", "Screening", "Questions", "Tables", "Proposing", "Sources.News"],
        ["Exporting"] = [.. Ground, .. Concepts, "Reading", "Ledgers", "Tables", "Questions"],
    };

    private static readonly string[] CliMayNotUse = ["Reading", "Sources"];

    /// <summary>Files of the library and of the command line, with their text.</summary>
    private static readonly List<(string Path, string Text)> Files = [.. Directory.EnumerateFiles(Repository.Find("src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(Repository.Find("src"), path), path))
        .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.path)))];

    [Fact]
    public void Folders_UseOnlyWhatTheTableAllows() => Assert.Empty(
        from file in Files
        let folder = FolderOf(file.Path)
        where folder is not null
        from used in Uses(file.Text).Distinct(StringComparer.Ordinal)
        where used != Own(folder) && !Table[folder].Contains(used, StringComparer.Ordinal)
        select $"{file.Path} uses Tributary.{used}");

    [Fact]
    public void CommandLine_UsesNoReaderAndNoSource() => Assert.Empty(
        from file in Files
        where file.Path.StartsWith("Tributary.Cli/", StringComparison.Ordinal)
        from used in Uses(file.Text).Distinct(StringComparer.Ordinal)
        where CliMayNotUse.Contains(used.Split('.')[0], StringComparer.Ordinal)
        select $"{file.Path} uses Tributary.{used}");

    [Fact]
    public void Folders_AreAllInTheTable()
    {
        var folders = Files.Where(file => file.Path.StartsWith("Tributary/", StringComparison.Ordinal) && file.Path.Split('/').Length > 2).Select(file => file.Path.Split('/')[1]).Distinct(StringComparer.Ordinal);
        Assert.Empty(folders.Except(Table.Keys, StringComparer.Ordinal));
        var sources = Directory.GetDirectories(Repository.Find("src/Tributary/Sources")).Select(path => "Sources/" + Path.GetFileName(path));
        Assert.Empty(sources.Except(Table.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Files_HaveANamespaceAndAReadableLength()
    {
        // A program's start of one statement, and global usings, need none.
        Assert.Empty(Files.Where(file => !NamespaceLine().IsMatch(file.Text) && !file.Path.EndsWith("AssemblyInfo.cs", StringComparison.Ordinal)).Select(file => file.Path));
        Assert.Empty(Files.Where(file => file.Text.Split('\n').Length > FileLinesMax).Select(file => file.Path));
    }

    [Fact]
    public void Methods_HaveAReadableLength() => Assert.Empty(
        from file in Files
        from method in Methods(file.Text)
        where method.Lines > MethodLinesMax
        select $"{file.Path}: {method.Name.Trim()} has {method.Lines} lines");

    // Days are DateOnly, instants DateTimeOffset. The length of a month is the calendar's, not a clock's.
    [Fact]
    public void Files_DoNotUseDateTime() => Assert.Empty(Files.Where(file => DateTimeUse().IsMatch(Comment().Replace(file.Text, ""))).Select(file => file.Path));

    private static string? FolderOf(string path)
    {
        var parts = path.Split('/');
        if (parts[0] != "Tributary" || parts.Length < 3) return null;
        return parts is [_, "Sources", var source, _, ..] ? $"Sources/{source}" : parts[1];
    }

    /// <summary>The namespace of a folder. The class Ledger stands in its place, so that folder's is Ledgers.</summary>
    private static string Own(string folder) => folder == "Ledger" ? "Ledgers" : folder.Replace('/', '.');

    /// <summary>What follows <c>Tributary.</c> in usings and qualified names, and names that a parent namespace makes short.</summary>
    private static IEnumerable<string> Uses(string text)
    {
        var code = Literal().Replace(Comment().Replace(text, ""), "\"\"");
        foreach (Match use in Using().Matches(code)) yield return use.Groups["name"].Value;
        foreach (Match use in Qualified().Matches(code)) yield return use.Groups["name"].Value;
    }

    /// <summary>Blocks at the depth of members, with their line counts.</summary>
    private static IEnumerable<(string Name, int Lines)> Methods(string text)
    {
        var lines = Literal().Replace(Comment().Replace(text, ""), "\"\"").Split('\n');
        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line] is not "    {") continue;
            var end = Array.IndexOf(lines, "    }", line);
            if (end > 0 && lines[line - 1].Contains('(', StringComparison.Ordinal) && !lines[line - 1].Contains(" class ", StringComparison.Ordinal) && !lines[line - 1].Contains(" record ", StringComparison.Ordinal))
                yield return (lines[line - 1], end - line - 1);
        }
    }

    private const int Patience = 2000;

    [GeneratedRegex("^(?:global )?using (?:static )?(?:\\w+ = )?Tributary\\.(?<name>Sources\\.\\w+|\\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Using();

    [GeneratedRegex("(?<![\\w.])(?:Tributary\\.)?(?<name>Sources\\.(?:Fts|Hdx|News)|Reading|Ledgers|Questions|Deciding|Import)\\.[A-Z]\\w*(?!\\.sql)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Qualified();

    [GeneratedRegex("//[^\\n]*", RegexOptions.None, Patience)]
    private static partial Regex Comment();

    [GeneratedRegex("\\$?\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.None, Patience)]
    private static partial Regex Literal();

    [GeneratedRegex("^namespace Tributary[.\\w]*;", RegexOptions.Multiline, Patience)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("(?<!\\w)DateTime(?!\\w|\\.DaysInMonth)", RegexOptions.None, Patience)]
    private static partial Regex DateTimeUse();
}
