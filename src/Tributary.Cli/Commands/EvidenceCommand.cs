using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>evidence show ID</c></summary>
internal static class EvidenceCommand
{
    public static Command Create(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The document: its hash, or the first digits of it" };
        var show = new Command("show", "What a report says about itself, each with its place in the text") { id };
        AnswerCommand.Create<EvidenceQuestion, EvidenceAnswer>(surface, show, parsed => new EvidenceQuestion { Document = parsed.GetValue(id)! }, (answer, _) => EvidenceTables.Of(answer), limit: null, "tributary evidence show 82be500d");
        return new Command("evidence", "Reports that the ledger keeps as evidence") { show };
    }
}
