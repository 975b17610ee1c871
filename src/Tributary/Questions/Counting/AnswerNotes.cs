using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>The sentences below an answer: what is published for the same, what is inferred, what it rests on.</summary>
internal static class AnswerNotes
{
    public static List<string> Of(string snapshot, DateOnly? asOf, Inference? inferred = null, IReadOnlyList<PublishedComparison>? published = null)
    {
        var notes = new List<string>();
        foreach (var figure in published ?? []) notes.Add(Published(figure));
        if (inferred is not null) notes.Add($"Inferred: the boundary of {CellText.Number(inferred.FlowCount)} flows ({CellText.Money(inferred.AmountUsd)}). {inferred.Basis}.");
        notes.Add($"{snapshot}, as of {(asOf is { } day ? CellText.Day(day) : "no document")}.");
        return notes;
    }

    private static string Published(PublishedComparison figure) => figure.DifferenceUsd == 0
        ? $"Published: the same, by {figure.Source}."
        : $"Published: {CellText.Money(figure.ValueUsd)} by {figure.Source}; {figure.Why}.";
}
