namespace Tributary.Deciding;

/// <summary>Something that does not hold in what a person enters or decides.</summary>
/// <param name="Place">Where: an option, a line of a file, or which entry and field.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Advice">What to do.</param>
public sealed record Mistake(string Place, string Found, string Expected, string Advice)
{
    /// <summary>The message in the form <c>place: what was found; what was expected; what to do</c>.</summary>
    /// <remarks>What stands in a file must not move the cursor of whoever reads the message.</remarks>
    public override string ToString()
    {
        var text = $"{Place}: {Found}; {Expected}; {Advice}";
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }
}

/// <summary>What a person enters or decides does not hold. Nothing of it was kept.</summary>
public sealed class DecisionRefusedException : Exception
{
    /// <param name="mistakes">At least one.</param>
    /// <param name="isOfAFile">Whether they stand in a file.</param>
    public DecisionRefusedException(IReadOnlyList<Mistake> mistakes, bool isOfAFile = false) : base(string.Join('\n', mistakes)) => (Mistakes, IsOfAFile) = (mistakes, isOfAFile);

    /// <summary>One message for each thing that does not hold.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; }

    /// <summary>Whether they stand in a file, which is then refused as a document is.</summary>
    public bool IsOfAFile { get; }
}

/// <summary>Collects mistakes, so that all of them are told at once.</summary>
internal sealed class Mistakes
{
    // Whoever made more than these learns from the first.
    private const int ToldMax = 50;

    private readonly List<Mistake> _found = [];

    public IReadOnlyList<Mistake> Found => _found;

    public void Add(string place, string found, string expected, string advice)
    {
        if (_found.Count < ToldMax) _found.Add(new Mistake(place, found, expected, advice));
    }

    public void Add(IEnumerable<Mistake> others) => _found.AddRange(others.Take(ToldMax - _found.Count));

    /// <exception cref="DecisionRefusedException">There is one.</exception>
    public void ThrowIfAny(bool ofAFile = false)
    {
        if (_found.Count > 0) throw new DecisionRefusedException([.. _found], ofAFile);
    }
}
