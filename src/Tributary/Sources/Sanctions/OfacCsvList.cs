using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>OFAC's list from its raw CSV files: <c>sdn.csv</c>, and where they are there <c>alt.csv</c>, <c>add.csv</c> and <c>sdn_comments.csv</c>.</summary>
/// <remarks>
/// The files and their columns: https://ofac.treasury.gov/media/29976/download. They have no header; <c>-0-</c> is nothing. Left out on
/// purpose: OFAC's numbers of names and addresses. Births, nationalities and most numbers stand in remarks, in OFAC's own words
/// (<see cref="OfacRemarks"/>), and the remarks are kept as well.
/// </remarks>
internal sealed class OfacCsvList(IRecordSink sink, CancellationToken token) : ICsvList
{
    private const int EntryCells = 12, NameCells = 5, AddressCells = 6, RemarkCells = 2;

    /// <summary>Bytes of all cells together that are held, because a file names the entries of another.</summary>
    private const long TextMax = 512 << 20;

    private const string NumberReason = "the number of a part of the entry in OFAC's database";

    private static readonly (int Cell, string Name)[] VesselCells =
        [(5, OfacWords.CallSign), (6, OfacWords.VesselType), (7, OfacWords.Tonnage), (8, OfacWords.GrossTonnage), (9, OfacWords.VesselFlag), (10, OfacWords.VesselOwner)];

    private readonly ListReading _reading = new(sink);
    private readonly OfacLists _lists = new();
    private readonly OrderedDictionary<string, EntryDraft> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<ListPart> _parts = [];
    private long _text;

    /// <summary>Reads a file of the set.</summary>
    /// <returns>The fatal issue, or null.</returns>
    public ReadIssue? Read(ListPart part, CsvPart file)
    {
        _parts.Add(part);
        if (part == ListPart.OfacNames) sink.Ignore("alt.csv/alt_num", NumberReason);
        if (part == ListPart.OfacAddresses) sink.Ignore("add.csv/add_num", NumberReason);
        return part == ListPart.OfacEntries ? Read(file, EntryCells, TakeEntry)
            : part == ListPart.OfacNames ? Read(file, NameCells, row => AboutEntry(file, row, entry => entry.AddName(OfacRow.Words(row[3]), OfacWords.Kind(row[2]), AliasQuality.Strong, note: OfacRow.Words(row[4]))))
            : part == ListPart.OfacAddresses ? Read(file, AddressCells, row => AboutEntry(file, row, entry => AddAddress(entry, row)))
            : Read(file, RemarkCells, row => AboutEntry(file, row, entry => entry.Remarks += row[1]));

        ReadIssue? TakeEntry(string[] row)
        {
            var entry = EntryOf(row, file.Place);
            // A second entry of the same number is held under its line, and told of when it is passed on.
            _entries.TryAdd(_entries.ContainsKey(row[0]) ? $"{row[0]}, {file.Place}" : row[0], entry);
            return null;
        }
    }

    /// <summary>Passes the entries on.</summary>
    public ReadIssue? End()
    {
        List<ListPart> missing = [.. ListPart.All.Where(part => part.Set == ListPart.OfacEntries.Set && !_parts.Contains(part))];
        if (missing.Count > 0) sink.Report(new ReadIssue(ListCodes.PartMissing, Severity.Warning, "the document", $"no {string.Join(", no ", missing.Select(part => $"{part.FileName} ({part.What})"))}", "expected all four files of the list", "import the folder that has them all; without them their content is missing"));
        foreach (var entry in _entries.Values)
        {
            entry.Remarks = XmlItem.Clean(entry.Remarks ?? "");
            OfacRemarks.Read(entry);
            if (_reading.Add(entry) is { } fatal) return fatal;
        }
        return _reading.End(new ListVersion(_lists.List, null, 0, Fields()));
    }

    private ListedFields Fields() => ListedFields.All & ~ListedFields.Days
        & (_parts.Contains(ListPart.OfacNames) ? ListedFields.All : ~ListedFields.Aliases)
        & (_parts.Contains(ListPart.OfacAddresses) ? ListedFields.All : ~ListedFields.Addresses);

    private ReadIssue? Read(CsvPart file, int cells, Func<string[], ReadIssue?> take)
    {
        foreach (var row in file.Rows(cells, token))
        {
            foreach (var cell in row) _text += cell.Length;
            if (_text > TextMax) return ListReading.Fatal(ListCodes.TooLong, file.Place, "more text than is held of one list", $"expected at most {TextMax >> 20} MiB", "check that these are the files you mean");
            if (take(row) is { } fatal) return fatal;
        }
        return file.Fatal;
    }

    private ReadIssue? AboutEntry(CsvPart file, string[] row, Action<EntryDraft> add)
    {
        if (_entries.TryGetValue(row[0], out var entry)) add(entry);
        else
        {
            sink.Report(new ReadIssue(ListCodes.EntryUnknown, Severity.Error, file.Place, $"a row about the entry {QuotedText.Of(row[0])}", "expected rows about entries that the list has", "take all files of a list from one moment"));
            sink.LeaveOut();
        }
        return null;
    }

    private EntryDraft EntryOf(string[] row, string place)
    {
        var type = OfacRow.Words(row[2]) is { } word ? OfacWords.TypeOf(word) : ListedType.Organisation;
        if (type is null) _reading.ReportValue(place, "SDN_Type", row[2]);
        var entry = new EntryDraft(place) { Id = OfacRow.Words(row[0]), Type = type ?? ListedType.Unknown, Remarks = OfacRow.Words(row[11]) is null ? null : row[11] };
        var name = OfacRow.Words(row[1]);
        entry.AddName(name, NameKind.Primary, AliasQuality.Unstated);
        List<string> programmes = [.. (OfacRow.Words(row[3]) ?? "").Split("] [", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        _lists.See(programmes);
        foreach (var programme in programmes) entry.AddProgramme(programme);
        entry.AddDesignation(OfacRow.Words(row[4]));
        foreach (var (cell, detail) in VesselCells) entry.AddDetail(detail, OfacRow.Words(row[cell]));
        return entry;
    }

    private static void AddAddress(EntryDraft entry, string[] row)
    {
        if (OfacRow.Words(row[2]) is null && OfacRow.Words(row[3]) is null && OfacRow.Words(row[4]) is null) return;
        entry.AddAddress(OfacRow.Words(row[5]), OfacRow.Words(row[4]), OfacRow.Words(row[2]), OfacRow.Words(row[3]));
    }
}
