namespace Tributary.Cli.Output;

/// <summary>An answer as tables. The first section is the one that CSV writes.</summary>
/// <param name="Sections">Tables, in the order of reading.</param>
/// <param name="Notes">Sentences below them.</param>
internal sealed record Report(IReadOnlyList<Section> Sections, IReadOnlyList<string> Notes);

/// <summary>One table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its cells: text, whole numbers, decimals, days or null.</param>
internal sealed record Section(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>What a column holds.</summary>
internal enum Cells
{
    Text,
    Number,
    Money,

    /// <summary>Money of which a table shows only what is not zero.</summary>
    MoneyIfAny,
    Percent,
    Bar,
}

/// <summary>A column.</summary>
/// <param name="Header">Its heading for people.</param>
/// <param name="Name">Its name in CSV: that of the JSON field.</param>
/// <param name="Cells">What it holds. A bar is drawn from a percentage and left out of CSV.</param>
/// <param name="On">Where it is shown.</param>
internal sealed record Column(string Header, string Name, Cells Cells = Cells.Text, Shown On = Shown.Always);

/// <summary>Where a column is shown. CSV has all of them but bars.</summary>
internal enum Shown
{
    /// <summary>On every terminal.</summary>
    Always,

    /// <summary>On a terminal with room for it.</summary>
    WithRoom,

    /// <summary>On no terminal: it would only repeat another column.</summary>
    InCsvOnly,
}
