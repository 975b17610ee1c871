namespace Tributary.Sources.News;

/// <summary>Knows the lines that are about a report and not of it: credits, times, links, labels, counters.</summary>
/// <param name="agencies">Names that are taken for agencies when they stand alone.</param>
internal sealed class CreditLine(IReadOnlySet<string> agencies)
{
    /// <summary>A longer line is prose.</summary>
    private const int LengthMax = 400;

    private const string CellSeparators = "|•·";

    /// <summary>What the line states.</summary>
    /// <returns>Null when it is no such line; empty when it is one with nothing to keep.</returns>
    public List<Statement>? Read(Passage line)
    {
        if (line.IsEmpty || line.Length > LengthMax) return null;
        return ReadWhole(line) ?? ReadCells(line);
    }

    private List<Statement>? ReadWhole(Passage line) =>
        ReadUrl(line) ?? ReadLabelled(line) ?? ReadAgency(line) ?? Byline.Read(line, agencies) ?? TimeLine.Read(line) ?? TimeLine.ReadCounters(line);

    /// <summary>Reads a line of several, such as <c>By Jane Doe | Oct 20, 2021 22:28 GMT | 5 min read</c>: each must be one.</summary>
    private List<Statement>? ReadCells(Passage line)
    {
        if (!line.Span.ContainsAny(CellSeparators)) return null;
        var all = new List<Statement>();
        foreach (var cell in line.Split(CellSeparators).Where(static cell => !cell.IsEmpty))
        {
            if (ReadWhole(cell) is not { } statements) return null;
            all.AddRange(statements);
        }
        return all;
    }

    private static List<Statement>? ReadUrl(Passage line) => IsUrl(line) ? [Statement.Of(NewsFields.Url, line)] : null;

    private List<Statement>? ReadAgency(Passage line) => agencies.Contains(line.Clean()) ? [Statement.Of(NewsFields.Agency, line)] : null;

    private List<Statement>? ReadLabelled(Passage line)
    {
        if (LabelledLine.Read(line) is not { } values) return null;
        var all = new List<Statement>();
        foreach (var (field, value) in values.Where(static pair => !pair.Value.IsEmpty)) all.AddRange(Interpret(field, value));
        return all;
    }

    private List<Statement> Interpret(string field, Passage value) => field switch
    {
        NewsFields.Published or NewsFields.CollectorDate => [Dated(field, value)],
        NewsFields.Author or NewsFields.Editor => Byline.People(field, value, agencies),
        NewsFields.Agency when IsUrl(value) => [Statement.Of(NewsFields.Url, value)],
        _ => [Statement.Of(field, value)],
    };

    private static Statement Dated(string field, Passage value) => NewsTime.Find(value) is { } time
        ? new Statement(field, time.Iso, time.At, time.Basis)
        : Statement.Of(NewsFields.UnreadableDate, value);

    private static bool IsUrl(Passage line) => !line.Span.ContainsAny(' ', '\t', '\u00a0')
        && (line.Span.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || line.Span.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
