using System.Collections.Concurrent;
using System.Text.Json;

namespace Tributary.Validating;

/// <summary>Rules that activities and organisations are held to, in the form of the standard's <c>ruleset.json</c>.</summary>
/// <remarks>https://iatistandard.org/en/iati-standard/203/rulesets/; the expressions are XPath 1.0, of which <c>docs/validate.md</c> says what is known.</remarks>
public sealed class Ruleset
{
    /// <summary>Bytes of a ruleset at most.</summary>
    private const int BytesMax = 4 << 20;

    private static readonly ConcurrentDictionary<string, Ruleset> Standards = new(StringComparer.Ordinal);

    private Ruleset(IReadOnlyList<RuleSite> sites) => Sites = sites;

    /// <summary>The rules by the elements at which they hold.</summary>
    internal IReadOnlyList<RuleSite> Sites { get; }

    /// <summary>Reads a ruleset.</summary>
    /// <exception cref="RulesetException">It is no ruleset, or has a rule that is not known; the message says which.</exception>
    public static Ruleset Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = new byte[BytesMax + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > BytesMax) throw new RulesetException($"more than {BytesMax >> 20} MiB; expected a ruleset as the IATI standard writes it");
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            var content = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("content", out var inner) ? inner : document.RootElement;
            return new Ruleset(RulesetReader.Read(content));
        }
        catch (JsonException malformed)
        {
            throw new RulesetException($"no JSON ({malformed.Message}); expected a ruleset as the IATI standard writes it", malformed);
        }
    }

    /// <summary>Begins to make the standard's own rules of a version on another core, unless they are made.</summary>
    internal static Task<Ruleset> Begin(string version) => Standards.TryGetValue(version, out var rules) ? Task.FromResult(rules) : Task.Run(() => Of(version));

    /// <summary>The standard's own rules of a version.</summary>
    internal static Ruleset Of(string version) => Standards.GetOrAdd(version, key =>
    {
        using var stream = StandardTables.Open(key == "2.03" ? "rules-2.03.json" : "rules-2.01-2.02.json");
        return Read(stream);
    });
}
