namespace Tributary.Validating;

/// <summary>The simple types of XML Schema that the standard uses.</summary>
internal enum ValueType
{
    String, AnyUri, Boolean, Date, Instant, Decimal, Int, NmToken, NonNegativeInteger, PositiveInteger, Language,
}

/// <summary>Says whether a text is a value of a simple type, as XML Schema 1.0 Part 2 writes it (https://www.w3.org/TR/xmlschema-2/).</summary>
internal static class ValueTypes
{
    private const string Spaces = " \t\r\n";
    private const int IntDigitsMax = 10;

    /// <summary>The type of a word of <c>schema.csv</c>.</summary>
    public static ValueType Of(string word) => word switch
    {
        "string" => ValueType.String,
        "anyUri" => ValueType.AnyUri,
        "boolean" => ValueType.Boolean,
        "date" => ValueType.Date,
        "dateTime" => ValueType.Instant,
        "decimal" => ValueType.Decimal,
        "int" => ValueType.Int,
        "nmToken" => ValueType.NmToken,
        "nonNegativeInteger" => ValueType.NonNegativeInteger,
        "positiveInteger" => ValueType.PositiveInteger,
        "language" => ValueType.Language,
        _ => throw new System.Diagnostics.UnreachableException(word),
    };

    /// <summary>What a value of the type is, for messages.</summary>
    public static string Words(ValueType type) => type switch
    {
        ValueType.AnyUri => "an address (URI)",
        ValueType.Boolean => "true, false, 1 or 0",
        ValueType.Date => "a day, YYYY-MM-DD",
        ValueType.Instant => "a day and time, YYYY-MM-DDThh:mm:ss",
        ValueType.Decimal => "a decimal number, such as 1200.50",
        ValueType.Int => "a whole number",
        ValueType.NmToken => "a word without spaces",
        ValueType.NonNegativeInteger => "a whole number from 0 on",
        ValueType.PositiveInteger => "a whole number above 0",
        ValueType.Language => "a language, such as en or pt-BR",
        _ => "text",
    };

    /// <summary>Whether a text is a value of a type.</summary>
    public static bool Accepts(ValueType type, ReadOnlySpan<char> text)
    {
        if (type == ValueType.String) return true;
        text = text.Trim(Spaces);
        return type switch
        {
            ValueType.AnyUri => UriText.IsReference(text),
            ValueType.Boolean => text is "true" or "false" or "1" or "0",
            ValueType.Date => DateText.IsDate(text),
            ValueType.Instant => DateText.IsDateTime(text),
            ValueType.Decimal => IsDecimal(text),
            ValueType.Int => IsInteger(text, out var isNegative, out var digits) && IsInt(digits, isNegative),
            ValueType.NmToken => IsNmToken(text),
            ValueType.NonNegativeInteger => IsInteger(text, out var isBelow, out var whole) && (!isBelow || whole.IsEmpty),
            ValueType.PositiveInteger => IsInteger(text, out var isMinus, out var number) && !isMinus && !number.IsEmpty,
            ValueType.Language => text.IsEmpty || IsLanguage(text),
            _ => true,
        };
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..]) text = text[1..];
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? default : text[(point + 1)..];
        return whole.Length + part.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !part.ContainsAnyExceptInRange('0', '9');
    }

    /// <param name="text">The text.</param>
    /// <param name="isNegative">Whether it has a minus.</param>
    /// <param name="digits">Its digits without leading zeros.</param>
    private static bool IsInteger(ReadOnlySpan<char> text, out bool isNegative, out ReadOnlySpan<char> digits)
    {
        isNegative = text is ['-', ..];
        if (text is ['+' or '-', ..]) text = text[1..];
        digits = text.TrimStart('0');
        return !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsInt(ReadOnlySpan<char> digits, bool isNegative) => digits.Length < IntDigitsMax ||
        (digits.Length == IntDigitsMax && digits.SequenceCompareTo(isNegative ? "2147483648" : "2147483647") <= 0);

    private static bool IsNmToken(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!System.Xml.XmlConvert.IsNCNameChar(c) && c != ':') return false;
        }
        return !text.IsEmpty;
    }

    private static bool IsLanguage(ReadOnlySpan<char> text)
    {
        var isFirst = true;
        foreach (var range in text.Split('-'))
        {
            var part = text[range];
            if (part.Length is 0 or > 8) return false;
            foreach (var c in part)
            {
                if (!char.IsAsciiLetter(c) && (isFirst || !char.IsAsciiDigit(c))) return false;
            }
            isFirst = false;
        }
        return true;
    }
}
