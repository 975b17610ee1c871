namespace Tributary.Provenance;

/// <summary>One thing that a report says about itself: its headline, agency, time of publication …</summary>
/// <param name="Field">headline, section, agency, author, editor, publisher, located, published, language, url, standfirst, body, collector-date, noise. In a document of several reports each begins with item.</param>
/// <param name="Value">The value, cleaned; times as ISO 8601 with the offset that the report states.</param>
/// <param name="Spans">Every place in the text that says so, in order.</param>
/// <param name="Basis">Empty when stated; otherwise how the value was found.</param>
public sealed record EvidenceField(string Field, string Value, IReadOnlyList<TextSpan> Spans, string Basis = "");
