using System.Text.Json;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>The fatal issues of a JSON document.</summary>
internal static class JsonFailures
{
    /// <summary>The document ends inside its root value.</summary>
    public static ReadIssue Truncated(string place) => new(ReadingCodes.Truncated, Severity.Fatal, place,
        "the document ends here", "the rest of its root value was expected", "fetch it again");

    /// <summary>It is not JSON, is too deep, or goes on after its root value.</summary>
    /// <param name="cause">What the parser says.</param>
    /// <param name="firstLine">Lines before the text that was parsed.</param>
    public static ReadIssue Malformed(JsonException cause, long firstLine = 0) => new(ReadingCodes.JsonMalformed, Severity.Fatal,
        JsonPlace.At(firstLine + (cause.LineNumber ?? 0), cause.BytePositionInLine ?? 0), Cause(cause.Message),
        $"JSON not deeper than {JsonStream.DepthMax} levels was expected", "fetch it again, or ask the publisher");

    /// <summary>A text is not Unicode: not UTF-8, or half of a surrogate pair.</summary>
    public static ReadIssue Encoding(string place) => new(ReadingCodes.Encoding, Severity.Fatal, place,
        "bytes or an escape that are no character", "UTF-8 without half surrogate pairs was expected", "fetch it again, or ask the publisher");

    /// <summary>One value is longer than is read.</summary>
    public static ReadIssue TooLong(string place) => new(ReadingCodes.RecordTooLong, Severity.Fatal, place,
        "a value that goes on for more than 16 MiB", "records of at most 16 MiB were expected", "check that this is the document you mean");

    private static string Cause(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
