using System.Globalization;
using Tributary.Tables;

namespace Tributary.Validating;

/// <summary>Reports laid out as tables.</summary>
public static class ValidationTables
{
    /// <summary>The reports of a run: the files, what was found in them by kind, and the findings.</summary>
    public static Tabulated Of(IReadOnlyList<ValidationReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var isOne = reports.Count == 1;
        return new Tabulated([Findings(reports, isOne), Kinds(reports), Files(reports)], [.. Notes(reports)]);
    }

    private static Table Findings(IReadOnlyList<ValidationReport> reports, bool isOne)
    {
        var columns = new List<Column>
        {
            new("line", "line", Cells.Number), new("severity", "severity"), new("id", "id"), new("what", "message"), new("found", "found", Cells.LongText), new("expected", "expected", Cells.LongText, Shown.WithRoom),
            new("activity", "identifier", Cells.Text, Shown.WithRoom), new("column", "column", Cells.Number, Shown.InFilesOnly), new("path", "path", Cells.Text, Shown.InFilesOnly), new("title", "title", Cells.Text, Shown.InFilesOnly), new("category", "category", Cells.Text, Shown.InFilesOnly), new("codelist", "codelist", Cells.Text, Shown.InFilesOnly),
            new("file", "file", Cells.Text, isOne ? Shown.InFilesOnly : Shown.Always),
        };
        return new Table("Findings", columns, [.. reports.SelectMany(report => report.Findings.Select(finding => new object?[]
        {
            (long)finding.Line, Word(finding.Severity), finding.Id, finding.Message, finding.Found, finding.Expected, finding.Identifier, (long)finding.Column, finding.Path, finding.Title, finding.Category, finding.Codelist, report.Name,
        }))]);
    }

    private static Table Kinds(IReadOnlyList<ValidationReport> reports) => new("By kind",
        [new("id", "id"), new("severity", "severity"), new("category", "category"), new("findings", "count", Cells.Number)],
        [.. reports.SelectMany(report => report.Totals).GroupBy(total => (total.Severity, total.Id, total.Category)).OrderBy(kind => kind.Key.Severity).ThenByDescending(kind => kind.Sum(total => total.Count))
            .Select(kind => new object?[] { kind.Key.Id, Word(kind.Key.Severity), kind.Key.Category, kind.Sum(total => total.Count) })]) { IsOfSums = true };

    private static Table Files(IReadOnlyList<ValidationReport> reports) => new("Files",
        [new("file", "file"), new("valid", "isValid"), new("version", "version"), new("records", "records", Cells.Number), new("critical", "critical", Cells.Number), new("errors", "errors", Cells.Number), new("warnings", "warnings", Cells.Number), new("advisories", "advisories", Cells.Number), new("bytes", "bytes", Cells.Number, Shown.WithRoom)],
        [.. reports.Select(report => new object?[]
        {
            report.Name, report.IsValid, report.Version, report.Records, report.CountOf(FindingSeverity.Critical), report.CountOf(FindingSeverity.Error), report.CountOf(FindingSeverity.Warning), report.CountOf(FindingSeverity.Advisory), report.Bytes,
        })]) { IsOfSums = true };

    private static IEnumerable<string> Notes(IReadOnlyList<ValidationReport> reports)
    {
        foreach (var report in reports.Where(report => report.CheckedAs.Length > 0 && report.CheckedAs != report.Version)) yield return $"{report.Name}: it states {(report.Version.Length > 0 ? $"version {report.Version}" : "no version")} and was held to {report.CheckedAs}.";
        var notListed = reports.Sum(report => report.NotListed);
        if (notListed > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{notListed:N0} more findings are counted and not listed; --limit lists more.");
        var open = reports.Sum(report => report.ReferencesNotLookedUp);
        if (open > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{open:N0} references to other activities were not looked up: there are too many of them.");
    }

    private static string Word(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
