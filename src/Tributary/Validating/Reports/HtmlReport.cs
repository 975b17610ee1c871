using System.Globalization;
using System.Net;

namespace Tributary.Validating;

/// <summary>Writes reports as one HTML page that needs nothing else: no script, no address that it loads.</summary>
public static class HtmlReport
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;width:100%;margin:1rem 0}
        th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
        .critical,.error{color:#9b0000;font-weight:600}.warning{color:#7a4b00;font-weight:600}.advisory{color:#0b4a8f}
        code{font-size:.9em}
        """;

    /// <summary>Writes the reports of a run.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ValidationReport> reports)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reports);
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>IATI validation</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>IATI validation</h1>\n");
        foreach (var report in reports) WriteReport(output, report);
        output.Write("</main>\n</body>\n</html>\n");
    }

    private static void WriteReport(TextWriter output, ValidationReport report)
    {
        output.Write($"<h2>{Text(report.Name)}</h2>\n<p><strong>{(report.IsValid ? "Valid" : "Not valid")}</strong>: {Text(report.FileType.Length > 0 ? report.FileType : "no IATI file")} {Text(report.Version)}, {Number(report.Records)} records; ");
        output.Write($"{Number(report.CountOf(FindingSeverity.Critical))} critical, {Number(report.CountOf(FindingSeverity.Error))} errors, {Number(report.CountOf(FindingSeverity.Warning))} warnings, {Number(report.CountOf(FindingSeverity.Advisory))} advisories.</p>\n");
        if (report.NotListed > 0) output.Write($"<p>{Number(report.NotListed)} more are counted and not listed.</p>\n");
        if (report.Findings.Count == 0) return;
        output.Write("<table>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Severity</th><th scope=\"col\">Id</th><th scope=\"col\">What</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n");
        foreach (var finding in report.Findings) WriteFinding(output, finding);
        output.Write("</tbody>\n</table>\n");
    }

    private static void WriteFinding(TextWriter output, Finding finding)
    {
        var severity = finding.Severity.ToString().ToLowerInvariant();
        var id = finding.Guidance is { } guidance && guidance.StartsWith("https://", StringComparison.Ordinal) ? $"<a href=\"{Text(guidance)}\" rel=\"noreferrer\">{Text(finding.Id)}</a>" : Text(finding.Id);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<tr><td>{finding.Line}:{finding.Column}</td><td class=\"{severity}\">{severity}</td><td>{id}</td><td>{Text(FindingWords.Of(finding))}</td><td><code>{Text(finding.Path)}</code>{(finding.Identifier is null ? "" : "<br>" + Text(finding.Identifier))}{(finding.Title is null ? "" : "<br>" + Text(finding.Title))}</td></tr>\n"));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
