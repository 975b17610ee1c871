namespace Tributary.Sources.News;

/// <summary>Finds the parts of a report by where they stand: credits around it, headline, standfirst, body.</summary>
/// <remarks>
/// The end is read first, from the last line up, as long as lines are credits; then the head, from the first line down,
/// until prose begins. What is between is the body and is not looked into. Each part is walked once, and both ends are bounded.
/// </remarks>
internal sealed class NewsLayout
{
    private const int HeadLinesMax = 64;
    private const int FootLinesMax = 24;
    private const int RepeatLengthMin = 30;
    private const int RepeatLengthMax = 1000;

    /// <summary>How much of the body is searched for a repeated standfirst: newspapers repeat it near the top.</summary>
    private const int RepeatWithin = 64 * 1024;

    private readonly string _text;
    private readonly HashSet<string> _agencies = new(NewsWords.Agencies, StringComparer.OrdinalIgnoreCase);
    private readonly List<Statement> _statements = [];
    private bool _hasByline;
    private bool _hasDay;
    private bool _hasProse;

    private NewsLayout(string text) => _text = text;

    /// <summary>Everything stated, in the order of the text.</summary>
    public IEnumerable<Statement> Statements => _statements.OrderBy(static statement => statement.At.Start);

    /// <summary>Whether the text has what makes it a report: a headline, prose, a date line or dateline, and a credit.</summary>
    public bool IsReport => Has(NewsFields.Headline) && _hasProse && (_hasDay || Has(NewsFields.Published))
        && (_hasByline || Has(NewsFields.Agency) || Has(NewsFields.Editor) || Has(NewsFields.Publisher));

    /// <summary>Reads a text.</summary>
    public static NewsLayout Read(string text)
    {
        var layout = new NewsLayout(text);
        var foot = layout.ReadFoot();
        layout.ReadBody(layout.ReadHead(foot));
        return layout;
    }

    /// <summary>Reads credits from the end up.</summary>
    /// <returns>The text before them.</returns>
    private Passage ReadFoot()
    {
        var rest = new Passage(_text, 0, _text.Length).Trim();
        for (var lines = 0; lines < FootLinesMax && !rest.IsEmpty; lines++)
        {
            var line = rest.From(rest.Start + rest.Span.LastIndexOf('\n') + 1).Trim();
            if (new CreditLine(_agencies).Read(line) is not { } statements) break;
            Add(line, statements);
            rest = rest.Before(line.Start).Trim();
        }
        return rest;
    }

    /// <summary>Reads the head from the first line down.</summary>
    /// <returns>The text after it.</returns>
    private Passage ReadHead(Passage rest)
    {
        for (var lines = 0; lines < HeadLinesMax && !rest.IsEmpty; lines++)
        {
            var line = FirstLine(rest);
            if (!ReadHeadLine(line, rest.From(line.End).Trim())) break;
            rest = rest.From(line.End).Trim();
        }
        return rest;
    }

    private bool ReadHeadLine(Passage line, Passage rest)
    {
        if (ReadCredits(line)) return true;
        if (Has(NewsFields.Headline)) return ReadStandfirst(line, rest);
        if (Dateline.Read(line) is not null) return false;
        _statements.Add(Breadcrumb.Read(line) ?? Statement.Of(Headlines.Is(line) ? NewsFields.Headline : NewsFields.Unplaced, line));
        return true;
    }

    private bool ReadCredits(Passage line)
    {
        var collector = Has(NewsFields.Headline) ? null : TimeLine.ReadCollector(line);
        var statements = collector is null ? new CreditLine(_agencies).Read(line) : [collector];
        if (statements is not null) Add(line, statements);
        return statements is not null;
    }

    /// <summary>Prose before more credits, or prose that the body says again, stands first.</summary>
    private bool ReadStandfirst(Passage line, Passage rest)
    {
        if (Has(NewsFields.Standfirst) || rest.IsEmpty || Dateline.Read(line) is not null) return false;
        var again = FindAgain(line, rest);
        if (again.IsEmpty && new CreditLine(_agencies).Read(FirstLine(rest)) is null) return false;
        _statements.Add(Statement.Of(NewsFields.Standfirst, line));
        if (!again.IsEmpty) _statements.Add(Statement.Of(NewsFields.Standfirst, again));
        return true;
    }

    private static Passage FindAgain(Passage line, Passage rest)
    {
        if (line.Length is < RepeatLengthMin or > RepeatLengthMax) return default;
        var near = rest.Before(Math.Min(rest.End, rest.Start + RepeatWithin));
        var at = near.Span.IndexOf(line.Span, StringComparison.Ordinal);
        return at < 0 ? default : line with { Start = rest.Start + at, End = rest.Start + at + line.Length };
    }

    private void ReadBody(Passage body)
    {
        if (body.IsEmpty) return;
        _statements.Add(new Statement(NewsFields.Body, body.Span.ToString(), body));
        _hasProse = Headlines.IsProse(body);
        if (Dateline.Read(FirstLine(body)) is { } dateline) AddDateline(dateline);
    }

    private void AddDateline(Dateline dateline)
    {
        _hasDay = dateline.HasDay;
        _statements.Add(Statement.Of(NewsFields.Agency, dateline.Agency));
        if (dateline.Time is { } time && !Has(NewsFields.Published)) _statements.Add(new Statement(NewsFields.Published, time.Iso, time.At, time.Basis));
    }

    /// <summary>An agency that a label names is known from then on, also where it stands alone.</summary>
    private void Add(Passage line, List<Statement> statements)
    {
        _statements.AddRange(statements);
        foreach (var agency in statements.Where(static statement => statement.Field == NewsFields.Agency)) _agencies.Add(agency.Value);
        _hasByline |= line.BeginsWith("by") && statements.Exists(static statement => statement.Field == NewsFields.Author);
    }

    private bool Has(string field) => _statements.Exists(statement => statement.Field == field);

    private static Passage FirstLine(Passage text)
    {
        var end = text.Find('\n');
        return (end < 0 ? text : text.Before(end)).Trim();
    }
}
