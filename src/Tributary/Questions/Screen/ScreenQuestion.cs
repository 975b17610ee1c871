using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Names;
using Tributary.Provenance;
using Tributary.Screening;

namespace Tributary.Questions;

/// <summary>Which entries of the sanctions lists may be this party?</summary>
public sealed record ScreenQuestion : IQuestion<ScreenAnswer>
{
    /// <summary>Who is screened.</summary>
    public required ScreenedParty Party { get; init; }

    /// <summary>Only candidates with at least this score, from <see cref="NameMatcher.DefaultThreshold"/> on.</summary>
    public double Threshold { get; init; } = ScreeningWeights.DefaultThreshold;

    /// <summary>What raises and lowers scores.</summary>
    public ScreeningWeights Weights { get; init; } = ScreeningWeights.Default;

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The ledger has no sanctions list, or a country is not known.</exception>
    public ScreenAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var lists = ReadyLists.Of(facts);
        var party = Party with { Countries = [.. Party.Countries.Select(country => lists.FindCountry(country) ?? throw new UnknownValueException("country", country, "give an ISO 3166 code such as AFG"))] };
        return new ScreenAnswer
        {
            Name = Party.Name,
            Threshold = Threshold,
            Candidates = [.. lists.Index.Screen(party, new NameSearch(), Threshold, Weights).Select(ScreenLine.Of)],
            Lists = lists.Lists,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>Who may be meant. No candidate is no clearance: it says that these lists, on this day, have nobody of such a name.</summary>
public sealed record ScreenAnswer
{
    /// <summary>The name screened.</summary>
    public required string Name { get; init; }

    /// <summary>The least score asked for.</summary>
    public required double Threshold { get; init; }

    /// <summary>The candidates, the likeliest first.</summary>
    public required IReadOnlyList<ScreenLine> Candidates { get; init; }

    /// <summary>The versions of lists screened against.</summary>
    public required IReadOnlyList<ScreenedList> Lists { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A candidate.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Id">The list's reference.</param>
/// <param name="Type">What it is.</param>
/// <param name="MatchedName">The name that is most alike.</param>
/// <param name="PrimaryName">The entry's first name.</param>
/// <param name="Comparison">How the names were compared.</param>
/// <param name="Reasons">What else raised or lowered the score.</param>
/// <param name="Programmes">Under which it is listed.</param>
/// <param name="Version">The day of the list's version.</param>
/// <param name="Source">The document and the place that state the entry.</param>
public sealed record ScreenLine(
    double Score, string List, string Id, ListedType Type, string MatchedName, string PrimaryName, NameComparison Comparison, IReadOnlyList<ScreeningReason> Reasons, IReadOnlyList<string> Programmes, DateOnly Version, SourceLocation Source)
{
    internal static ScreenLine Of(ScreeningCandidate candidate) => new(
        candidate.Score, candidate.Entry.List.Word(), candidate.Entry.Id, candidate.Entry.Type, candidate.Name.Text, candidate.Entry.Names[0].Text, candidate.Comparison, candidate.Reasons, candidate.Entry.Programmes, candidate.Entry.Day, candidate.Entry.Source!);
}

/// <summary>A version of a list.</summary>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Day">Its day.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Source">Its document.</param>
public sealed record ScreenedList(string List, DateOnly Day, int Entries, SourceLocation Source);
