using System.Globalization;
using Spectre.Console;
using Tributary.Exporting;

namespace Tributary.Cli.Output;

/// <summary>Tells how a long export goes on: a bar on a terminal, a line now and then for logs and pipes.</summary>
internal static class ExportProgress
{
    /// <summary>Runs an export under it.</summary>
    public static long Run(Surface surface, string path, Func<IExportProgress, long> export) => !surface.IsInteractive
        ? export(new Lines(surface.Error, path))
        : surface.ErrorConsole.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn())
            .Start(context => export(new Bar(context.AddTask(Markup.Escape(Path.GetFileName(path)), maxValue: 100))));

    private sealed class Lines(TextWriter output, string path) : IExportProgress
    {
        private const double PercentBetweenLines = 25;

        private double _told;

        public void Rows(long rows) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tributary: {path}: {rows:N0} rows written"));

        public void Percent(double percent)
        {
            if (percent - _told < PercentBetweenLines) return;
            _told = percent;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tributary: {path}: {percent:0} %"));
        }
    }

    private sealed class Bar : IExportProgress
    {
        private readonly ProgressTask _task;
        private readonly string _name;

        public Bar(ProgressTask task)
        {
            (_task, _name) = (task, task.Description);
            _task.IsIndeterminate = true;
        }

        public void Rows(long rows) => _task.Description(string.Create(CultureInfo.InvariantCulture, $"{_name}, {rows:N0} rows"));

        public void Percent(double percent)
        {
            if (percent < 0) return;
            _task.IsIndeterminate = false;
            _task.Value = percent;
        }
    }
}
