using System.Text;

namespace Tributary.Validating;

/// <summary>Our sentences for the standard's numbers.</summary>
internal static class FindingMessages
{
    private static readonly Dictionary<string, string> Messages = Load();

    /// <summary>The sentence for a number; null when the standard has no such rule.</summary>
    public static string? Of(string id) => Messages.GetValueOrDefault(id);

    private static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(StandardTables.Open("messages.csv"), Encoding.UTF8);
        reader.ReadLine();
        var messages = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            messages.Add(line[..comma], line[(comma + 1)..]);
        }
        return messages;
    }
}
