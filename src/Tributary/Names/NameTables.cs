using System.Text;

namespace Tributary.Names;

/// <summary>The tables beside this code.</summary>
internal static class NameTables
{
    /// <summary>The rows of a table without its header. No cell is quoted.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(NameTables).Assembly.GetManifestResourceStream("Names/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }
}
