using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>evidence show ID</c></summary>
internal static class EvidenceCommand
{
    public static Command Create(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The document: its hash, or the first digits of it" };
        var show = new Command("show", "What a report says about itself, each with its place in the text") { id };
        AnswerCommand.Create(surface, show, parsed => new EvidenceQuestion { Document = parsed.GetValue(id)! }, (answer, _) => Lay(answer), "tributary evidence show 82be500d");
        return new Command("evidence", "Reports that the ledger keeps as evidence") { show };
    }

    private const int ValueShown = 160;

    private static Report Lay(EvidenceAnswer answer) => new([new Section($"{answer.Name} ({answer.Hash.Short}, {answer.Format})",
        [new("field", "field"), new("value", "value"), new("places in the text", "spans"), new("basis", "basis", On: Shown.WithRoom)],
        [.. answer.Fields.Select(field => new object?[] { field.Field, Shorten(field.Value), string.Join("; ", field.Spans), field.Basis })])],
        [answer.Fields.Count == 0 ? "This document is no report: it says nothing about itself." : "What is not listed is not stated: unknown stays unknown.", $"{answer.Snapshot}"]);

    // The body is the whole article: its place says where to read it, JSON has all of it.
    private static string Shorten(string text) => text.Length > ValueShown ? text[..(ValueShown - 1)] + "…" : text;
}
