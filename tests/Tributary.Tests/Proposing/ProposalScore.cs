using Tributary.Proposing;

namespace Tributary.Tests.Proposing;

/// <summary>How well proposals agree with what reports state.</summary>
internal sealed class ProposalScore(string kind)
{
    private int _right, _stated, _proposed, _further;

    /// <summary>What was missed and what was made up, for people.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Of what was proposed, how much is stated.</summary>
    public double Precision => _proposed == 0 ? 1 : (double)_right / _proposed;

    /// <summary>Of what is stated, how much was proposed.</summary>
    public double Recall => _stated == 0 ? 1 : (double)_right / _stated;

    /// <summary>Both in one number.</summary>
    public double F1 => _right == 0 ? 0 : 2.0 * _right / (_stated + _proposed);

    /// <summary>F1 with what is compared besides, such as the donor.</summary>
    public double FurtherF1 => _further == 0 ? 0 : 2.0 * _further / (_stated + _proposed);

    /// <summary>Holds the proposals of a report against its truth.</summary>
    /// <param name="truth">What it states.</param>
    /// <param name="proposals">What was proposed.</param>
    /// <param name="further">Which of the further things is compared; -1 for none.</param>
    public void Add(ProposalTruth truth, ReportProposals proposals, int further = -1)
    {
        var (stated, proposed) = (truth.Of(kind).ToList(), ProposalTruth.Proposed(proposals, kind).ToList());
        (_stated, _proposed) = (_stated + stated.Count, _proposed + proposed.Count);
        foreach (var one in stated)
        {
            var at = proposed.FindIndex(one.Is);
            if (at < 0)
            {
                Mistakes.Add($"{truth.Name}: missed {kind} {one.What} {string.Join('|', one.Further)} «{Words(truth, one)}»");
                continue;
            }
            _right++;
            if (further < 0 || IsSame(one.Further[further], proposed[at].Further[further])) _further++;
            else Mistakes.Add($"{truth.Name}: {kind} «{Words(truth, one)}» is {one.Further[further]}, not {proposed[at].Further[further]}");
            proposed.RemoveAt(at);
        }
        foreach (var one in proposed) Mistakes.Add($"{truth.Name}: made up {kind} {one.What} {string.Join('|', one.Further)} «{Words(truth, one)}»");
    }

    // A name may be the shorter or the longer one: the World Bank, World Bank Group.
    private static bool IsSame(string? stated, string? proposed) => stated == proposed
        || (stated is not null && proposed is not null && (stated.Contains(proposed, StringComparison.OrdinalIgnoreCase) || proposed.Contains(stated, StringComparison.OrdinalIgnoreCase)));

    private static string Words(ProposalTruth truth, Stated one) => one.End > truth.Text.Length ? "" : truth.Text[one.Start..Math.Min(one.End, one.Start + 110)].Replace('\n', ' ');

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}: precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}, further {FurtherF1:0.000} ({_stated} stated, {_proposed} proposed)");
}
