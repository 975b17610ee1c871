using System.Text;
using System.Text.RegularExpressions;

namespace Tributary.Benchmarks;

/// <summary>A file that is changed at random.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Encoding">How that is written; its preamble comes first.</param>
internal sealed record FuzzSeed(string Text, Encoding Encoding);

/// <summary>Changes XML files: first the elements and attributes of their text, then their bytes.</summary>
internal static partial class FileMutation
{
    private const int DepthAdded = 80, LengthAdded = 70_000, CutMax = 400;
    private const string Signs = "<>&\"'/=- ;!?[]";

    // Values that lie at the edge of something, or over it.
    private static readonly string[] Values =
    [
        "", " ", "\n", "0", "1", "-1", "+1", "100.", ".5", "1e9", "NaN", "INF", "00000000000000000000000001", "79228162514264337593543950335", "-79228162514264337593543950336", "2147483648", new('9', 400),
        "2020-02-30", "2020-02-29", "9999-12-31", "0001-01-01", "-0001-01-01", "12020-01-01", "2020-01-01Z", "9999-12-31-14:00", "0001-01-01+14:00", "2020-01-01T24:00:00Z", "2020-01-01T23:59:60", "2020-01-01T00:00:00.0000000000001+13:59",
        "true", "2.01", "2.02", "2.03", "1.05", "XM-DAC-41127", "XM-DAC-41127-A1", "USD", "en", "EN-us", "AF", "99", "10", "http://[", "http://[::1]:x/%", "%2", "a b", "&amp;", "&lt;a&gt;", "&#0;", "&#x10FFFF;", "&#xD800;", "&unknown;", "\u00A0", "\u0663", "\uFFFE", "\U0001F4A7", "'", new('a', LengthAdded),
    ];

    private static readonly string[] Names = ["narrative", "title", "iati-activity", "iati-identifier", "transaction", "value", "sector", "budget", "iati-activities", "iati-organisation", "x:other", "a", "n\u00E4me"];

    private static readonly string[] Pieces = ["<!-- -- -->", "<!---->", "<![CDATA[a]]>", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>", "<?a b?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<narrative/>", "text", "<a xmlns=\"u:v\"><title/></a>", " xmlns=\"u:v\"", " xml:lang=\"fr\"", " xsi:nil=\"true\"", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\" xsi:type=\"a\"", "\0", "\uFEFF"];

    /// <summary>A changed file.</summary>
    public static byte[] Of(FuzzSeed seed, ref SplitMix random)
    {
        var (ofText, ofBytes) = (random.Below(4), Math.Max(0, random.Below(6) - 2));
        if (ofText + ofBytes == 0) ofText = 1;
        var text = seed.Text;
        for (; ofText > 0; ofText--) text = ChangeText(text, ref random);
        var bytes = new List<byte>([.. seed.Encoding.GetPreamble(), .. seed.Encoding.GetBytes(text)]);
        for (; ofBytes > 0 && bytes.Count > 2; ofBytes--) ChangeBytes(bytes, ref random);
        return [.. bytes];
    }

    private static void ChangeBytes(List<byte> bytes, ref SplitMix random)
    {
        var at = random.Below(bytes.Count);
        var length = Math.Min(1 + random.Below(CutMax), bytes.Count - at);
        switch (random.Below(12))
        {
            case 0 or 1: bytes[at] = (byte)random.Below(256); break;
            case 2: bytes[at] ^= (byte)(1 << random.Below(8)); break;
            case 3 or 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 5: bytes.InsertRange(random.Below(bytes.Count), bytes.GetRange(at, length)); break;
            case 6 or 7: bytes.RemoveRange(at, length); break;
            case 8: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.Insert(at, (byte)Signs[random.Below(Signs.Length)]); break;
        }
    }

    private static string ChangeText(string text, ref SplitMix random)
    {
        var (start, end) = Element(text, random.Below(text.Length + 1));
        if (end < 0) return Insert(text, random.Below(text.Length + 1), Pieces[random.Below(Pieces.Length)]);
        var (before, element, after) = (text[..start], text[start..end], text[end..]);
        switch (random.Below(12))
        {
            case 0: return before + after;
            case 1: return before + element + element + after;
            case 2: return Insert(before + after, Element(before + after, random.Below(before.Length + after.Length + 1)).Start, element);
            case 3:
                var (next, last) = Element(after, 0);
                return last < 0 ? text : before + after[next..last] + after[..next] + element + after[last..];
            case 4: return before + string.Concat(Enumerable.Repeat("<a>", DepthAdded)) + element + string.Concat(Enumerable.Repeat("</a>", random.Below(2) * DepthAdded)) + after;
            case 5: return before + "<narrative>" + element + "</narrative>" + after;
            case 6: return before + Pieces[random.Below(Pieces.Length)] + element + after;
            case 7: return before + Rename(element, Names[random.Below(Names.Length)]) + after;
            case 8: return before + Insert(element, NameEnd(element), $" {Names[random.Below(Names.Length)]}=\"{Values[random.Below(Values.Length)]}\"") + after;
            case 9: return before + ReplaceOne(element, InnerText(), ">" + Values[random.Below(Values.Length)] + "<", ref random) + after;
            default: return before + ReplaceOne(element, AttributeValue(), "=\"" + Values[random.Below(Values.Length)] + "\"", ref random) + after;
        }
    }

    private static string Insert(string text, int at, string piece) => text.Insert(Math.Clamp(at, 0, text.Length), piece);

    private static string Rename(string element, string name) => string.Concat("<", name, element.AsSpan(NameEnd(element)));

    private static int NameEnd(string element)
    {
        var end = element.AsSpan(1).IndexOfAny(" \n\t\r/>");
        return end < 0 ? element.Length : end + 1;
    }

    private static string ReplaceOne(string element, Regex pattern, string by, ref SplitMix random)
    {
        var matches = pattern.Matches(element);
        return matches.Count == 0 ? element : matches[random.Below(matches.Count)] is var match ? string.Concat(element.AsSpan(0, match.Index), by, element.AsSpan(match.Index + match.Length)) : element;
    }

    // The first element that begins at a place or after it, with what it holds; an end of -1 for none.
    private static (int Start, int End) Element(string text, int from)
    {
        for (var start = text.IndexOf('<', Math.Min(from, text.Length)); start >= 0; start = text.IndexOf('<', start + 1))
        {
            if (start + 1 >= text.Length || !char.IsAsciiLetter(text[start + 1])) continue;
            var tag = text.IndexOf('>', start);
            if (tag < 0) break;
            if (text[tag - 1] == '/') return (start, tag + 1);
            var name = text[(start + 1)..(start + NameEnd(text[start..(tag + 1)]))];
            var close = text.IndexOf($"</{name}>", tag, StringComparison.Ordinal);
            return (start, close < 0 ? tag + 1 : close + name.Length + 3);
        }
        return (text.Length, -1);
    }

    [GeneratedRegex("=\"[^\"<]*\"", RegexOptions.None, 1000)]
    private static partial Regex AttributeValue();

    [GeneratedRegex(">[^<]*<", RegexOptions.None, 1000)]
    private static partial Regex InnerText();
}
