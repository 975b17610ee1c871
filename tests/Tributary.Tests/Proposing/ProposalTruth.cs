using System.Text.Json;
using Tributary.Proposing;

namespace Tributary.Tests.Proposing;

/// <summary>A report of the tuning set, and what it states.</summary>
internal sealed class ProposalTruth
{
    private readonly JsonElement _truth;

    private ProposalTruth(string name, string text, JsonElement truth) => (Name, Text, _truth) = (name, text, truth);

    /// <summary>Its file's name.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>All of a folder.</summary>
    public static IEnumerable<ProposalTruth> In(string folder) => Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path =>
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(path[..^4] + ".truth.json"));
        return new ProposalTruth(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), truth.RootElement.Clone());
    });

    /// <summary>What is stated of one kind, in the words of a proposal.</summary>
    public IEnumerable<Stated> Of(string kind) => kind switch
    {
        "money" => Each("pledges", Money).Concat(Each("expected", Money)).Concat(Each("appeals", appeal => Text_(appeal, "amount") is null ? null : Money(appeal, "appeal"))),
        "appeals" => Each("appeals", appeal => Stated_(appeal, Text_(appeal, "by_iso3") ?? Text_(appeal, "by"))),
        "quotes" => Each("quotes", quote => Stated_(quote, Text_(quote, "form"), Text_(quote, "speaker"))),
        "demands" => Each("demands", demand => Stated_(demand, null)),
        "risks" => Each("risks", risk => Stated_(risk, null)),
        "absentees" or "participants" => _truth.GetProperty("conferences").EnumerateArray().SelectMany(conference => conference.TryGetProperty(kind, out var parties) ? parties.EnumerateArray() : []).Select(party => Stated_(party, Text_(party, "iso3") ?? Text_(party, "name"))!),
        "hosts" => _truth.GetProperty("conferences").EnumerateArray().SelectMany(conference => conference.TryGetProperty("hosts", out var hosts) ? hosts.EnumerateArray() : []).Select(host => new Stated(0, int.MaxValue, host.GetString())),
        "places" => _truth.GetProperty("conferences").EnumerateArray().Select(conference => Text_(conference, "place")).OfType<string>().Select(place => new Stated(0, int.MaxValue, place)),
        "days" => _truth.GetProperty("conferences").EnumerateArray().Select(conference => Text_(conference, "date")).OfType<string>().Select(day => new Stated(0, int.MaxValue, day)),
        "conferences" => _truth.GetProperty("conferences").EnumerateArray().Select(_ => new Stated(0, int.MaxValue, null)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind of truth"),
    };

    /// <summary>The places of amounts that are no aid.</summary>
    public IEnumerable<(int Start, int End)> NotMoney() => _truth.TryGetProperty("not_money", out var words) ? words.EnumerateArray().Select(word => word.ValueKind == JsonValueKind.String ? word.GetString()! : word.GetProperty("at").GetString()!).Select(word => Find(word, 1)) : [];

    /// <summary>What was proposed of one kind, in the same words.</summary>
    public static IEnumerable<Stated> Proposed(ReportProposals proposals, string kind) => kind switch
    {
        "money" => proposals.Pledges.Concat(proposals.Expected).Select(pledge => Stated_(pledge, $"{pledge.Amount} {pledge.AmountTo} {pledge.Currency}", pledge.DonorIso3 ?? pledge.Donor, pledge.Status.ToString().ToLowerInvariant()))
            .Concat(proposals.Appeals.Where(appeal => appeal.Amount is not null).Select(appeal => Stated_(appeal, $"{appeal.Amount} {appeal.AmountTo} {appeal.Currency}", appeal.ByIso3 ?? appeal.By, "appeal"))),
        "appeals" => proposals.Appeals.Select(appeal => Stated_(appeal, appeal.ByIso3 ?? appeal.By)),
        "quotes" => proposals.Quotes.Select(quote => Stated_(quote, quote.IsDirect ? "direct" : "indirect", quote.Speaker)),
        "demands" => proposals.Demands.Select(demand => Stated_(demand, null)),
        "risks" => proposals.Risks.Select(risk => Stated_(risk, null)),
        "absentees" => proposals.Conferences.SelectMany(conference => conference.Absentees).Select(party => Stated_(party, party.Iso3 ?? party.Name)),
        "participants" => proposals.Conferences.SelectMany(conference => conference.Participants).Select(party => Stated_(party, party.Iso3 ?? party.Name)),
        "hosts" => proposals.Conferences.SelectMany(conference => conference.Hosts).Select(host => new Stated(0, int.MaxValue, host)),
        "places" => proposals.Conferences.Select(conference => conference.Place).OfType<string>().Select(place => new Stated(0, int.MaxValue, place)),
        "days" => proposals.Conferences.Where(conference => conference.Date is not null).Select(conference => new Stated(0, int.MaxValue, conference.Date!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))),
        "conferences" => proposals.Conferences.Select(_ => new Stated(0, int.MaxValue, null)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind of proposal"),
    };

    private IEnumerable<Stated> Each(string kind, Func<JsonElement, Stated?> read) => _truth.TryGetProperty(kind, out var all) ? all.EnumerateArray().Select(read).OfType<Stated>() : [];

    private Stated Money(JsonElement money) => Money(money, Text_(money, "status")!);

    private Stated Money(JsonElement money, string status) => Stated_(money, $"{Number(money, "amount")} {Number(money, "amount_to")} {Text_(money, "currency")}", Text_(money, status == "appeal" ? "by_iso3" : "donor_iso3") ?? Text_(money, status == "appeal" ? "by" : "donor"), status)!;

    private Stated? Stated_(JsonElement element, string? what, params string?[] further)
    {
        var (start, end) = Find(Text_(element, "at") ?? throw new InvalidDataException($"{Name}: no place in {element}"), element.TryGetProperty("nth", out var nth) ? nth.GetInt32() : 1);
        return new Stated(start, end, what, further);
    }

    private static Stated Stated_(Proposal proposal, string? what, params string?[] further) => new(proposal.Span.Start, proposal.Span.End, what, further) { Others = [.. proposal.Others.Select(other => (other.Start, other.End))] };

    private (int Start, int End) Find(string words, int nth)
    {
        var at = -1;
        for (var found = 0; found < nth; found++) at = Text.IndexOf(words, at + 1, StringComparison.Ordinal) is >= 0 and var next ? next : throw new InvalidDataException($"{Name}: '{words}' does not stand there {nth} times");
        return (at, at + words.Length);
    }

    private static string? Text_(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    private static decimal? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() / 1.000000000000000000000000m : null;
}

/// <summary>Something stated or proposed.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="What">What must be the same; null for nothing but the place.</param>
/// <param name="Further">What is compared besides.</param>
internal sealed record Stated(int Start, int End, string? What, params string?[] Further)
{
    /// <summary>Other places of the same.</summary>
    public IReadOnlyList<(int Start, int End)> Others { get; init; } = [];

    /// <summary>Whether a proposal is this.</summary>
    public bool Is(Stated proposed) => What == proposed.What && Overlaps(proposed);

    /// <summary>Whether it stands at one of the places of a proposal.</summary>
    public bool Overlaps(Stated proposed) => proposed.Others.Prepend((proposed.Start, proposed.End)).Any(place => place.Item1 < End && Start < place.Item2);
}
