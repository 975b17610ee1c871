using System.Collections.Concurrent;

namespace Tributary.Validating;

/// <summary>Names of elements and attributes as numbers, so that rules compare numbers.</summary>
internal static class NameNumbers
{
    // Numbers in objects: of tables of objects the runtime has its code ready, and need not compile it at the start.
    private static readonly ConcurrentDictionary<string, NameNumber> Numbers = new(StringComparer.Ordinal);
    private static readonly List<string> Names = [];
    private static readonly Lock Adding = new();

    /// <summary>How many there are.</summary>
    public static int Count => Numbers.Count;

    /// <summary>The number of a name of the standard or of a rule.</summary>
    public static int Of(string name)
    {
        lock (Adding)
        {
            if (Numbers.TryGetValue(name, out var known)) return known.Value;
            Names.Add(name);
            Numbers[name] = new NameNumber(Names.Count - 1);
            return Names.Count - 1;
        }
    }

    /// <summary>The name that a number stands for.</summary>
    public static string Text(int number)
    {
        lock (Adding)
        {
            return number < 0 ? "*" : Names[number];
        }
    }

    /// <summary>The number of a name in a document; -1 when no rule can ask for it.</summary>
    public static int Find(string name) => Numbers.TryGetValue(name, out var number) ? number.Value : -1;

    private sealed record NameNumber(int Value);
}
