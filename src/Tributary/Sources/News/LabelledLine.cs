namespace Tributary.Sources.News;

/// <summary>Reads a line of labelled values: <c>Source: Reuters   Editor: Guo Jiayi</c>.</summary>
internal static class LabelledLine
{
    /// <summary>The values with their fields, in order.</summary>
    /// <returns>Null when the line does not begin with a label that is known.</returns>
    public static List<(string Field, Passage Value)>? Read(Passage line)
    {
        var labels = FindLabels(line);
        if (labels.Count == 0 || labels[0].Label.Start != line.Start) return null;
        var values = new List<(string, Passage)>(labels.Count);
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Label.Start : line.End;
            values.Add((labels[i].Field, line.From(labels[i].ValueStart).Before(end).TrimSeparators()));
        }
        return values;
    }

    private static List<(string Field, Passage Label, int ValueStart)> FindLabels(Passage line)
    {
        var labels = new List<(string, Passage, int)>();
        for (var at = line.Start; at < line.End; at++)
        {
            if (line.Text[at] is not (':' or '：')) continue;
            var label = LabelBefore(line, at);
            if (!label.IsEmpty) labels.Add((NewsWords.Labels[label.Clean()], label, at + 1));
        }
        return labels;
    }

    /// <summary>The label of two words or of one that ends before a colon; the longer one is meant.</summary>
    private static Passage LabelBefore(Passage line, int colon)
    {
        var last = WordBefore(line, colon);
        var first = WordBefore(line, last.Start);
        var both = first with { End = last.End };
        return !first.IsEmpty && NewsWords.Labels.ContainsKey(both.Clean()) ? both
            : NewsWords.Labels.ContainsKey(last.Clean()) ? last
            : default;
    }

    private static Passage WordBefore(Passage line, int position)
    {
        var end = line.Before(position).Trim().End;
        var start = end;
        while (start > line.Start && char.IsLetter(line.Text[start - 1])) start--;
        return line with { Start = start, End = end };
    }
}
