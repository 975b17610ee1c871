using System.Text;

namespace Tributary.Validating;

/// <summary>The tables beside this code: the facts of the IATI standard. <c>benchmarks iati-tables</c> makes them from its own files.</summary>
internal static class StandardTables
{
    /// <summary>The rows of a table without its header. No cell is quoted.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }

    /// <summary>The rows whose first cell names a version.</summary>
    public static IEnumerable<string[]> Read(string name, string version) => Read(name).Where(row => row[0].Contains(version, StringComparison.Ordinal));

    /// <summary>A table's bytes.</summary>
    public static Stream Open(string name) => typeof(StandardTables).Assembly.GetManifestResourceStream("Validating/" + name)!;
}
