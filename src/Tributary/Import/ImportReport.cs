using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Listings;
using Tributary.Provenance;

namespace Tributary.Import;

/// <summary>What became of one document.</summary>
public enum DocumentOutcome
{
    /// <summary>It is in the ledger now.</summary>
    Imported,

    /// <summary>It was there before: nothing changed.</summary>
    AlreadyKnown,

    /// <summary>A file in a folder that is of no known format.</summary>
    Skipped,

    /// <summary>It cannot be read as it is: nothing of this import was kept.</summary>
    Refused,
}

/// <summary>A field that was left out on purpose.</summary>
/// <param name="Field">Its path.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How often it stood there.</param>
public sealed record IgnoredField(string Field, string Reason, long Count);

/// <summary>Oddities of one code in one document.</summary>
/// <param name="Code">See <c>docs/errors.md</c>.</param>
/// <param name="Severity">What they take away.</param>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them with their places; at most <see cref="ShownMax"/>.</param>
public sealed record IssueGroup(string Code, Severity Severity, long Count, IReadOnlyList<ReadIssue> First)
{
    /// <summary>How many of one code are kept with their places.</summary>
    public const int ShownMax = 100;
}

/// <summary>The run report of one document.</summary>
/// <param name="Name">The name under which it came.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Sha256">Its hash; empty when it was not read to its end.</param>
/// <param name="Format">The format it was read as; empty when none was recognised.</param>
/// <param name="Bytes">Bytes read, uncompressed.</param>
/// <param name="Records">Records used, by kind.</param>
/// <param name="RecordsLeftOut">Records read but not used.</param>
/// <param name="Ignored">Fields left out on purpose.</param>
/// <param name="Issues">What was odd.</param>
/// <param name="Seconds">Time taken.</param>
public sealed record DocumentReport(
    string Name, DocumentOutcome Outcome, string Sha256, string Format, long Bytes, IReadOnlyDictionary<string, long> Records,
    long RecordsLeftOut, IReadOnlyList<IgnoredField> Ignored, IReadOnlyList<IssueGroup> Issues, double Seconds)
{
    /// <summary>The basis of a day that neither the document nor the importer states.</summary>
    public const string DayOfImport = "day of the import";

    /// <summary>The day as of which it speaks; null when the ledger does not have it.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How that day is known; empty when the ledger does not have it.</summary>
    public string DayBasis { get; init; } = "";

    /// <summary>How a sanctions list changed; null when the document is none.</summary>
    public ListChange? List { get; init; }

    /// <summary>The day that the importer gave for a document that is known already with another; null otherwise. Nothing changed.</summary>
    public DateOnly? DayNotTaken { get; init; }

    /// <summary>Records used.</summary>
    public long RecordsUsed => Records.Values.Sum();

    /// <summary>Records read.</summary>
    public long RecordsRead => RecordsUsed + RecordsLeftOut;
}

/// <summary>The run report of one import.</summary>
/// <param name="Documents">What became of each document, in the order they were read.</param>
/// <param name="Snapshot">The snapshot that answers now; empty when the ledger has none.</param>
/// <param name="Seconds">Time taken, waiting left out.</param>
public sealed record ImportReport(IReadOnlyList<DocumentReport> Documents, string Snapshot, double Seconds)
{
    /// <summary>The kind of journal row that keeps a report.</summary>
    public const string Kind = "import";

    /// <summary>Whether the import was refused: then the ledger is as it was.</summary>
    public bool Refused => Documents.Any(document => document.Outcome == DocumentOutcome.Refused);

    /// <summary>Whether nothing that was found is of a known format.</summary>
    public bool IsEmpty => Documents.All(document => document.Outcome == DocumentOutcome.Skipped);

    /// <summary>Records read a second.</summary>
    public long RecordsPerSecond => Seconds > 0 ? (long)(Documents.Sum(document => document.RecordsRead) / Seconds) : 0;

    /// <summary>The report as JSON, as the journal keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ImportJson.Default.ImportReport);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportJson : JsonSerializerContext;
