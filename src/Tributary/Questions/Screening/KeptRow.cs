using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>A row of the journal that was just kept.</summary>
/// <param name="Row">Its position.</param>
/// <param name="Says">What it says.</param>
public sealed record KeptRow(long Row, string Says)
{
    /// <summary>Lays it out.</summary>
    public static Tabulated Table(KeptRow kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new([new Table("Kept", [new("row", "row", Cells.Number), new("", "says", Cells.LongText)], [[kept.Row, kept.Says]])], []);
    }
}
