using Spectre.Console;
using Tributary.Import;

namespace Tributary.Cli.Output;

/// <summary>Tells how an import goes on as a progress bar on a terminal.</summary>
internal sealed class TerminalProgress : IImportProgress
{
    private readonly ProgressTask _task;

    public TerminalProgress(ProgressTask task) => _task = task;

    /// <summary>Runs an import under a progress bar.</summary>
    public static ImportReport Run(IAnsiConsole console, Func<IImportProgress, ImportReport> import) =>
        Bars(console).Start(context => import(new TerminalProgress(context.AddTask("reading", maxValue: 1))));

    /// <summary>Bars that go away when what they tell of is done.</summary>
    public static Progress Bars(IAnsiConsole console) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    public void Waiting() => _task.Description("waiting for another process that is writing to this ledger");

    public void Finishing(int documents) => _task.Description($"bringing the facts up to date ({documents} documents)");

    public void Begin(string name, long? bytes)
    {
        _task.Description(Markup.Escape(Path.GetFileName(name)));
        _task.Value = 0;
        _task.MaxValue = Math.Max(1, bytes ?? 0);
        _task.IsIndeterminate = bytes is null;
    }

    public void Advance(long bytes) => _task.Value = bytes;

    public void End(DocumentReport report) => _task.Value = _task.MaxValue;

    public void Writing()
    {
        _task.Description("writing the facts");
        _task.IsIndeterminate = true;
    }
}
