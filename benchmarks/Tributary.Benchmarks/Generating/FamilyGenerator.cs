using System.Globalization;
using System.Text;

namespace Tributary.Benchmarks;

/// <summary>Writes a page of the FTS API with parked flows and their parts, which HDX's files do not state.</summary>
/// <remarks>Each parked flow has one to eight parts, and every third part has a part of its own. The same flows and seed give the same bytes.</remarks>
internal sealed class FamilyGenerator(int seed)
{
    /// <summary>The id of the first parked flow.</summary>
    public const int FirstId = 900_000_001;

    private const int OrganizationsMax = 200;
    private const int PartsMax = 8;

    private SplitMix _random = new((ulong)seed);
    private int _written;

    /// <summary>Writes at least this many flows.</summary>
    public void Write(Stream to, int flows)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        text.Write("{\"data\":{\"flows\":[");
        while (_written < flows) WriteFamily(text);
        text.Write("]},\"status\":\"ok\"}");
    }

    private void WriteFamily(StreamWriter text)
    {
        var parent = FirstId + _written;
        var parts = 1 + _random.Below(PartsMax);
        WriteFlow(text, parent, null, Enumerable.Range(parent + 1, parts));
        for (var part = 1; part <= parts; part++)
        {
            var grandchild = part % 3 == 0 ? parent + parts + part / 3 : (int?)null;
            WriteFlow(text, parent + part, parent, grandchild is { } child ? [child] : []);
        }
        for (var part = 3; part <= parts; part += 3) WriteFlow(text, parent + parts + part / 3, parent + part, []);
    }

    private void WriteFlow(StreamWriter text, int id, int? parent, IEnumerable<int> children)
    {
        if (_written++ > 0) text.Write(',');
        var listed = string.Join(',', children.Select(child => $"\"{child}\""));
        text.Write(string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"{{id}}","versionId":1,"amountUSD":{{1000 + _random.Below(5_000_000)}},"status":"{{(_random.Below(2) == 0 ? "paid" : "commitment")}}","flowType":"{{(parent is null ? "Parked" : "Standard")}}","newMoney":true,"boundary":"incoming","onBoundary":"single","parentFlowId":{{(parent is { } known ? known.ToString(CultureInfo.InvariantCulture) : "null")}},"childFlowIds":{{(listed.Length > 0 ? $"[{listed}]" : "null")}},"date":"2026-02-0{{1 + _random.Below(9)}}T00:00:00Z","updatedAt":"2026-03-01T00:00:00Z","description":"Part {{id}}","sourceObjects":[{{Organization()}},{{Year}}],"destinationObjects":[{{Organization()}},{{Year}},{"type":"Location","id":"1","name":"Afghanistan","behavior":"single"}]}
            """));
    }

    private const string Year = """{"type":"UsageYear","id":"47","name":"2026","behavior":"single"}""";

    private string Organization()
    {
        var number = 1 + _random.Below(OrganizationsMax);
        return string.Create(CultureInfo.InvariantCulture, $$"""{"type":"Organization","id":"{{900_000 + number}}","name":"Example organisation {{number}}","behavior":"single"}""");
    }
}
