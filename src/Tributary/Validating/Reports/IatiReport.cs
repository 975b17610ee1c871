using System.Globalization;
using System.Text.Json;

namespace Tributary.Validating;

/// <summary>Writes a report in the shape of the IATI validator's own answers (https://developer.iatistandard.org/): flat or grouped by activity and category.</summary>
public static class IatiReport
{
    private const string FileIdentifier = "file";
    private const string FileTitle = "File level errors";

    /// <summary>Writes one report as one JSON object.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="isGrouped">Whether findings are grouped by activity and category; else they are one list.</param>
    public static void Write(Stream output, ValidationReport report, bool isGrouped)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteBoolean("valid", report.IsValid);
        json.WriteNumber("status", StatusOf(report));
        json.WriteString("fileType", report.FileType);
        json.WriteString("iatiVersion", report.Version);
        json.WriteStartObject("summary");
        foreach (var severity in Enum.GetValues<FindingSeverity>()) json.WriteNumber(Word(severity), report.CountOf(severity));
        json.WriteEndObject();
        if (report.NotListed > 0) json.WriteNumber("notListed", report.NotListed);
        if (report.ReferencesNotLookedUp > 0) json.WriteNumber("referencesNotLookedUp", report.ReferencesNotLookedUp);
        json.WriteStartArray("errors");
        if (isGrouped) WriteGroups(json, report);
        else
        {
            foreach (var finding in report.Findings) WriteFinding(json, finding, withRecord: true);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The status with which the IATI validator's service answers: 400 for what is no XML, 422 for what is no valid IATI, else 200.</summary>
    public static int StatusOf(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.IsValid ? 200 : report.Totals.Any(total => total.Id == "0.1.1") ? 400 : 422;
    }

    private static void WriteGroups(Utf8JsonWriter json, ValidationReport report)
    {
        foreach (var record in report.Findings.GroupBy(finding => (Identifier: finding.Identifier ?? FileIdentifier, Title: finding.Identifier is null && finding.Title is null ? FileTitle : finding.Title ?? "")))
        {
            json.WriteStartObject();
            json.WriteString("identifier", record.Key.Identifier);
            json.WriteString("title", record.Key.Title);
            json.WriteStartArray("errors");
            foreach (var category in record.GroupBy(finding => finding.Category))
            {
                json.WriteStartObject();
                json.WriteString("category", category.Key);
                json.WriteStartArray("errors");
                foreach (var finding in category) WriteFinding(json, finding, withRecord: false);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, bool withRecord)
    {
        if (json.BytesPending > SarifReport.PendingMax) json.Flush();
        json.WriteStartObject();
        if (withRecord)
        {
            json.WriteString("identifier", finding.Identifier ?? FileIdentifier);
            json.WriteString("title", finding.Identifier is null ? FileTitle : finding.Title ?? "");
        }
        json.WriteString("id", finding.Id);
        json.WriteString("severity", Word(finding.Severity));
        json.WriteString("category", finding.Category);
        json.WriteString("message", finding.Message);
        if (finding.Codelist is { } list) json.WriteString("codelist", list);
        if (finding.Guidance is { } guidance) json.WriteString("guidance", guidance);
        json.WriteStartArray("context");
        foreach (var (text, line, column) in Contexts(finding))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteNumber("lineNumber", line);
            json.WriteNumber("columnNumber", column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteDetails(json, finding);
        json.WriteEndObject();
    }

    private static IEnumerable<(string Text, int Line, int Column)> Contexts(Finding finding)
    {
        var seen = finding.Places.Where(place => place.Role != "context").ToList();
        var place = string.Create(CultureInfo.InvariantCulture, $"at line: {finding.Line}, column: {finding.Column}");
        if (seen.Count == 0) return [(finding.Id is SchemaCheck.Id or "0.1.1" ? $"At line: {finding.Line}, column: {finding.Column}. {finding.Message}" : $"For {LastTwo(finding.Path)} {place}", finding.Line, finding.Column)];
        if (seen[0].Role is "all") return seen.Select(one => (string.Create(CultureInfo.InvariantCulture, $"For <{(one.Path.Contains("narrative", StringComparison.Ordinal) ? "narrative" : "amount")}> '{one.Value}' at line: {one.Line}, column: {one.Column}"), one.Line, one.Column));
        if (seen[0].Role is "less" or "date" or "end") return [(string.Join(", ", seen.Select(Dated)), finding.Line, finding.Column)];
        return [(string.Join(", ", seen.Select(one => string.Create(CultureInfo.InvariantCulture, $"'{one.Value}' at line: {one.Line}, column: {one.Column}"))), finding.Line, finding.Column)];
    }

    private static string Dated(FindingPlace place)
    {
        var instant = DateText.Instant(place.Value)?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? place.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{place.Path} = '{instant}' at line: {place.Line}, column: {place.Column}");
    }

    private static string LastTwo(string path) => string.Join('/', path.Split('/').TakeLast(2));

    private static void WriteDetails(Utf8JsonWriter json, Finding finding)
    {
        var context = finding.Places.FirstOrDefault(place => place.Role == "context");
        json.WriteStartObject("details");
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteString("xpath", finding.Path);
        if (finding.Found.Length > 0) json.WriteString("found", finding.Found);
        if (finding.Expected.Length > 0) json.WriteString("expected", finding.Expected);
        if (context is not null) WritePlace(json, "xpathContext", context);
        json.WriteStartObject("caseContext");
        foreach (var role in finding.Places.Where(place => place.Role != "context").GroupBy(place => place.Role))
        {
            // One of each date, lists of everything else.
            if (role.Key is "less" or "more" or "start" or "end" or "date") WritePlace(json, role.Key, role.First());
            else WritePlaces(json, role.Key, role);
        }
        json.WriteEndObject();
        WritePlaces(json, "failContext", finding.Places.Where(place => place.Role is "paths" or "date" or "less" or "all" or "code" or "reference"));
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, string name, IEnumerable<FindingPlace> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places) WritePlace(json, null, place);
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, string? name, FindingPlace place)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("xpath", place.Path);
        json.WriteString("value", place.Value);
        json.WriteNumber("lineNumber", place.Line);
        json.WriteNumber("columnNumber", place.Column);
        json.WriteEndObject();
    }

    private static string Word(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
