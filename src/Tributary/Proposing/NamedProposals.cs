using System.Globalization;

namespace Tributary.Proposing;

/// <summary>A proposal with a name in its report, by which people say what they hold of it.</summary>
/// <param name="Name">A letter for its kind and the position of its first character: <c>c</c> conference, <c>m</c> money, <c>a</c> appeal, <c>q</c> quotation, <c>d</c> demand, <c>r</c> risk. Of several the second ends in <c>-2</c>.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Proposal">The proposal.</param>
public sealed record NamedProposal(string Name, string Kind, Proposal Proposal);

/// <summary>Names the proposals of a report.</summary>
public static class NamedProposals
{
    /// <summary>The name of each proposal.</summary>
    public static IReadOnlyDictionary<Proposal, string> ByProposal(ReportProposals proposals) => Of(proposals).ToDictionary(one => one.Proposal, one => one.Name, ReferenceEqualityComparer.Instance as IEqualityComparer<Proposal>);

    /// <summary>All that can be accepted, in the order of the text. A conference comes with its parties.</summary>
    public static IReadOnlyList<NamedProposal> Of(ReportProposals proposals)
    {
        var (named, taken) = (new List<NamedProposal>(), new HashSet<string>(StringComparer.Ordinal));
        Add('c', "conference", proposals.Conferences);
        Add('m', "money", proposals.Pledges);
        Add('m', "money", proposals.Expected);
        Add('a', "appeal", proposals.Appeals);
        Add('q', "quotation", proposals.Quotes);
        Add('d', "demand", proposals.Demands);
        Add('r', "risk", proposals.Risks);
        return [.. named.OrderBy(one => one.Proposal.Span.Start).ThenBy(one => one.Name, StringComparer.Ordinal)];

        void Add(char letter, string kind, IEnumerable<Proposal> all)
        {
            foreach (var proposal in all)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{letter}{proposal.Span.Start}");
                for (var number = 2; !taken.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{letter}{proposal.Span.Start}-{number}");
                named.Add(new NamedProposal(name, kind, proposal));
            }
        }
    }
}
