using System.Text.RegularExpressions;
using Tributary.Tests.Sources.Fts;

namespace Tributary.Tests.Fetching;

/// <summary>FTS's own answers about Afghanistan in 2020, at the addresses from which they came.</summary>
/// <param name="folder">The folder that has them.</param>
/// <param name="root">The server that gives them.</param>
internal sealed partial class RecordedFts(string folder, Uri root)
{
    /// <summary>The answer to a path and query. Groups that were not recorded are of our own making.</summary>
    public Reply Answer(string target)
    {
        if (target.StartsWith("/page/", StringComparison.Ordinal)) return Read(target["/page/".Length..]);
        if (target == FtsWorld.Flows) return Read("custom-search-locationid-1-year-2020.json");
        var name = target.Replace("/v2/fts/flow/plan/overview/progress/", "2-fts-flow-plan-overview-progress-", StringComparison.Ordinal)
            .Replace("/v1/fts/flow/custom-search?", "1-fts-flow-custom-search-", StringComparison.Ordinal)
            .Replace("/v1/public/location", "1-public-location", StringComparison.Ordinal).Replace('=', '-').Replace('&', '-') + ".json";
        if (File.Exists(Path.Combine(folder, name))) return Read(name);
        return target.Contains("groupby=", StringComparison.Ordinal) ? Reply.Ok(SmallAnswers.GroupBy) : Reply.Status(404);
    }

    // The recorded pages link to where they were recorded.
    private Reply Read(string name) => Reply.Ok(Recorded().Replace(File.ReadAllText(Path.Combine(folder, name)), $"\"nextLink\": \"{root}page/"));

    [GeneratedRegex("\"nextLink\": \"https://github[^\"]*/", RegexOptions.None, 1000)]
    private static partial Regex Recorded();
}
