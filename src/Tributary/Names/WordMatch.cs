using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>How a word of one name meets words of the other.</summary>
internal enum MeetingKind : byte
{
    /// <summary>The same word, or one of the same meaning.</summary>
    Same,

    /// <summary>Words that are spelled alike, or of which one is the beginning of the other.</summary>
    Alike,

    /// <summary>One word, written as several in the other name.</summary>
    Joined,

    /// <summary>A letter that stands for a word.</summary>
    Initial,

    /// <summary>Letters that stand for several words.</summary>
    Acronym,

    /// <summary>Words that take each other's place and differ.</summary>
    Contradicted,

    /// <summary>A word that the other name leaves out.</summary>
    Omitted,
}

/// <summary>A meeting of words.</summary>
/// <param name="Kind">How.</param>
/// <param name="One">The first word of the one name; -1 for none.</param>
/// <param name="OneCount">How many words of it.</param>
/// <param name="Other">The first word of the other; -1 for none.</param>
/// <param name="OtherCount">How many words of it.</param>
/// <param name="Alike">How alike they are, 0 to 1.</param>
/// <param name="Weight">How much it tells.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Meeting(MeetingKind Kind, sbyte One, sbyte OneCount, sbyte Other, sbyte OtherCount, float Alike, float Weight);
