using System.CommandLine;

namespace Tributary.Cli.Commands;

/// <summary><c>completion SHELL</c></summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _tributary() {
            local IFS=$'\n'
            COMPREPLY=($(tributary complete --at "${COMP_POINT}" -- "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _tributary tributary
        """;

    private const string Zsh = """
        #compdef tributary
        _tributary() {
            local -a found
            found=("${(@f)$(tributary complete --at "${CURSOR}" -- "${BUFFER}" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _tributary tributary
        """;

    private const string Fish = """
        complete -c tributary -a '(tributary complete --at (string length (commandline -cp)) -- (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName tributary -ScriptBlock {
            param($word, $line, $cursor)
            tributary complete --at $cursor -- "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(Surface surface)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a script that completes commands and options in a shell") { shell };
        Examples.Add(command, "source <(tributary completion bash)");
        command.SetAction(parsed => surface.Out.WriteLine(parsed.GetValue(shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        }));
        return command;
    }

    /// <summary>The hidden command that those scripts call: what can stand at a position of a command line.</summary>
    public static Command CreateComplete(Surface surface)
    {
        var at = new Option<int>("--at");
        var line = new Argument<string>("LINE");
        var command = new Command("complete") { at, line };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var typed = parsed.GetValue(line)!;
            var position = Math.Clamp(parsed.GetValue(at), 0, typed.Length);
            foreach (var completion in CommandLine.Root(surface).Parse(typed).GetCompletions(position)) surface.Out.WriteLine(completion.Label);
        });
        return command;
    }
}
