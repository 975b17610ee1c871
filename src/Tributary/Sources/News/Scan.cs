namespace Tributary.Sources.News;

/// <summary>Walks over the small parts of a date or time.</summary>
internal record struct Scan(Passage Passage)
{
    /// <summary>The position reached.</summary>
    public int At { get; private set; } = Passage.Start;

    public readonly bool AtDigit => At < Passage.End && char.IsAsciiDigit(Passage.Text[At]);

    /// <summary>Takes a number of so many digits; -1, and nothing taken, when it has fewer or more.</summary>
    public int Number(int digitsMin, int digitsMax)
    {
        var (end, value) = (At, 0);
        for (; end < Passage.End && end - At <= digitsMax && char.IsAsciiDigit(Passage.Text[end]); end++) value = value * 10 + (Passage.Text[end] - '0');
        if (end - At < digitsMin || end - At > digitsMax) return -1;
        At = end;
        return value;
    }

    /// <summary>Takes one of these characters, or nothing and gives NUL.</summary>
    public char Any(string characters) =>
        At < Passage.End && characters.Contains(Passage.Text[At], StringComparison.Ordinal) ? Passage.Text[At++] : '\0';

    /// <summary>Takes a run of letters, perhaps none.</summary>
    public ReadOnlySpan<char> Letters()
    {
        var start = At;
        while (At < Passage.End && char.IsLetter(Passage.Text[At])) At++;
        return Passage.Text.AsSpan(start, At - start);
    }

    /// <summary>Takes white space.</summary>
    public void Spaces()
    {
        while (At < Passage.End && char.IsWhiteSpace(Passage.Text[At])) At++;
    }

    /// <summary>Takes the ending of an ordinal number: 1st, 2nd, 3rd, 20th.</summary>
    public void Ordinal()
    {
        var rest = Passage.From(At);
        if (rest.BeginsWith("st") || rest.BeginsWith("nd") || rest.BeginsWith("rd") || rest.BeginsWith("th")) At += 2;
    }

    /// <summary>Takes this text whatever its case.</summary>
    public bool Take(string text)
    {
        var found = Passage.From(At).Span.StartsWith(text, StringComparison.OrdinalIgnoreCase);
        if (found) At += text.Length;
        return found;
    }
}
