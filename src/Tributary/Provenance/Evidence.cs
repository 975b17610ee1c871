namespace Tributary.Provenance;

/// <summary>Where something that a person enters is said: a document, a place in it, and the words that stand there.</summary>
/// <param name="Document">SHA-256 of the document. Whoever enters may give its first digits; what is kept has all 64.</param>
/// <param name="Line">The line, from 1. Whoever enters may leave it out where a span or a quotation says it; what is kept has it.</param>
/// <param name="Span">The run of characters, where the place is narrower than a line.</param>
/// <param name="Quotation">The words that stand there, as the document has them but for white space; null when none are quoted.</param>
public sealed record Evidence(string Document, int? Line = null, TextSpan? Span = null, string? Quotation = null)
{
    /// <summary>The place for people.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Place => Span is { } span ? span.ToString() : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {Line}");
}

/// <summary>Something that rests on a place in a document.</summary>
public interface IEvidenced
{
    /// <summary>Where it is said.</summary>
    Evidence Evidence { get; }
}
