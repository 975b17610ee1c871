using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>activity ID</c></summary>
internal static class ActivityCommand
{
    public static Command Create(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The activity's IATI identifier, as `tributary activities` gives it" };
        var currency = CommonOptions.ConvertTo();
        var command = new Command("activity", "All that is stated of an IATI activity: who, where, what for, its transactions, whatever else it says, and in which documents") { id, currency };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<ActivityQuestion, ActivityAnswer>(surface, command, parsed => new ActivityQuestion { Id = parsed.GetValue(id)!, ConvertTo = parsed.GetValue(currency) }, (answer, _) => ActivityTables.Of(answer), limit,
            "tributary activity SE-0-SE-6-11781A0101-AFG-72010", "tributary activity XI-IATI-EC_ECHO-ECHO/-AF/BUD/2020/91000 --currency USD", "tributary activity SE-0-SE-6-11781A0101-AFG-72010 --format json");
    }
}
