using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>diff --from DAY --to DAY</c></summary>
internal static class DiffCommand
{
    public static Command Create(Surface surface)
    {
        var from = CommonOptions.Day("--from", "The earlier day");
        var to = CommonOptions.Day("--to", "The later day; that of the latest document unless given");
        from.Required = true;
        to.Validators.Add(result => { if (result.GetResult("--as-of") is { } asOf) result.AddError($"--to and --as-of '{string.Join(' ', asOf.Tokens)}': two later days; expected one of them"); });
        var command = new Command("diff", "Which flows were added, changed (field by field) or closed between two days") { from, to };
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<DiffQuestion, DiffAnswer>(surface, command,
            parsed => filters.Fill(parsed, new DiffQuestion { From = parsed.GetValue(from)!.Value, To = parsed.GetValue(to), Limit = limit.Of(parsed) }), DiffTables.Of, limit,
            "tributary diff --from 2021-03-05 --to 2026-04-17 --plan 929",
            "tributary diff --from 2026-01-01 --country AFG --format json");
    }
}
