namespace Tributary.Deciding;

/// <summary>One thing that a form asks for: an option of a command, a key or column of a file, a question on a terminal.</summary>
/// <param name="Name">Its name, the same everywhere.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Example">What somebody may write.</param>
public sealed record FormField(string Name, string Meaning, string Example)
{
    /// <summary>Whether nothing can be entered without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it may hold several values. As one text they stand between semicolons.</summary>
    public bool IsList { get; init; }

    /// <summary>Fields any of which says what this one would: it need not be asked for when one of them is filled in.</summary>
    public IReadOnlyList<string> SaidBy { get; init; } = [];

    /// <summary>The only values that it may have; empty when it may have any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
