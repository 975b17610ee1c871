using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>What would HDX publish about a country: its flows of one year, and requirement and funding by plan, cluster and year?</summary>
/// <remarks><c>docs/sources/hdx-csv.md</c> has the rules and what they were derived from.</remarks>
public sealed record HdxQuestion : IQuestion<HdxFiles>
{
    /// <summary>The country: an ISO 3166 code, a name or an FTS id.</summary>
    public required string Country { get; init; }

    /// <summary>The usage year of the flow files; null for the latest with flows, not later than the day of the answer.</summary>
    public int? Year { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The country is none, or the ledger knows nothing of it.</exception>
    public HdxFiles AnswerFrom(Facts facts, CancellationToken token)
    {
        if (!CountryNames.TryFind(facts, Country, out var iso3)) throw new UnknownValueException("country", Country, "give an ISO 3166 code such as AFG");
        var notes = new HdxNotes();
        var flows = HdxFlows.Of(facts, iso3, Year, notes, token);
        var lines = new HdxLines(facts, iso3, notes, token).All();
        List<HdxFile> files = [.. flows.Files, .. HdxRequirementFiles.Of(facts, iso3, lines, notes, token)];
        if (files.Count == 0) throw new UnknownValueException("country", Country, "the ledger has neither flows to it nor plans for it: import some first");
        return new HdxFiles { Country = iso3, Year = flows.Year, Files = files, Notes = notes.All, Snapshot = facts.Name, AsOf = facts.AsOf };
    }
}

/// <summary>The files for a country.</summary>
public sealed record HdxFiles
{
    /// <summary>ISO 3166 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>The usage year of the flow files; null when there are none.</summary>
    public required int? Year { get; init; }

    /// <summary>The files that have rows.</summary>
    public required IReadOnlyList<HdxFile> Files { get; init; }

    /// <summary>What the ledger lacks, and what else a reader of the files should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One file, its rows read as they are written. It can be written as long as the ledger is open.</summary>
public sealed class HdxFile
{
    private readonly IReadOnlyList<string> _columns;
    private readonly Func<CancellationToken, IEnumerable<string[]>> _rows;

    internal HdxFile(string name, long rowCount, IReadOnlyList<string> columns, Func<CancellationToken, IEnumerable<string[]>> rows) =>
        (Name, RowCount, _columns, _rows) = (name, rowCount, columns, rows);

    /// <summary>The name that HDX gives it.</summary>
    public string Name { get; }

    /// <summary>How many rows it has, above 0.</summary>
    public long RowCount { get; }

    /// <summary>Writes it.</summary>
    /// <param name="output">Takes the text, as UTF-8 without a byte-order mark.</param>
    /// <param name="token">Stops the writing.</param>
    public void Write(TextWriter output, CancellationToken token = default)
    {
        CsvTableWriter.WriteRow(output, _columns);
        foreach (var row in _rows(token)) CsvTableWriter.WriteRow(output, row);
    }
}

/// <summary>Gathers what there is to say beside the files.</summary>
internal sealed class HdxNotes
{
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, List<int>> _ofPlans = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. _notes, .. _ofPlans.Select(note => $"Plan{(note.Value.Count > 1 ? "s" : "")} {string.Join(", ", note.Value)}: {note.Key}.")];

    public void Add(string note) => _notes.Add(note);

    /// <summary>Says the same of several plans once.</summary>
    public void Add(int plan, string note)
    {
        if (!_ofPlans.TryGetValue(note, out var plans)) _ofPlans[note] = plans = [];
        plans.Add(plan);
    }
}
