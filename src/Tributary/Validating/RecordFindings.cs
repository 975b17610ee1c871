using System.Runtime.InteropServices;

namespace Tributary.Validating;

/// <summary>Gathers what is found in a file: all is counted, and as much as was asked for is listed.</summary>
internal sealed class RecordFindings(int most)
{
    private readonly Dictionary<(string Id, FindingSeverity Severity, string Category), long> _totals = [];
    private readonly List<Finding> _listed = [];
    private int _record;

    /// <summary>How many findings there are of each kind.</summary>
    public IReadOnlyList<FindingTotal> Totals => [.. _totals.Select(total => new FindingTotal(total.Key.Id, total.Key.Severity, total.Key.Category, total.Value)).OrderBy(total => total.Severity).ThenBy(total => total.Id, StringComparer.Ordinal)];

    /// <summary>The findings that are listed.</summary>
    public IReadOnlyList<Finding> Listed => _listed;

    /// <summary>Counts one, and says whether it is to be listed too: what is not need not be put into words.</summary>
    public bool Count(string id, FindingSeverity severity, string category)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_totals, (id, severity, category), out _)++;
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
        _totals.Clear();
        _listed.Clear();
        _record = 0;
    }
}
