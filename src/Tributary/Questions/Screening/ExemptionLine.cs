using Tributary.Clearing;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>An exemption.</summary>
/// <param name="Row">Its row of the journal, by which decisions name it.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="Instrument">The law or licence.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Citation">Where its text stands.</param>
/// <param name="Dated">The day of the text.</param>
/// <param name="Regime">The regime.</param>
/// <param name="Actor">The class of actor.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Minimised">What was done so that listed parties have the least benefit.</param>
/// <param name="Evidence">Documents of the ledger.</param>
/// <param name="Until">The last day; null when it does not end.</param>
/// <param name="InformBy">The day by which information is owed; null when none is.</param>
/// <param name="InformedOn">The day on which it was given; null when it was not.</param>
/// <param name="WithdrawnIn">The row that took it back; null when it stands.</param>
/// <param name="Clears">How many decisions rest on it.</param>
public sealed record ExemptionLine(
    long Row, DateTimeOffset At, string By, string Instrument, string Paragraph, string Citation, DateOnly Dated, string Regime, string Actor, string Activity, string Minimised,
    IReadOnlyList<string> Evidence, DateOnly? Until, DateOnly? InformBy, DateOnly? InformedOn, long? WithdrawnIn, int Clears)
{
    /// <summary>All of them, in order.</summary>
    internal static IEnumerable<ExemptionLine> Of(ScreeningHistory history, Facts facts) => history.Exemptions.Select(made => new ExemptionLine(
        made.Position, made.At, made.Who, made.What.Instrument, made.What.Paragraph, Cited(facts, made.What.Citation), made.What.Dated, made.What.Regime, made.What.Actor, made.What.Activity, made.What.Minimised,
        [.. made.What.Evidence.Select(document => Cited(facts, document))], made.What.Until, made.What.InformBy, history.InformedOn(made.Position),
        history.WithdrawnIn(made.Position),
        history.Decisions.Count(decision => decision.What.Exemption == made.Position && !history.IsWithdrawn(decision.Position))));

    // A document by its name, which people know, and the beginning of its hash, which cannot be changed.
    private static string Cited(Facts facts, string text) => DocumentNames.Of(facts, text) is { } document ? $"{Path.GetFileName(document.Name)} ({document.Hash.Short})" : text;
}

/// <summary>On which bases in law may money flow although somebody on its chain is on a list?</summary>
public sealed record ExemptionsQuestion : IQuestion<ExemptionsAnswer>
{
    /// <summary>Today: a term that is over is told as such, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <inheritdoc/>
    public ExemptionsAnswer AnswerFrom(Facts facts, CancellationToken token) => new() { Exemptions = [.. ExemptionLine.Of(ScreeningHistory.Of(facts), facts)], Day = facts.Until ?? Today, Snapshot = facts.Name, AsOf = facts.AsOf };
}

/// <summary>Exemptions, in the order in which they were entered.</summary>
public sealed record ExemptionsAnswer
{
    /// <summary>The exemptions.</summary>
    public required IReadOnlyList<ExemptionLine> Exemptions { get; init; }

    /// <summary>The day on which they stand so.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}
