using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tributary.Validating;

/// <summary>Writes reports as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which editors and code hosts show beside the lines.</summary>
public static class SarifReport
{
    /// <summary>Bytes that are held before they are written.</summary>
    internal const int PendingMax = 1 << 16;

    /// <summary>Writes the reports of a run as one log.</summary>
    public static void Write(Stream output, IReadOnlyList<ValidationReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, reports);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var report in reports)
        {
            foreach (var finding in report.Findings)
            {
                WriteResult(json, report, finding);
                // Else the writer keeps all of them until its end.
                if (json.BytesPending > PendingMax) json.Flush();
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<ValidationReport> reports)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "tributary");
        json.WriteStartArray("rules");
        foreach (var rule in reports.SelectMany(report => report.Findings).DistinctBy(finding => finding.Id))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Message);
            if (rule.Guidance is { } guidance) json.WriteString("helpUri", guidance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ValidationReport report, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteString("level", finding.Severity switch { FindingSeverity.Critical or FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" });
        WriteText(json, "message", FindingWords.Of(finding));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', report.Name.Split('/', '\\').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);
        json.WriteNumber("startColumn", finding.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Path);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("category", finding.Category);
        if (finding.Codelist is { } codelist) json.WriteString("codelist", codelist);
        if (finding.Identifier is { } identifier) json.WriteString("identifier", identifier);
        if (finding.Title is { } title) json.WriteString("title", title);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
