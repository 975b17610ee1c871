using System.Runtime.InteropServices;

namespace Tributary.Validating;

/// <summary>Gathers what is found in a file: all is counted, and as much as was asked for is listed.</summary>
internal sealed class RecordFindings(int most)
{
    private readonly Dictionary<string, List<FindingKind>> _kinds = new(StringComparer.Ordinal);
    private readonly List<Finding> _listed = [];
    private int _record;

    /// <summary>How many findings there are of each kind.</summary>
    public IReadOnlyList<FindingTotal> Totals => [.. _kinds.Values.SelectMany(kinds => kinds).Select(kind => new FindingTotal(kind.Id, kind.Severity, kind.Category, kind.Count)).OrderBy(total => (int)total.Severity).ThenBy(total => total.Id, StringComparer.Ordinal)];

    /// <summary>The findings that are listed.</summary>
    public IReadOnlyList<Finding> Listed => _listed;

    /// <summary>Counts one, and says whether it is to be listed too: what is not need not be put into words.</summary>
    public bool Count(string id, FindingSeverity severity, string category)
    {
        if (!_kinds.TryGetValue(id, out var kinds)) _kinds.Add(id, kinds = []);
        var kind = kinds.Find(kind => kind.Severity == severity && kind.Category == category);
        if (kind is null) kinds.Add(kind = new FindingKind(id, severity, category));
        kind.Count++;
        return _listed.Count < most;
    }

    /// <summary>Lists one that was counted.</summary>
    public void List(Finding finding) => _listed.Add(finding);

    /// <summary>Counts one, and lists it where there is room.</summary>
    public void Add(Finding finding)
    {
        if (Count(finding.Id, finding.Severity, finding.Category)) List(finding);
    }

    /// <summary>Ends a record: what was found in it gets its identifier and title, and the order of the file, the critical first.</summary>
    public void EndRecord(string? identifier, string? title)
    {
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
        _record = 0;
    }

    private sealed class FindingKind(string id, FindingSeverity severity, string category)
    {
        public string Id => id;

        public FindingSeverity Severity => severity;

        public string Category => category;

        public long Count { get; set; }
    }
}
