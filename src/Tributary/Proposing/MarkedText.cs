using System.Text;
using Tributary.Tables;

namespace Tributary.Proposing;

/// <summary>The text of a report with its proposals marked: <c>[m713: 600 million euros]</c>.</summary>
public static class MarkedText
{
    /// <summary>The lines of a text that have words, each with the marks of what is proposed of it. Of proposals that lie over each other the longest is marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="proposals">What is proposed of it.</param>
    public static Table Of(string text, ReportProposals proposals)
    {
        var marked = Mark(text, Outermost(NamedProposals.Of(proposals)));
        var lines = marked.Split('\n').Select((line, at) => (Line: at + 1, Text: line.Trim())).Where(line => line.Text.Length > 0);
        return new Table("The report, with what is proposed of it", [new("line", "line", Cells.Number), new("text", "text")], [.. lines.Select(line => new object?[] { (long)line.Line, line.Text })]) { IsOfSums = true };
    }

    private static List<NamedProposal> Outermost(IReadOnlyList<NamedProposal> all)
    {
        var (kept, end) = (new List<NamedProposal>(), -1);
        foreach (var one in all.OrderBy(one => one.Proposal.Span.Start).ThenByDescending(one => one.Proposal.Span.End))
        {
            if (one.Proposal.Span.Start < end) continue;
            kept.Add(one);
            end = one.Proposal.Span.End;
        }
        return kept;
    }

    // Line ends stay where they are, so that lines keep their numbers.
    private static string Mark(string text, List<NamedProposal> proposals)
    {
        var (marked, at) = (new StringBuilder(text.Length + (proposals.Count * 16)), 0);
        foreach (var one in proposals)
        {
            marked.Append(text, at, one.Proposal.Span.Start - at).Append('[').Append(one.Name).Append(": ").Append(text, one.Proposal.Span.Start, one.Proposal.Span.End - one.Proposal.Span.Start).Append(']');
            at = one.Proposal.Span.End;
        }
        return marked.Append(text, at, text.Length - at).ToString();
    }
}
