using System.Globalization;
using Spectre.Console;
using Tributary.Fetching;
using Tributary.Import;
using Tributary.Tables;

namespace Tributary.Cli.Output;

/// <summary>Tells how a fetch goes on as a progress bar on a terminal.</summary>
internal sealed class TerminalFetchProgress : IFetchProgress
{
    private readonly ProgressContext _context;
    private readonly ProgressTask _task;
    private TerminalProgress? _importing;
    private int _came;

    private TerminalFetchProgress(ProgressContext context) => (_context, _task) = (context, context.AddTask("asking", maxValue: 1));

    /// <summary>Runs a fetch under a progress bar.</summary>
    public static Task<FetchReport> RunAsync(IAnsiConsole console, Func<IFetchProgress, Task<FetchReport>> fetch) =>
        TerminalProgress.Bars(console).StartAsync(context => fetch(new TerminalFetchProgress(context)));

    public IImportProgress? Importing => _importing ??= new TerminalProgress(_context.AddTask("reading", maxValue: 1));

    public void Asking(string address)
    {
        Describe($"{_came} here, asking {Path.GetFileName(address)}");
        _task.Value = 0;
        _task.IsIndeterminate = true;
    }

    public void Arriving(long bytes, long? length)
    {
        _task.IsIndeterminate = length is null;
        _task.MaxValue = Math.Max(1, length ?? 0);
        _task.Value = bytes;
    }

    public void Failed(string address, string found, TimeSpan after)
    {
        Describe($"{found}; asking again in {after.TotalSeconds:0.#} s");
        _task.IsIndeterminate = true;
    }

    public void Done(FetchedAddress address)
    {
        if (address.Outcome != FetchOutcome.Skipped) _came++;
        _task.IsIndeterminate = false;
        _task.Value = _task.MaxValue;
        Describe($"{_came} here");
    }

    public void Anew(string why) => Describe($"{why}; asking anew");

    private void Describe(FormattableString text) => _task.Description(Markup.Escape(CellText.Of(text.ToString(CultureInfo.InvariantCulture), Cells.Text)));
}
