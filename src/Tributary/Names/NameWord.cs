using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>What a word is in a name.</summary>
internal enum WordKind : byte
{
    /// <summary>A word that names.</summary>
    Name,

    /// <summary>A single letter that stands for a word.</summary>
    Initial,

    /// <summary>A word that stands in many names of organisations, such as bank.</summary>
    Common,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The form of a company, such as Ltd.</summary>
    Form,

    /// <summary>What binds other words, such as al-, bin, of.</summary>
    Particle,

    /// <summary>A title or a mark of honour.</summary>
    Honorific,
}

/// <summary>A word of a prepared name.</summary>
/// <param name="Start">Where its sounds begin among those that its name lies in.</param>
/// <param name="Length">How many sounds.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsUnvoiced">Whether it is written without vowels.</param>
/// <param name="Weight">How much it tells, up to 100.</param>
/// <param name="Same">A number that words of one meaning share (Ltd and Limited, 8th and VIII); 0 for none.</param>
/// <param name="Mask">Which sounds occur.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameWord(int Start, byte Length, WordKind Kind, bool IsUnvoiced, byte Weight, ushort Same, uint Mask)
{
    /// <summary>Whether it tells names apart.</summary>
    public bool IsTold => Kind <= WordKind.Number;

    /// <summary>Whether it names, and is not common to many names.</summary>
    public bool IsName => Kind == WordKind.Name && Weight == NamePreparation.Full;
}
