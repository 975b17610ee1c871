using System.CommandLine;

namespace Tributary.Cli.Commands;

/// <summary>How many lines a list shows: a screenful in a table, all of them for machines, unless the user says.</summary>
internal sealed class LineLimit
{
    private const int Screenful = 25;

    private readonly Option<int> _limit = new("--limit") { Description = $"Lines at most; 0 for all (a table shows {Screenful} unless given, json, csv and files all)", HelpName = "N" };

    public static LineLimit AddTo(Command command)
    {
        var limit = new LineLimit();
        limit._limit.Validators.Add(result => CommonOptions.RefuseOutside(result, 0, int.MaxValue));
        command.Options.Add(limit._limit);
        return limit;
    }

    public int Of(ParseResult parsed)
    {
        var given = parsed.GetResult(_limit) is { Implicit: false };
        if (given) return parsed.GetValue(_limit) is var limit and > 0 ? limit : int.MaxValue;
        return parsed.GetValue<AnswerFormat>("--format") == AnswerFormat.Table && parsed.GetValue<string?>(TargetOptions.OutputName) is null ? Screenful : int.MaxValue;
    }
}
