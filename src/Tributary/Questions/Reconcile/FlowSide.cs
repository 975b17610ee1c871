using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A flow of FTS, for holding it against transactions.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="Original">The amount in its original currency; null where none is stated.</param>
/// <param name="Status">How firm it is.</param>
/// <param name="Date">Its day.</param>
/// <param name="DecisionDate">The day of the donor's decision.</param>
/// <param name="References">The references that it states.</param>
/// <param name="DonorSet">The set of organisations at its source; 0 for none.</param>
/// <param name="RecipientSet">The set of organisations at its destination.</param>
/// <param name="Donors">The organisations at its source, by number.</param>
/// <param name="Recipients">The organisations at its destination.</param>
/// <param name="Countries">Destination countries, ISO 3166 alpha-3.</param>
/// <param name="Plans">FTS's ids of its destination plans.</param>
/// <param name="Source">The document that states it, and where.</param>
internal sealed record FlowSide(
    FlowId Id, decimal AmountUsd, Amount? Original, FlowStatus Status, DateOnly? Date, DateOnly? DecisionDate, IReadOnlyList<string> References,
    int DonorSet, int RecipientSet, IReadOnlyList<int> Donors, IReadOnlyList<int> Recipients, IReadOnlyList<string> Countries, IReadOnlyList<string> Plans, SourceLocation Source)
{
    /// <summary>The amount in a currency, where the flow states it in that one; null elsewhere.</summary>
    public decimal? In(string currency) => Original is { } original && original.Currency.Code == currency ? original.Value : currency == Currency.Usd.Code ? AmountUsd : null;
}

/// <summary>Reads all flows.</summary>
internal static class FlowSides
{
    public static List<FlowSide> Of(Facts facts, Organisations organisations, CancellationToken token)
    {
        var countries = Kept(facts, ObjectType.Location, member => CountryNames.Iso3Of(facts, member));
        var plans = Kept(facts, ObjectType.Plan, member => member.Id);
        return facts.Query(FactDatabase.Sql("Questions/Reconcile/reconcile-flows.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal), row =>
        {
            var (donors, recipients) = (row.GetNumber(8) ?? 0, row.GetNumber(9) ?? 0);
            Amount? original = !row.IsDBNull(2) && row.GetNumber(3) is { } term ? new Amount(row.GetAmount(2), new Currency(facts.Terms[term])) : null;
            return new FlowSide(
                new FlowId(row.GetInt64(0)), row.GetAmount(1), original, Enum.Parse<FlowStatus>(row.GetString(4), ignoreCase: true), row.GetDay(5), row.GetDay(6), ReferenceKeys.Stated(row.GetText(7)),
                donors, recipients, organisations.OfSet(donors), organisations.OfSet(recipients),
                countries.GetValueOrDefault(row.GetNumber(10) ?? 0, []), plans.GetValueOrDefault(row.GetNumber(11) ?? 0, []), facts.Locate(row.GetInt32(12), row.GetInt32(13)));
        }, token);
    }

    private static Dictionary<int, IReadOnlyList<string>> Kept(Facts facts, ObjectType type, Func<FlowObject, string?> key) =>
        facts.Sets(type).ToDictionary(set => set.Key, set => (IReadOnlyList<string>)[.. set.Value.Members.Select(key).OfType<string>().Distinct(StringComparer.Ordinal)]);
}
