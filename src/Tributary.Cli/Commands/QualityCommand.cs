using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>quality</c></summary>
internal static class QualityCommand
{
    public static Command Create(Surface surface)
    {
        var by = new Option<string>("--by") { Description = "Lines by donor (unless given) or by plan", HelpName = "donor|plan", DefaultValueFactory = _ => "donor" };
        by.AcceptOnlyFromAmong("donor", "plan");
        var late = new Option<int>("--late-after") { Description = "Days after the decision from which a report is late", HelpName = "DAYS", DefaultValueFactory = _ => 30 };
        late.Validators.Add(result => CommonOptions.RefuseOutside(result, 0, 3650));
        var command = new Command("quality", "How late flows are reported and what they do not say, by donor or plan") { by, late };
        var filters = new FilterOptions(command);
        return AnswerCommand.Create<QualityQuestion, QualityAnswer>(surface, command,
            parsed => filters.Fill(parsed, new QualityQuestion { ByPlan = parsed.GetValue(by) == "plan", LateAfterDays = parsed.GetValue(late) }), QualityTables.Of, LineLimit.AddTo(command),
            "tributary quality --country AFG --year 2020",
            "tributary quality --by plan --year 2026 --late-after 60 --format csv");
    }
}
