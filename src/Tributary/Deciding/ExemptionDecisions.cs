using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Deciding;

/// <summary>An exemption as a person gives it.</summary>
public sealed record ExemptionEntry
{
    /// <summary>A resolution known here by its number (<see cref="ExemptionBasis.All"/>), or an instrument in words.</summary>
    public required string Basis { get; init; }

    /// <summary>The paragraph; that of the resolution unless given.</summary>
    public string? Paragraph { get; init; }

    /// <summary>Where the text stands: an address or a document of the ledger; that of the resolution unless given.</summary>
    public string? Citation { get; init; }

    /// <summary>The day of the text; that of the resolution's adoption unless given.</summary>
    public DateOnly? Dated { get; init; }

    /// <summary>The regime; that of the resolution unless given.</summary>
    public string? Regime { get; init; }

    /// <summary>The class of actor.</summary>
    public required string Actor { get; init; }

    /// <summary>The activity.</summary>
    public required string Activity { get; init; }

    /// <summary>What was done so that listed parties have the least benefit.</summary>
    public required string Minimised { get; init; }

    /// <summary>Documents of the ledger, by the first digits of their hashes.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The last day; null when it does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day from which the term for giving information runs; needed where the resolution sets one.</summary>
    public DateOnly? InformFrom { get; init; }
}

/// <summary>Keeps on which basis in law money may flow although somebody on its chain is on a list.</summary>
public static class ExemptionDecisions
{
    /// <summary>Enters an exemption.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">What is relied on, and for what.</param>
    /// <param name="options">Who, and why.</param>
    /// <exception cref="DecisionRefusedException">Something is missing or does not hold. Nothing was kept.</exception>
    public static Decided<Exemption> Exempt(this Ledger ledger, ExemptionEntry entry, DecideOptions options)
    {
        Exemption? whole = null;
        var (at, row) = CheckedDecision.Keep(ledger, options, facts =>
        {
            whole = new ExemptionCheck(facts, ScreeningDecisions.Today(options)).Check(entry);
            return [CheckedDecision.Row(ScreeningKinds.Exemption, whole)];
        });
        return new Decided<Exemption>(row, at, options.Who, options.Why, whole!);
    }

    /// <summary>Says that the information owed for an exemption was given.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exemption">The exemption's row.</param>
    /// <param name="on">The day.</param>
    /// <param name="options">Who, and why: to whom it was given.</param>
    /// <exception cref="DecisionRefusedException">There is no such exemption, none is owed, or the day has not come. Nothing was kept.</exception>
    public static Decided<ExemptionInformed> Inform(this Ledger ledger, long exemption, DateOnly on, DecideOptions options)
    {
        var informed = new ExemptionInformed(exemption, on);
        var (at, row) = CheckedDecision.Keep(ledger, options, facts =>
        {
            var mistakes = new Mistakes();
            var found = ScreeningHistory.Of(facts).Exemption(exemption);
            if (found is null) mistakes.Add($"row {exemption}", "no exemption, or one that was taken back", "expected the row of one that stands", "`tributary screening exemptions` lists them");
            else if (found.What.InformBy is null) mistakes.Add($"row {exemption}", "no information is owed for it", "expected an exemption with a term", "leave it");
            if (on > ScreeningDecisions.Today(options)) mistakes.Add($"--on {CellText.Day(on)}", "a day that has not come", "expected the day on which it was given", "say it then");
            ScreeningDecisions.NeedReason(mistakes, options);
            mistakes.ThrowIfAny();
            return [CheckedDecision.Row(ScreeningKinds.Informed, informed)];
        });
        return new Decided<ExemptionInformed>(row, at, options.Who, options.Why, informed);
    }
}

/// <summary>Makes an exemption whole: what the resolution says of itself, the documents' hashes, the day by which information is owed.</summary>
internal sealed class ExemptionCheck(Facts facts, DateOnly today)
{
    private readonly Mistakes _mistakes = new();

    public Exemption Check(ExemptionEntry entry)
    {
        var basis = ExemptionBasis.Find(entry.Basis.Trim());
        var exemption = new Exemption
        {
            Instrument = basis?.Instrument ?? Text("--basis", entry.Basis, "which law or licence"),
            Paragraph = Text("--paragraph", entry.Paragraph ?? basis?.Paragraph, "the paragraph or article relied on"),
            Citation = Cited(entry.Citation ?? basis?.Citation),
            Dated = entry.Dated ?? basis?.Adopted ?? Missing<DateOnly>("--dated", "the day of the text"),
            Regime = Text("--regime", entry.Regime ?? basis?.Regime, "from which regime it exempts"),
            Actor = Text("--actor", entry.Actor, "which class of actor relies on it"),
            Activity = Text("--activity", entry.Activity, "what is done with the money"),
            Minimised = Text("--minimised", entry.Minimised, "what was done so that listed parties have the least benefit"),
            Evidence = [.. entry.Evidence.Select(Document).OfType<string>()],
            Until = entry.Until,
            InformFrom = entry.InformFrom,
            InformBy = Due(entry.InformFrom, basis),
        };
        if (entry.Until is { } until && until < today) _mistakes.Add($"--until {CellText.Day(until)}", "a day that is over", "expected today or a later day", "enter an exemption that is in force");
        if (basis is not null && exemption.Paragraph.Trim('¶', ' ') != basis.Paragraph.Trim('¶', ' ')) _mistakes.Add("--paragraph", $"{exemption.Paragraph} of {basis.Instrument}", $"expected {basis.Paragraph}, which exempts", "leave it out");
        if (basis is not null && exemption.Dated < basis.Adopted) _mistakes.Add($"--dated {CellText.Day(exemption.Dated)}", $"before {basis.Instrument} was adopted", $"expected {CellText.Day(basis.Adopted)} or later", "leave it out");
        if (basis is not null && entry.InformFrom < basis.Adopted) _mistakes.Add($"--inform-from {CellText.Day(entry.InformFrom!.Value)}", $"before {basis.Instrument} was adopted", "expected the day from which its term runs", "look it up in the text");
        if (exemption.Dated > today) _mistakes.Add($"--dated {CellText.Day(exemption.Dated)}", "a day that has not come", "expected the day of the text", "look it up in the text");
        _mistakes.ThrowIfAny();
        return exemption;
    }

    // Only a resolution that sets a term has one; nobody can read it off another's text here.
    private DateOnly? Due(DateOnly? from, ExemptionBasis? basis)
    {
        if (basis?.InformDays is { } days) return from?.AddDays(days) ?? Missing<DateOnly>("--inform-from", $"the day from which the {days} days for giving information run");
        if (from is not null) _mistakes.Add("--inform-from", "given for a basis whose term is not known here", "expected it for " + string.Join(", ", ExemptionBasis.All.Where(known => known.InformDays is not null).Select(known => known.Code)), "leave it out, and give --until where the licence ends");
        return null;
    }

    private string Cited(string? citation)
    {
        var text = Text("--cited", citation, "where the text stands: an address, or a document of the ledger");
        if (text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")) return text;
        return DocumentNames.FindAll(facts, text) is [var document] ? document.Sha256 : Mistaken("--cited", $"'{text}'", "expected an address (https://…) or a document of the ledger by its hash", "`tributary documents` lists them");
    }

    private string? Document(string name) => DocumentNames.FindAll(facts, name) is [var document] ? document.Sha256 : Mistaken("--evidence", $"'{name}'", "expected one document of the ledger, by its hash or the first digits", "import it first; `tributary documents` lists them");

    private string Text(string option, string? text, string what) => string.IsNullOrWhiteSpace(text) ? Missing<string>(option, what) ?? "" : text.Trim();

    private T? Missing<T>(string option, string what)
    {
        _mistakes.Add(option, "nothing given", $"expected {what}", "give it");
        return default;
    }

    private string Mistaken(string option, string found, string expected, string advice)
    {
        _mistakes.Add(option, found, expected, advice);
        return "";
    }
}
