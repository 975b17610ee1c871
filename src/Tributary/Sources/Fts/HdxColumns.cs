using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>The columns by which a kind of HDX file is known, in any order.</summary>
/// <param name="Known">Names of all columns that the reader knows; their positions here are the columns' numbers.</param>
/// <param name="Required">Names without which the document is of another kind or of no use.</param>
/// <param name="Foreign">Names that only another kind of document has.</param>
internal sealed record HdxColumns(string[] Known, string[] Required, string[] Foreign)
{
    /// <summary>Whether a document of this kind can begin with these bytes.</summary>
    public bool Recognise(ReadOnlySpan<byte> head)
    {
        using var stream = new MemoryStream(head.ToArray(), writable: false);
        var csv = new CsvReader(stream);
        return csv.Read() && Fits(NamesOf(csv));
    }

    /// <summary>The cells of the current row as names.</summary>
    public static string[] NamesOf(CsvReader csv)
    {
        var names = new string[csv.FieldCount];
        for (var at = 0; at < names.Length; at++) names[at] = System.Text.Encoding.UTF8.GetString(csv.Field(at));
        return names;
    }

    /// <summary>Names of an enumeration's values as a header writes them: <c>AmountUSD</c> is the column <c>amountUSD</c>.</summary>
    public static string[] NamesOf<TColumn>() where TColumn : struct, Enum =>
        [.. Enum.GetNames<TColumn>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    private bool Fits(string[] names) => Required.All(names.Contains) && !Foreign.Any(names.Contains);
}
