namespace Tributary.Tables;

/// <summary>An answer laid out as tables: what a terminal draws, a page shows and an export writes.</summary>
/// <param name="Tables">Tables in the order of reading; the first is the one that a CSV file holds.</param>
/// <param name="Notes">Sentences below them: what the figures rest on and what was left out.</param>
public sealed record Tabulated(IReadOnlyList<Table> Tables, IReadOnlyList<string> Notes);

/// <summary>One table.</summary>
/// <param name="Title">What it shows; empty where the surroundings say it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its cells: text, whole numbers, decimals, days, truth values or null.</param>
public sealed record Table(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>The column whose sum over lines that are not shown is worth a sentence; null for none.</summary>
    public string? SummedColumn { get; init; }

    /// <summary>How many rows the answer has, of which <see cref="Rows"/> are the first; null when these are all.</summary>
    public long? RowsInAll { get; init; }

    /// <summary>Whether the rows are sums that belong together: then no limit of lines cuts them.</summary>
    public bool IsOfSums { get; init; }

    /// <summary>The table with some rows at most.</summary>
    public Table Cut(int limit) => IsOfSums || Rows.Count <= limit ? this : this with { Rows = [.. Rows.Take(limit)] };

    /// <summary>The columns that a file has, each with its place in a row.</summary>
    public IEnumerable<(Column Column, int Index)> FileColumns() => Columns.Select((column, index) => (column, index)).Where(kept => kept.column.Cells != Cells.Bar && kept.column.On != Shown.ToPeopleOnly);

    /// <summary>The place of a column by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Name == column) return index;
        }
        throw new ArgumentException($"the table has no column '{column}'", nameof(column));
    }
}

/// <summary>What the cells of a column are.</summary>
public enum Cells
{
    /// <summary>Text, days and everything else.</summary>
    Text,

    /// <summary>Text of any length, of which a terminal shows the beginning.</summary>
    LongText,

    /// <summary>Text behind the branches of a tree, which would be lost if it wrapped.</summary>
    Tree,

    /// <summary>Whole numbers, or numbers that are no money.</summary>
    Number,

    /// <summary>US dollars, unless the column's name says otherwise.</summary>
    Money,

    /// <summary>Money of which people are shown only what is not zero.</summary>
    MoneyIfAny,

    /// <summary>Percent, 100 for the whole.</summary>
    Percent,

    /// <summary>Percent drawn as a bar. It repeats another column, so no file has it.</summary>
    Bar,
}

/// <summary>Who sees a column. Files have all of them but bars and what is drawn for people.</summary>
public enum Shown
{
    /// <summary>Everywhere.</summary>
    Always,

    /// <summary>Where there is room for it.</summary>
    WithRoom,

    /// <summary>Files alone: to people it would only repeat another column.</summary>
    InFilesOnly,

    /// <summary>People alone: it is drawn from other columns.</summary>
    ToPeopleOnly,
}

/// <summary>A column.</summary>
/// <param name="Header">Its heading for people.</param>
/// <param name="Name">Its name for machines: that of the JSON field.</param>
/// <param name="Cells">What its cells are.</param>
/// <param name="On">Where people see it.</param>
/// <param name="Hxl">Its HXL hashtag with attributes (https://hxlstandard.org/standard/1-1final/dictionary/); empty where the dictionary has none that fits.</param>
public sealed record Column(string Header, string Name, Cells Cells = Cells.Text, Shown On = Shown.Always, string Hxl = "");
