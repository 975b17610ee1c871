using System.Runtime.InteropServices;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>Gathers what is found in a file: all is counted, and as much as was asked for is listed.</summary>
/// <param name="most">How many are listed.</param>
/// <param name="countsByRecord">Whether they are counted for each record too.</param>
internal sealed class RecordFindings(int most, bool countsByRecord)
{
    private readonly Dictionary<RecordTotal, long> _byRecord = [];
    private readonly Dictionary<RecordTotal, long> _open = [];
    private readonly Dictionary<string, List<FindingKind>> _kinds = new(StringComparer.Ordinal);
    private readonly List<Finding> _listed = [];
    private int _record;

    /// <summary>How many findings there are of each kind.</summary>
    public IReadOnlyList<FindingTotal> Totals => [.. _kinds.Values.SelectMany(kinds => kinds).Select(kind => new FindingTotal(kind.Id, kind.Severity, kind.Category, kind.Count)).OrderBy(total => (int)total.Severity).ThenBy(total => total.Id, StringComparer.Ordinal)];

    /// <summary>How many there are in each record, where that was asked for; those about the file without an identifier.</summary>
    public IReadOnlyDictionary<RecordTotal, long> ByRecord
    {
        get
        {
            CountFor(null);
            return _byRecord;
        }
    }

    /// <summary>The findings that are listed.</summary>
    public IReadOnlyList<Finding> Listed => _listed;

    /// <summary>Counts one, and says whether it is to be listed too: what is not need not be put into words.</summary>
    public bool Count(string id, FindingSeverity severity, string category)
    {
        if (!_kinds.TryGetValue(id, out var kinds)) _kinds.Add(id, kinds = []);
        var kind = kinds.Find(kind => kind.Severity == severity && kind.Category == category);
        if (kind is null) kinds.Add(kind = new FindingKind(id, severity, category));
        kind.Count++;
        if (countsByRecord) CollectionsMarshal.GetValueRefOrAddDefault(_open, new RecordTotal(null, severity, category), out _)++;
        return _listed.Count < most;
    }

    /// <summary>Lists one that was counted.</summary>
    public void List(Finding finding) => _listed.Add(finding);

    /// <summary>Counts one, and lists it where there is room.</summary>
    public void Add(Finding finding)
    {
        if (Count(finding.Id, finding.Severity, finding.Category)) List(finding);
    }

    /// <summary>Counts one of a record that has ended, and lists it where there is room.</summary>
    public void AddLate(Finding finding)
    {
        CountFor(null);
        Add(finding);
        CountFor(finding.Identifier);
    }

    /// <summary>Begins a record: what was found before is about the file.</summary>
    public void BeginRecord()
    {
        _record = _listed.Count;
        CountFor(null);
    }

    /// <summary>Ends a record: what was found in it gets its identifier and title, and the order of the file, the critical first.</summary>
    public void EndRecord(string? identifier, string? title)
    {
        CountFor(identifier);
        if (identifier is not null) identifier = FindingWords.Shown(identifier);
        if (_record == _listed.Count) return;
        var found = CollectionsMarshal.AsSpan(_listed)[_record..];
        for (var index = 0; index < found.Length; index++) found[index] = found[index] with { Identifier = identifier, Title = title };
        var ordered = found.ToArray().OrderBy(finding => finding.Severity != FindingSeverity.Critical).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column).ToArray();
        ordered.CopyTo(found);
        _record = _listed.Count;
    }

    /// <summary>Forgets all: of a file that is no XML nothing else can be said.</summary>
    public void Clear()
    {
        _kinds.Clear();
        _listed.Clear();
        _byRecord.Clear();
        _open.Clear();
        _record = 0;
    }

    private void CountFor(string? identifier)
    {
        foreach (var (kind, count) in _open) CollectionsMarshal.GetValueRefOrAddDefault(_byRecord, kind with { Identifier = XmlItem.Clean(identifier) }, out _) += count;
        _open.Clear();
    }

    private sealed class FindingKind(string id, FindingSeverity severity, string category)
    {
        public string Id => id;

        public FindingSeverity Severity => severity;

        public string Category => category;

        public long Count { get; set; }
    }
}

/// <summary>Findings of a record that are counted together.</summary>
/// <param name="Identifier">Its identifier, spaces around it aside; null for what is about the file.</param>
/// <param name="Severity">How much they matter.</param>
/// <param name="Category">The validator's group.</param>
internal readonly record struct RecordTotal(string? Identifier, FindingSeverity Severity, string Category);
