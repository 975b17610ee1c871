using System.Globalization;

namespace Tributary.Questions;

/// <summary>A reason for holding a transaction and a flow to be one movement, or for doubting it.</summary>
/// <param name="Text">The reason, for people, with what it rests on.</param>
/// <param name="Points">What it adds to the score; negative for what speaks against.</param>
public sealed record MovementReason(string Text, int Points);

/// <summary>Gives the points and the reasons of a transaction and a flow. <c>docs/reconcile.md</c> lists them.</summary>
/// <remarks>Most pairs are below any score that is shown: words are made only of those that are not.</remarks>
internal sealed class MovementScore(IatiParties parties, Organisations organisations, SameParties same)
{
    /// <summary>The most that amounts can add.</summary>
    public const int AmountMost = 25;

    private const int Reference = 35, NumberReference = 20, OtherReference = -20;
    private const int OtherParty = -10;
    private const int OneDay = 10, OneWeek = 8, OneMonth = 6, OneQuarter = 3, NotOneYear = -10;
    private const int OneCountry = 10, AmongCountries = 5, OtherCountry = -20;
    private const int OnePlan = 5, OneStatus = 5, PledgeAndNone = -10;
    private const int ScoreMost = 100;

    /// <summary>The points of everything but the amounts.</summary>
    public int WithoutAmounts(TransactionSide transaction, FlowSide flow, SharedReference reference) => Judge(transaction, flow, reference, null);

    /// <summary>The score.</summary>
    public static int Of(int withoutAmounts, ComparedAmounts amounts) => Math.Clamp(withoutAmounts + amounts.Points, 0, ScoreMost);

    /// <summary>The reasons, the weightiest first.</summary>
    public IReadOnlyList<MovementReason> Reasons(TransactionSide transaction, FlowSide flow, SharedReference reference, ComparedAmounts amounts)
    {
        List<MovementReason> reasons = [new MovementReason(amounts.Text, amounts.Points)];
        Judge(transaction, flow, reference, reasons);
        return [.. reasons.OrderByDescending(reason => reason.Points)];
    }

    private int Judge(TransactionSide transaction, FlowSide flow, SharedReference reference, List<MovementReason>? reasons)
    {
        var sum = 0;
        if (reference.Text is { } text) sum += Say(reasons, ReferenceKeys.IsNumber(text) ? NumberReference : Reference, reasons is null ? "" : $"one reference, {text}");
        else if (reference.IsElsewhere) sum += Say(reasons, OtherReference, "references to others");
        sum += Party(reasons, "donor", transaction.Provider, flow.Donors) + Party(reasons, "recipient", transaction.Receiver, flow.Recipients);
        sum += Days(reasons, transaction, flow) + Countries(reasons, transaction, flow);
        if (Shared(transaction.Activity.Plans, flow.Plans) is not null) sum += Say(reasons, OnePlan, "one plan");
        if (transaction.Status == flow.Status) sum += Say(reasons, OneStatus, reasons is null ? "" : $"both are {Words(flow.Status)}");
        else if (transaction.Status == Flows.FlowStatus.Pledge || flow.Status == Flows.FlowStatus.Pledge) sum += Say(reasons, PledgeAndNone, reasons is null ? "" : $"one is {Words(transaction.Status)}, the other {Words(flow.Status)}");
        return sum;
    }

    private int Party(List<MovementReason>? reasons, string role, int? party, IReadOnlyList<int> members)
    {
        if (party is not { } one || members.Count == 0) return 0;
        SameParty? best = null;
        for (var member = 0; member < members.Count; member++)
        {
            if (same.Between(one, members[member]) is { } found && found.Points > (best?.Points ?? 0)) best = found;
        }
        return best is not null ? Say(reasons, best.Points, reasons is null ? "" : $"one {role} {best.Basis}")
            : Say(reasons, OtherParty, reasons is null ? "" : $"another {role}: \"{parties.Words(one)}\" and \"{string.Join(" + ", members.Select(member => organisations.Names[member]))}\"");
    }

    private static int Days(List<MovementReason>? reasons, TransactionSide transaction, FlowSide flow)
    {
        if (Apart(transaction, flow) is not { } days) return 0;
        var points = days switch { 0 => OneDay, <= 7 => OneWeek, <= 31 => OneMonth, <= 92 => OneQuarter, <= 366 => 0, _ => NotOneYear };
        return Say(reasons, points, reasons is null ? "" : days == 0 ? "one day" : string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")} apart"));
    }

    /// <summary>The days between them, of all that they state the nearest; null where one states none.</summary>
    public static int? Apart(TransactionSide transaction, FlowSide flow)
    {
        int? least = null;
        foreach (var one in (ReadOnlySpan<DateOnly?>)[transaction.Date, transaction.ValueDate])
        {
            foreach (var other in (ReadOnlySpan<DateOnly?>)[flow.Date, flow.DecisionDate])
            {
                if (one is { } first && other is { } second && Math.Abs(first.DayNumber - second.DayNumber) is var days && (least is null || days < least)) least = days;
            }
        }
        return least;
    }

    private static int Countries(List<MovementReason>? reasons, TransactionSide transaction, FlowSide flow)
    {
        if (transaction.Countries.Count == 0 || flow.Countries.Count == 0) return 0;
        if (Shared(transaction.Countries, flow.Countries) is not { } shared) return Say(reasons, OtherCountry, reasons is null ? "" : $"another country: {string.Join(", ", transaction.Countries)} and {string.Join(", ", flow.Countries)}");
        var alone = transaction.Countries.Count == 1 && flow.Countries.Count == 1;
        return Say(reasons, alone ? OneCountry : AmongCountries, reasons is null ? "" : alone ? $"one country, {shared}" : $"{shared} among several countries");
    }

    private static string? Shared(IReadOnlyList<string> ones, IReadOnlyList<string> others)
    {
        for (var one = 0; one < ones.Count; one++)
        {
            for (var other = 0; other < others.Count; other++)
            {
                if (ones[one] == others[other]) return ones[one];
            }
        }
        return null;
    }

    private static int Say(List<MovementReason>? reasons, int points, string text)
    {
        reasons?.Add(new MovementReason(text, points));
        return points;
    }

    private static string Words(Flows.FlowStatus status) => status switch { Flows.FlowStatus.Pledge => "a pledge", Flows.FlowStatus.Commitment => "a commitment", _ => "a payment" };
}
