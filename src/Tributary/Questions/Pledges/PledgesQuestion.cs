using System.Globalization;
using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What was promised at a conference, to a plan or for a country, and what became of it?</summary>
/// <remarks>Exactly one of <see cref="Conference"/>, <see cref="Plan"/> and <see cref="Country"/> is set.</remarks>
public sealed record PledgesQuestion : IQuestion<PledgesAnswer>
{
    /// <summary>The id of a conference: the pledges that were entered for it.</summary>
    public string? Conference { get; init; }

    /// <summary>A plan, by FTS's id or code: the pledges that FTS reports for it, and those that were entered.</summary>
    public string? Plan { get; init; }

    /// <summary>A country, by code or name: the pledges that FTS reports for it, and those that were entered.</summary>
    public string? Country { get; init; }

    /// <summary>Only pledges for this year; null for all.</summary>
    public int? Year { get; init; }

    /// <inheritdoc/>
    public PledgesAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var shares = FlowShares.Of(facts, token);
        var (scope, chosen, filter) = Scope(facts);
        var standing = KnownEntries.Standing(facts, ConferenceKinds.Pledge).Where(entry => chosen(entry.Record) && (Year is not { } year || PledgeScope.Covers(entry.Record, year))).ToList();
        var following = new EnteredPledges(facts, shares, token);
        var entered = standing.ConvertAll(entry => following.Follow(entry.Id, entry.Record));
        var fts = new FtsPledges(facts, shares, standing.Select(entry => entry.Id).ToHashSet(), token);
        var reported = filter is null ? [] : fts.Follow(filter);
        List<FollowedPledge> all = [.. entered.Concat(reported).OrderByDescending(pledge => pledge.PledgedUsd).ThenBy(pledge => pledge.Party, StringComparer.Ordinal).ThenBy(pledge => pledge.Entry ?? pledge.Flow!.Value.Value)];
        return new PledgesAnswer
        {
            Scope = scope,
            Conference = Conference,
            Parties = new PartyLines(Attendance.Of(facts, Conference, all)).Of(all),
            Totals = PledgeTotals.ByCurrency(all),
            TotalUsd = PledgeTotals.InUsd(all),
            Pledges = all,
            Shared = fts.Shared,
            Oddities = [.. PledgeOddities.Of(all, fts.InEntered, Year is not null && standing.Exists(entry => !PledgeScope.HasPeriod(entry.Record)))],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private (string Scope, Func<Pledge, bool> Chosen, FlowFilter? Filter) Scope(Facts facts)
    {
        var years = Year is { } year ? string.Create(CultureInfo.InvariantCulture, $", {year}") : "";
        if (Conference is not null)
        {
            var conference = ConferenceIds.Find(facts, Conference).Current!;
            return ($"{conference.Title} ({conference.Id}){years}", pledge => pledge.Conference == conference.Id, null);
        }
        if (Plan is not null)
        {
            var ids = PlanIds.Find(facts, Plan);
            if (ids.Count != 1) throw new UnknownValueException("plan", Plan, ids.Count == 0 ? "`tributary plans` lists the plans it knows" : $"several plans have that code: give one of the ids {string.Join(", ", ids)}");
            var id = ids[0].ToString(CultureInfo.InvariantCulture);
            return ($"{PlanNames.Describe(facts, ids[0]).Name} (plan {id}){years}", pledge => pledge.Plan == id, new FundingQuestion { Plans = [id], Years = Years });
        }
        if (Country is null) throw new UnknownValueException("pledges: of what was not said; expected a conference, a plan or a country; name one");
        if (!CountryNames.TryFind(facts, Country, out var iso3)) throw new UnknownValueException("country", Country, "give an ISO 3166 code such as AFG, or a name as FTS writes it");
        return ($"{CountryNames.NameOf(facts, iso3)} ({iso3}){years}", pledge => IsFor(facts, pledge, iso3), new FundingQuestion { Countries = [iso3], Years = Years });
    }

    private IReadOnlyList<int> Years => Year is { } year ? [year] : [];

    // A pledge to a plan of one country is for that country.
    private static bool IsFor(Facts facts, Pledge pledge, string iso3) => pledge.Countries.Contains(iso3, StringComparer.Ordinal)
        || (pledge.Countries.Count == 0 && int.TryParse(pledge.Plan, NumberStyles.None, CultureInfo.InvariantCulture, out var plan) && PlanNames.Describe(facts, plan) is { Countries: [var only] } && only == iso3);
}
