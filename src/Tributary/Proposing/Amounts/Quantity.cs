using System.Globalization;
using System.Runtime.InteropServices;

namespace Tributary.Proposing;

/// <summary>A number as a text writes it, in digits or words.</summary>
/// <param name="Value">The number.</param>
/// <param name="End">The token after its last.</param>
/// <param name="HasScale">Whether it has a word such as million.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quantity(decimal Value, int End, bool HasScale)
{
    private const int WordsMax = 10;
    private const decimal ValueMax = 1_000_000_000_000_000;

    /// <summary>Reads a number; its end is where it began when there is none.</summary>
    public static Quantity Read(Prose prose, int first)
    {
        var none = new Quantity(0, first, false);
        if (first >= prose.Tokens.Length) return none;
        return prose.Tokens[first].Kind == TokenKind.Number ? ReadDigits(prose, first) : prose.Has(first, Sense.NumberWord | Sense.Scale) ? ReadWords(prose, first) : none;
    }

    private static Quantity ReadDigits(Prose prose, int first)
    {
        if (!TryParse(prose.Span(first), out var value)) return new Quantity(0, first, false);
        var (end, hasScale) = (first + 1, false);
        // A letter is a scale where it follows at once: £960m.
        for (var at = SkipHyphen(prose, end); end - first < WordsMax && prose.Has(at, Sense.Scale) && (prose.Tokens[at].End - prose.Tokens[at].Start > 1 || prose.Tokens[at].Start == prose.Tokens[at - 1].End); at = SkipHyphen(prose, end))
        {
            value *= prose.Tokens[at].Word!.Value;
            (end, hasScale) = (at + 1, true);
            if (value > ValueMax) return new Quantity(0, first, false);
        }
        return new Quantity(Tributary.Money.ScaledDecimal.WithoutZeros(value), end, hasScale);
    }

    // two and a half million; half a billion; one hundred and fifty thousand; twenty-five million.
    private static Quantity ReadWords(Prose prose, int first)
    {
        decimal sum = 0, part = 0;
        var (at, end, hasScale, hasNumber) = (first, first, false, false);
        while (at < prose.Tokens.Length && at - first < WordsMax)
        {
            if (prose.Has(at, Sense.Scale) && prose.Tokens[at].End - prose.Tokens[at].Start > 2)
            {
                var scale = prose.Tokens[at].Word!.Value;
                if (!hasNumber) return new Quantity(0, first, false);
                if (scale == 100) part = Math.Max(part, 1) * 100;
                else (sum, part) = (sum + (part * scale), 0);
                if (sum + part > ValueMax) return new Quantity(0, first, false);
                (hasScale, end) = (hasScale || scale >= 1_000, at + 1);
            }
            else if (prose.Has(at, Sense.NumberWord)) (part, hasNumber, end) = (Join(part, prose.Tokens[at].Word!.Value, prose, at), true, at + 1);
            else if (!IsJoint(prose, at)) break;
            at++;
        }
        return hasScale && !prose.IsAny(end - 1, "a", "an") ? new Quantity(Tributary.Money.ScaledDecimal.WithoutZeros(sum + part), end, true) : new Quantity(0, first, false);
    }

    // "half a" is a half of one; in other places a number adds to the one before it.
    private static decimal Join(decimal part, decimal value, Prose prose, int at) =>
        prose.IsAny(at, "a", "an") && part is > 0 ? part : part + value;

    private static bool IsJoint(Prose prose, int at) =>
        (prose.IsMark(at, '-') && prose.Has(at + 1, Sense.NumberWord | Sense.Scale)) || (prose.Is(at, "and") && prose.Has(at + 1, Sense.NumberWord) && !IsOther(prose, at + 1)) || (prose.Is(at, "of") && prose.IsAny(at + 1, "a", "an") && prose.Has(at + 2, Sense.Scale));

    // "five million and a million": the second begins anew.
    private static bool IsOther(Prose prose, int at) => prose.IsAny(at, "a", "an", "one") && !prose.IsAny(at + 1, "half", "quarter") && prose.Has(at + 1, Sense.Scale);

    private static int SkipHyphen(Prose prose, int at) => prose.IsMark(at, '-') && prose.Has(at + 1, Sense.Scale) ? at + 1 : at;

    private static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.Length > 24) return false;
        var (commas, points) = (text.Count(','), text.Count('.'));
        // 1.200.000 has points between its thousands; 1,5 has a comma before its decimals.
        if (points > 1) return commas == 0 && IsGrouped(text, '.') && decimal.TryParse(text.ToString().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (commas == 1 && points == 0 && text.Length - text.IndexOf(',') - 1 is 1 or 2) return decimal.TryParse(text.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsGrouped(ReadOnlySpan<char> text, char mark)
    {
        var digits = 0;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (text[at] != mark) digits++;
            else if (digits != 3) return false;
            else digits = 0;
        }
        return digits is > 0 and <= 3;
    }
}
