using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays what a report says about itself out.</summary>
public static class EvidenceTables
{
    /// <summary>One line for each thing that it says, with its places.</summary>
    public static Tabulated Of(EvidenceAnswer answer) => new([new Table($"{answer.Name} ({answer.Hash.Short}, {answer.Format})",
        [new("field", "field"), new("value", "value", Cells.LongText), new("places in the text", "spans"), new("basis", "basis", On: Shown.WithRoom)],
        [.. answer.Fields.Select(field => new object?[] { field.Field, field.Value, string.Join("; ", field.Spans), field.Basis })])],
        [answer.Fields.Count == 0 ? "This document is no report: it says nothing about itself." : "What is not listed is not stated: unknown stays unknown.", answer.Snapshot]);
}
