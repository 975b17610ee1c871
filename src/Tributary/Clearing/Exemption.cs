namespace Tributary.Clearing;

/// <summary>Why money may flow although a party on its chain is, or may be, on a list: the basis in law, and what it was applied to.</summary>
public sealed record Exemption
{
    /// <summary>The instrument: <c>S/RES/2664 (2022)</c>, <c>OFAC General License 20</c>.</summary>
    public required string Instrument { get; init; }

    /// <summary>The paragraph or article of it that is relied on.</summary>
    public required string Paragraph { get; init; }

    /// <summary>Where its text stands: an address, or a document of the ledger by its hash.</summary>
    public required string Citation { get; init; }

    /// <summary>The day of that text.</summary>
    public required DateOnly Dated { get; init; }

    /// <summary>The regime from which it exempts: <c>UN 1988 (Taliban)</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>The class of actor that may rely on it, and is it: a UN agency, a partner of a response plan.</summary>
    public required string Actor { get; init; }

    /// <summary>What is done with the money.</summary>
    public required string Activity { get; init; }

    /// <summary>What was done so that listed parties have no, or the least, benefit.</summary>
    public required string Minimised { get; init; }

    /// <summary>Documents of the ledger that show it, by their whole hashes.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The last day on which it may be relied on; null when it does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day from which the term for giving information runs; null where none is owed.</summary>
    public DateOnly? InformFrom { get; init; }

    /// <summary>The day by which information is owed; null where none is.</summary>
    public DateOnly? InformBy { get; init; }
}

/// <summary>The information that relying on an exemption asks for was given.</summary>
/// <param name="Exemption">The exemption's row.</param>
/// <param name="On">The day.</param>
public sealed record ExemptionInformed(long Exemption, DateOnly On);
