using System.Text;

namespace Tributary.Reading;

/// <summary>A run of characters of a text that stands in its document in one piece.</summary>
/// <param name="Start">UTF-16 position in the text.</param>
/// <param name="Length">UTF-16 characters in the text.</param>
/// <param name="DocumentStart">UTF-16 position in the decoded document.</param>
/// <param name="DocumentLength">
/// UTF-16 characters in the document. The same as <paramref name="Length"/> where the document has the very characters;
/// more where it writes them another way, such as <c>&amp;amp;</c> for one ampersand.
/// </param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct TextRun(int Start, int Length, int DocumentStart, int DocumentLength)
{
    /// <summary>UTF-16 position in the text after the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether each character has a place of its own in the document.</summary>
    public bool IsPlain => Length == DocumentLength;

    /// <summary>The place of the character at a position of the text.</summary>
    public int DocumentAt(int position) => IsPlain ? DocumentStart + position - Start : DocumentStart;

    /// <summary>The place after the character at a position of the text.</summary>
    public int DocumentAfter(int position) => IsPlain ? DocumentStart + position - Start + 1 : DocumentStart + DocumentLength;
}

/// <summary>A text taken out of a document, which knows where each of its characters stands there.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Runs">The places, in the order of the text, without gap or overlap.</param>
internal sealed record MappedText(string Text, IReadOnlyList<TextRun> Runs)
{
    /// <summary>A part of a document as it stands.</summary>
    public static MappedText Of(string document, int start, int end) =>
        new(document[start..end], end > start ? [new TextRun(0, end - start, start, end - start)] : []);

    /// <summary>The run that holds a position.</summary>
    public static TextRun RunAt(IReadOnlyList<TextRun> runs, int position)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        return runs[low];
    }

    /// <summary>The same text with places in the document out of which the text was taken that this one was taken out of.</summary>
    public MappedText Through(MappedText outer)
    {
        var all = new MappedTextBuilder();
        foreach (var run in Runs)
        {
            if (run.IsPlain) all.Copy(outer, run.DocumentStart, run.DocumentStart + run.DocumentLength, Text.AsSpan(run.Start, run.Length));
            else all.Put(Text.AsSpan(run.Start, run.Length), outer.PlaceOf(run.DocumentStart, run.DocumentStart + run.DocumentLength));
        }
        return all.Build();
    }

    /// <summary>From where to where in the document a part of the text stands.</summary>
    public (int Start, int End) PlaceOf(int start, int end) =>
        Runs.Count == 0 ? default
        : start >= end ? (RunAt(Runs, start).DocumentAt(start), RunAt(Runs, start).DocumentAt(start))
        : (RunAt(Runs, start).DocumentAt(start), RunAt(Runs, end - 1).DocumentAfter(end - 1));

    /// <summary>The text without white space at its ends.</summary>
    public MappedText Trim()
    {
        var (start, end) = (0, Text.Length);
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return end - start == Text.Length ? this : Part(start, end);
    }

    /// <summary>A part of the text.</summary>
    public MappedText Part(int start, int end)
    {
        var part = new MappedTextBuilder();
        part.Copy(this, start, end, Text.AsSpan(start, end - start));
        return part.Build();
    }

    /// <summary>Texts one after the other, with a line end between them that stands for what ends the text before it.</summary>
    /// <param name="texts">The texts, each with the place in the document of what ends it. Empty ones are passed over.</param>
    public static MappedText Join(IEnumerable<(MappedText Text, int ClosedAt)> texts)
    {
        var all = new MappedTextBuilder();
        var closedAt = -1;
        foreach (var (text, end) in texts.Where(static text => text.Text.Text.Length > 0))
        {
            if (closedAt >= 0) all.Divide(closedAt);
            all.Copy(text, 0, text.Text.Length, text.Text);
            closedAt = end;
        }
        return all.Build();
    }
}

/// <summary>Puts a text together out of parts of a document.</summary>
internal sealed class MappedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<TextRun> _runs = [];

    public int Length => _text.Length;

    /// <summary>Adds a part of the document as it stands.</summary>
    public void Copy(string document, int start, int end)
    {
        if (end > start) Add(document.AsSpan(start, end - start), new TextRun(_text.Length, end - start, start, end - start));
    }

    /// <summary>Adds characters that the document writes another way.</summary>
    public void Put(ReadOnlySpan<char> characters, (int Start, int End) place)
    {
        if (!characters.IsEmpty) Add(characters, new TextRun(_text.Length, characters.Length, place.Start, place.End - place.Start));
    }

    /// <summary>Adds a part of another text with that text's places.</summary>
    public void Copy(MappedText other, int start, int end, ReadOnlySpan<char> characters)
    {
        for (var at = start; at < end;)
        {
            var run = MappedText.RunAt(other.Runs, at);
            var length = Math.Min(end, run.End) - at;
            var piece = characters.Slice(at - start, length);
            if (run.IsPlain) Add(piece, new TextRun(_text.Length, length, run.DocumentAt(at), length));
            else Add(piece, new TextRun(_text.Length, length, run.DocumentStart, run.DocumentLength));
            at += length;
        }
    }

    /// <summary>Adds a line end that stands for the character at a place, which ends what was added last.</summary>
    public void Divide(int at) => Put("\n", (at, at + 1));

    public MappedText Build() => new(_text.ToString(), _runs);

    private void Add(ReadOnlySpan<char> characters, TextRun run)
    {
        _text.Append(characters);
        var goesOn = _runs.Count > 0 && run.IsPlain && _runs[^1].IsPlain && _runs[^1].DocumentStart + _runs[^1].DocumentLength == run.DocumentStart;
        if (!goesOn) _runs.Add(run);
        else _runs[^1] = _runs[^1] with { Length = _runs[^1].Length + run.Length, DocumentLength = _runs[^1].DocumentLength + run.Length };
    }
}
