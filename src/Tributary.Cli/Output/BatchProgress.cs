using System.Globalization;
using Spectre.Console;
using Tributary.Questions;

namespace Tributary.Cli.Output;

/// <summary>Tells how the screening of a file goes on: a bar on a terminal, a line now and then for logs and pipes.</summary>
internal static class BatchProgress
{
    private const int RowsBetweenLines = 100_000;
    private const int RowsBetweenSteps = BatchScreening.RowsAtATime;

    /// <summary>Runs a screening under it.</summary>
    /// <param name="surface">The world.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="file">The file: how much of it is read.</param>
    /// <param name="isQuiet">Whether the rows themselves may go to the terminal, where a bar would stand between them.</param>
    /// <param name="screening">The screening; what it is given makes it watch its rows.</param>
    public static T Run<T>(Surface surface, string name, Stream file, bool isQuiet, Func<Func<IEnumerable<ScreenedRow>, IEnumerable<ScreenedRow>>, T> screening)
    {
        if (!surface.IsInteractive || (isQuiet && surface.Console.Profile.Capabilities.Interactive)) return screening(rows => Watch(rows, RowsBetweenLines, count => surface.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tributary: {name}: {count:N0} rows"))));
        return TerminalProgress.Bars(surface.ErrorConsole).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(Path.GetFileName(name)), maxValue: file.CanSeek ? Math.Max(1, file.Length) : 1);
            task.IsIndeterminate = !file.CanSeek;
            return screening(rows => Watch(rows, RowsBetweenSteps, count =>
            {
                if (file.CanSeek) task.Value = file.Position;
                task.Description(string.Create(CultureInfo.InvariantCulture, $"{Markup.Escape(Path.GetFileName(name))}, {count:N0} rows"));
            }));
        });
    }

    private static IEnumerable<ScreenedRow> Watch(IEnumerable<ScreenedRow> rows, int every, Action<long> told)
    {
        var count = 0L;
        foreach (var row in rows)
        {
            if (++count % every == 0) told(count);
            yield return row;
        }
    }
}
