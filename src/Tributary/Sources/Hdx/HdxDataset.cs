using System.Globalization;
using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Hdx;

/// <summary>A file of a dataset, as HDX describes it.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Format">CSV, XLSX …, as stated; empty where it is not.</param>
/// <param name="Address">Where it is; empty where that is not stated.</param>
/// <param name="ModifiedOn">The day of its last change in UTC; null where it is not stated.</param>
internal sealed record HdxResource(string Name, string Format, string Address, DateOnly? ModifiedOn)
{
    /// <summary>Whether HDX says that it is a CSV file.</summary>
    public bool IsCsv => Format.Equals("CSV", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What HDX says about a dataset: the answer to <c>package_show</c>.</summary>
/// <remarks>Only the files are looked at: https://docs.ckan.org/en/latest/api/#ckan.logic.action.get.package_show.</remarks>
/// <param name="Failure">Why it is no whole description; null when it is one.</param>
/// <param name="Resources">Its files.</param>
internal sealed record HdxDataset(ReadIssue? Failure, IReadOnlyList<HdxResource> Resources)
{
    private const int ResourcesMax = 1000;

    /// <summary>Reads a description to its end.</summary>
    /// <param name="document">The description.</param>
    /// <param name="token">Stops the reading.</param>
    public static HdxDataset Read(Stream document, CancellationToken token)
    {
        var json = new JsonStream(document, token);
        var resources = new List<HdxResource>();
        var succeeded = false;
        if (json.TryEnter(JsonTokenType.StartObject))
        {
            while (json.NextProperty(out var name))
            {
                if (name == "result") ReadResult(json, resources);
                else if (name == "success") succeeded = json.TryTake(out var success) && success.SequenceEqual("true"u8);
                else json.Skip();
            }
        }
        return new HdxDataset(json.Finish() ?? (succeeded ? TooMany(resources) : NoSuccess()), resources);
    }

    private static void ReadResult(JsonStream json, List<HdxResource> resources)
    {
        if (!json.TryEnter(JsonTokenType.StartObject)) return;
        while (json.NextProperty(out var name))
        {
            if (name != "resources") json.Skip();
            else if (json.TryEnter(JsonTokenType.StartArray)) ReadResources(json, resources);
        }
    }

    private static void ReadResources(JsonStream json, List<HdxResource> resources)
    {
        while (json.NextElement(out var element))
        {
            using var resource = JsonDocument.Parse(element.ToArray(), new JsonDocumentOptions { MaxDepth = JsonStream.DepthMax });
            if (resource.RootElement.ValueKind == JsonValueKind.Object && resources.Count <= ResourcesMax) resources.Add(Read(resource.RootElement));
        }
    }

    private static HdxResource Read(JsonElement resource) => new(
        Text(resource, "name"), Text(resource, "format"), Text(resource, "download_url") is { Length: > 0 } download ? download : Text(resource, "url"),
        // CKAN states UTC without saying so: 2026-04-30T05:12:31.123456.
        DateOnly.TryParseExact(Text(resource, "last_modified").Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    private static string Text(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static ReadIssue NoSuccess() => new(ReadingCodes.FormatUnknown, Severity.Fatal, "/success", "a description that is no success", "true was expected", "check the dataset's name");

    private static ReadIssue? TooMany(List<HdxResource> resources) => resources.Count <= ResourcesMax
        ? null
        : new(ReadingCodes.FormatUnknown, Severity.Fatal, "/result/resources", $"more than {ResourcesMax} files", "the files of one dataset were expected", "check the dataset's name");
}
