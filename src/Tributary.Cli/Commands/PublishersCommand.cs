using System.CommandLine;
using Tributary.Auditing;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>publishers</c></summary>
internal static class PublishersCommand
{
    public static Command Create(Surface surface)
    {
        var publisher = new Option<string[]>("--publisher") { Description = "Only one reporting organisation (identifier or name)", HelpName = "REF|NAME" };
        var findings = new Option<bool>("--findings") { Description = "Also hold the stored documents to the standard, and count what is found" };
        var command = new Command("publishers", "Who publishes IATI data: how much, how late, how far its money can be followed, what is odd") { publisher, findings };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create(surface, command,
            (asked, token) =>
            {
                var answer = asked.Ask(new PublishersQuestion { Publishers = asked.Parsed.GetValue(publisher) ?? [] }, token);
                if (asked.Parsed.GetValue(findings)) answer = PublisherFindings.AddTo(asked.Ledger, answer, asked.AsOf, surface.Clock, token);
                return asked.Given(answer, PublishersTables.Of, limit);
            },
            "tributary publishers", "tributary publishers --publisher XM-DAC-928 --findings", "tributary publishers --format csv");
    }
}
