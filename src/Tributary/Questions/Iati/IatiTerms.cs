using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>The numbers that stand for words of IATI documents inside a snapshot. What a person typed becomes numbers here: no text of theirs enters SQL.</summary>
internal static class IatiTerms
{
    /// <summary>The condition, in SQL, that a column holds one of some words, whatever their case.</summary>
    public static string IsOneOf(Facts facts, string column, params IEnumerable<string> words) => IsOneOf(column, words.SelectMany(word => Of(facts, word)));

    /// <summary>The condition, in SQL, that a column holds one of some numbers.</summary>
    public static string IsOneOf(string column, IEnumerable<int> numbers)
    {
        var listed = string.Join(", ", numbers.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return listed.Length == 0 ? "false" : $"{column} IN ({listed})";
    }

    /// <summary>The numbers of a word in any case.</summary>
    public static IEnumerable<int> Of(Facts facts, string word) => facts.Remember(nameof(IatiTerms), () => facts.Terms.ToLookup(term => term.Value, term => term.Key, StringComparer.OrdinalIgnoreCase))[word];

    /// <summary>A sum that was made of whole units and fractions apart, each in a column of its own as text.</summary>
    public static decimal Sum(DuckDBDataReader row, int whole) => Number(row.GetText(whole)) + Number(row.GetText(whole + 1));

    private static decimal Number(string? text) => text is null ? 0 : ScaledDecimal.WithoutZeros(decimal.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>The word of a number; null for none.</summary>
    public static string? Text(Facts facts, int? number) => number is { } term ? facts.Terms[term] : null;
}
