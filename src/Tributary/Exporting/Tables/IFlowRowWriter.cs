using System.Text;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>Writes one statement of a flow after the other.</summary>
internal interface IFlowRowWriter
{
    /// <summary>What stands before the first.</summary>
    void Begin();

    /// <summary>One statement.</summary>
    void Write(ChunkReader chunk, int row);
}

/// <summary>The words of an enumeration as sources write them.</summary>
internal static class FlowWords
{
    /// <summary>The words, in the order of their numbers.</summary>
    public static byte[][] Of<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => Encoding.UTF8.GetBytes(name.ToLowerInvariant()))];
}
