using System.Text.Json;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>An array of texts, such as keywords, as one text.</summary>
/// <param name="Joined">The texts joined by <c>; </c>; null when one of them is no text.</param>
internal sealed record TermList(string? Joined)
{
    /// <summary>Reads an array as written.</summary>
    public static TermList Of(byte[] array)
    {
        var terms = new List<string>();
        var json = new JsonCursor(array);
        while (json.NextElement())
        {
            if (json.Token != JsonTokenType.String) return new TermList((string?)null);
            terms.Add(JsonText.Unescape(json.Written.ToArray()));
        }
        return new TermList(string.Join("; ", terms));
    }
}
