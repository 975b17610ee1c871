using System.Globalization;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>What the reading of any list keeps count of: its entries, their references, and the fields that were not used.</summary>
/// <param name="sink">Takes the entries.</param>
internal sealed class ListReading(IRecordSink sink)
{
    /// <summary>Entries of one list at most.</summary>
    private const int EntriesMax = 1_000_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Entries read, used or not.</summary>
    public int Read { get; private set; }

    /// <summary>Entries used.</summary>
    public int Used { get; private set; }

    /// <summary>Passes an entry on, unless it has no name or no reference.</summary>
    /// <returns>The fatal issue, when there are too many.</returns>
    public ReadIssue? Add(EntryDraft entry)
    {
        if (++Read > EntriesMax) return Fatal(ListCodes.TooLong, entry.Place, $"more than {EntriesMax:N0} entries", "expected a list of a readable length", "check that this is the document you mean");
        if (entry.Id is not { } id) return LeaveOut(entry, ListCodes.IdMissing, "an entry without its list's reference", "expected one, by which later versions know it again");
        if (!entry.HasName) return LeaveOut(entry, ListCodes.NameMissing, $"the entry {QuotedText.Of(id)} without a name", "expected at least one, by which it can be found");
        sink.Add(new ListedRecord(entry.Place, entry.Build(Unique(entry.Place, id))));
        Used++;
        return null;
    }

    /// <summary>Ends a list that was read whole.</summary>
    /// <param name="version">What it is; its entries are counted here.</param>
    /// <param name="statedCount">How many entries it says it has; null when it does not.</param>
    /// <returns>The fatal issue, when it has none, or another number than it says.</returns>
    public ReadIssue? End(ListVersion version, int? statedCount = null)
    {
        if (Read == 0) return Fatal(ListCodes.Empty, "the document", "a list without an entry", "expected at least one", "fetch it again: a list is never empty");
        if (statedCount is { } stated && stated != Read) return Fatal(ListCodes.CountDiffers, "the document", $"{Number(Read)} entries, where it says that it has {Number(stated)}", "expected as many", "fetch it again: it is not whole");
        sink.Add(version with { Entries = Used });
        return null;
    }

    /// <summary>Accounts for what nobody asked for.</summary>
    /// <param name="item">An element whose parts were read.</param>
    /// <param name="ignored">Fields that are left out on purpose, with the reason, by their path below the element.</param>
    public void Account(XmlItem item, IReadOnlyDictionary<string, string> ignored)
    {
        foreach (var path in item.Unused())
        {
            if (ignored.TryGetValue(path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..], out var reason)) sink.Ignore(path, reason);
            else ReportField(path, item.Place);
        }
    }

    /// <summary>Reports a field that the reader does not know, once for each document, and counts it.</summary>
    public void ReportField(string path, string place)
    {
        // Names come from the document: no more of them are remembered than people would read.
        if (_unknown.Count < IssuesMax && _unknown.Add(path)) Warn(ListCodes.FieldUnknown, place, $"the field {QuotedText.Of(path)}", "expected only fields that this list is known to have", "nothing else is lost; tell us of it");
        sink.Ignore(path, "not a known field of this list");
    }

    /// <summary>Reports a word that the reader does not know.</summary>
    public void ReportValue(string place, string field, string value) =>
        Warn(ListCodes.ValueUnknown, place, $"{field} {QuotedText.Of(value)}", "expected one of the words, or a day, that this list is known to use", "the entry is kept without it; tell us of it");

    /// <summary>A day that must be one where it stands; null when it is missing, or reported because it is none.</summary>
    public DateOnly? Day(string place, string field, string? text, string form)
    {
        if (text is null) return null;
        var day = StatedDays.Day(text, form);
        if (day is null) ReportValue(place, field, text);
        return day;
    }

    public static ReadIssue Fatal(string code, string place, string found, string expected, string advice) => new(code, Severity.Fatal, place, found, expected, advice);

    private const int IssuesMax = 1000;

    private void Warn(string code, string place, string found, string expected, string advice) => sink.Report(new ReadIssue(code, Severity.Warning, place, found, expected, advice));

    private ReadIssue? LeaveOut(EntryDraft entry, string code, string found, string expected)
    {
        sink.Report(new ReadIssue(code, Severity.Error, entry.Place, found, expected, "fetch the list again, or ask the publisher"));
        sink.LeaveOut();
        return null;
    }

    // Nobody is left off a list because two share a number.
    private string Unique(string place, string id)
    {
        if (_ids.TryAdd(id, 1)) return id;
        string own;
        do own = $"{id} ({Number(++_ids[id])})";
        while (!_ids.TryAdd(own, 1));
        Warn(ListCodes.IdRepeated, place, $"another entry with the reference {QuotedText.Of(id)}", "expected one entry for each reference", $"both are kept, this one as {QuotedText.Of(own)}; ask the publisher");
        return own;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
