using System.Globalization;

namespace Tributary.Ledgers;

/// <summary>Folders that each belong to one process, named after it. Whoever comes later clears up after the dead.</summary>
internal static class ProcessFolders
{
    /// <summary>The folder of this process.</summary>
    /// <param name="parent">Where such folders lie.</param>
    /// <param name="prefix">How their names begin. What follows the process's number after another <c>-</c> tells folders of one process apart.</param>
    public static string Own(string parent, string prefix) => Path.Combine(parent, prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Removes the folders of processes that no longer run, and what else has such a name.</summary>
    /// <param name="parent">Where such folders lie.</param>
    /// <param name="prefix">How their names begin.</param>
    /// <param name="withOwn">Whether those of this process's number go too.</param>
    public static void Sweep(string parent, string prefix, bool withOwn)
    {
        if (!Directory.Exists(parent)) return;
        foreach (var folder in Directory.EnumerateDirectories(parent, prefix + "*"))
        {
            if (!IsInUse(Path.GetFileName(folder)[prefix.Length..], withOwn)) TryDelete(folder);
        }
    }

    private static bool IsInUse(string name, bool withOwn) =>
        int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && (process == Environment.ProcessId ? !withOwn : IsRunning(process));

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else swept at the same time.
        }
    }
}
