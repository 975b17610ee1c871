using System.Text;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Words that messages about answers share.</summary>
internal static class AnswerAdvice
{
    /// <summary>What to do about a record that cannot be used.</summary>
    public const string LeftOut = "correct it at the source, or accept leaving the record out";

    private const int ShownMax = 60;

    /// <summary>What stands there, cut to a length that fits a message.</summary>
    public static string Show(ReadOnlySpan<byte> json)
    {
        var cut = json.Length > ShownMax;
        var text = Encoding.UTF8.GetString(cut ? json[..ShownMax] : json).TrimEnd('\uFFFD');
        return cut ? text + "…" : text;
    }

    /// <summary>A name that a document chose, cut to a length that fits a path.</summary>
    public static string Short(string name) => name.Length > ShownMax ? name[..ShownMax] + "…" : name;

    /// <summary>A name as a JSON pointer writes it (RFC 6901).</summary>
    public static string PointerName(string name) =>
        Short(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The issue of a field that the reader does not know.</summary>
    public static ReadIssue UnknownField(string place) => new(FtsCodes.FieldUnknown, Severity.Warning, place,
        "a field that this reader does not know", "the fields listed in docs/sources/fts-api.md were expected",
        "it is left out; ask for it to be read if it matters");
}
