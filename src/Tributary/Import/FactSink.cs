using System.Globalization;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;
using Tributary.Sources;

namespace Tributary.Import;

/// <summary>Passes a document's records to the facts and counts what passes.</summary>
internal sealed class FactSink : IRecordSink
{
    private const int FieldNameMax = 200;

    private readonly DocumentFacts _facts;
    private readonly DateOnly _lastDay;
    private bool _isAhead;
    private readonly Dictionary<string, (string Reason, long Count)> _ignored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Severity Severity, long Count, List<ReadIssue> First)> _issues = new(StringComparer.Ordinal);
    private long _flows, _plans, _figures, _locations, _rates, _evidence, _activities, _transactions, _budgets, _organisations;

    /// <param name="facts">Where the records go.</param>
    /// <param name="lastDay">The last day that a document can state for itself: no later version could take the place of one from the future.</param>
    public FactSink(DocumentFacts facts, DateOnly lastDay) => (_facts, _lastDay) = (facts, lastDay);

    /// <summary>Whether something cannot be used: a record, or the rest of the document.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Records that could not be used.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The day that the document states for itself, if it does.</summary>
    public DateOnly? StatedDay { get; private set; }

    /// <summary>The sanctions list that the document holds whole; null when it is none.</summary>
    public ListVersion? List { get; private set; }

    /// <summary>The entries of that list by their references, with the number of what is stated of each.</summary>
    public Dictionary<string, int> ListedIds { get; } = new(StringComparer.Ordinal);

    public void Add(FlowRecord flow)
    {
        _flows++;
        _facts.Add(flow);
    }

    public void Add(PlanRecord plan)
    {
        _plans++;
        _facts.Add(plan);
    }

    public void Add(PublishedFigure figure)
    {
        _figures++;
        _facts.Add(figure);
    }

    public void Add(LocationRecord location)
    {
        _locations++;
        _facts.Add(location);
    }

    public void Add(ExchangeRate rate)
    {
        _rates++;
        _facts.Add(rate);
        // A table of daily rates is published on the day of its last one. Averages come out later, on a day that they do not state.
        if (rate.Basis == RateBasis.Daily && (StatedDay is not { } day || day < rate.Last) && HasCome(rate.Last)) StatedDay = rate.Last;
    }

    public void Add(EvidenceField field)
    {
        _evidence++;
        _facts.Add(field);
        // Of several reports, as in a feed, the latest says as of when the document speaks.
        if (field.Field == "published" && DateOnly.TryParseExact(field.Value.AsSpan(0, Math.Min(10, field.Value.Length)), "yyyy-MM-dd", out var day) && HasCome(day) && (StatedDay is not { } known || known < day)) StatedDay = day;
    }

    public void Add(ListedRecord listed) => ListedIds[listed.Entry.Id] = _facts.Add(listed);

    public void Add(ListVersion version)
    {
        List = version;
        StatedDay = version.Day;
    }

    public void Add(Activity activity)
    {
        _activities++;
        _transactions += activity.Transactions.Count;
        _budgets += activity.Budgets.Count;
        _facts.Activities.Add(activity);
    }

    public void Add(PublishingOrganisation organisation)
    {
        _organisations++;
        _budgets += organisation.Budgets.Count;
        _facts.Activities.Add(organisation);
    }

    public void StateDay(DateOnly day)
    {
        if (!HasCome(day)) return;
        StatedDay = day;
        _facts.StateDay(day);
    }

    public void Report(ReadIssue issue)
    {
        HasErrors |= issue.Severity != Severity.Warning;
        var (_, count, first) = _issues.TryGetValue(issue.Code, out var known) ? known : (issue.Severity, 0, []);
        if (first.Count < IssueGroup.ShownMax)
        {
            first.Add(issue);
            _facts.Add(issue);
        }
        _issues[issue.Code] = (issue.Severity, count + 1, first);
    }

    // The message names no day of ours, so that reading the document again says the same.
    private bool HasCome(DateOnly day)
    {
        if (day <= _lastDay) return true;
        if (!_isAhead) Report(new ReadIssue(ReadingCodes.DayAhead, Severity.Warning, "the document", string.Create(CultureInfo.InvariantCulture, $"it says that it is of {day:yyyy-MM-dd}, which has not come"), "expected a day that has", "it is taken as one that states no day; check the clock, or ask the publisher"));
        _isAhead = true;
        return false;
    }

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason)
    {
        // A column's name comes from the document, and may be megabytes long.
        if (field.Length > FieldNameMax) field = field[..FieldNameMax] + "…";
        _ignored[field] = (reason, _ignored.TryGetValue(field, out var known) ? known.Count + 1 : 1);
    }

    /// <summary>Records used, by kind; kinds without any are left out.</summary>
    public SortedDictionary<string, long> Records()
    {
        var records = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (kind, count) in (ReadOnlySpan<(string, long)>)[("flows", _flows), ("plans", _plans), ("publishedFigures", _figures), ("locations", _locations), ("exchangeRates", _rates), ("evidence", _evidence), ("listedEntries", ListedIds.Count), ("activities", _activities), ("transactions", _transactions), ("budgets", _budgets), ("organisations", _organisations)])
        {
            if (count > 0) records.Add(kind, count);
        }
        return records;
    }

    /// <summary>Fields left out on purpose, by name.</summary>
    public List<IgnoredField> Ignored() => [.. _ignored.Select(field => new IgnoredField(field.Key, field.Value.Reason, field.Value.Count)).OrderBy(field => field.Field, StringComparer.Ordinal)];

    /// <summary>What was odd, worst first.</summary>
    public List<IssueGroup> Issues() => [.. _issues.Select(group => new IssueGroup(group.Key, group.Value.Severity, group.Value.Count, group.Value.First)).OrderByDescending(group => group.Severity).ThenBy(group => group.Code, StringComparer.Ordinal)];

    /// <summary>Writes what is known at the document's end beside the records.</summary>
    /// <param name="day">The day as of which it speaks.</param>
    public void WriteEnd(DateOnly day)
    {
        if (List is { } list) _facts.Add(list, day);
        foreach (var group in Issues()) _facts.AddIssueCount(group.Code, group.Severity, group.Count);
        foreach (var field in Ignored()) _facts.AddIgnored(field.Field, field.Reason, field.Count);
    }
}
