using System.Globalization;
using Tributary.Activities;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Makes an activity of its element.</summary>
/// <param name="item">The element.</param>
/// <param name="sink">Takes what is odd.</param>
/// <param name="version">The version that the document states; an activity of version 1 may state its own.</param>
/// <param name="details">Writes what no property takes.</param>
internal sealed class ActivityReader(XmlItem item, IRecordSink sink, string? version, JsonMl details)
{
    private readonly IatiElements _elements = new(sink, item.Attribute("default-currency"), item.Attribute("xml:lang"));
    private readonly List<ActivityParty> _parties = [];
    private readonly List<HumanitarianScope> _scopes = [];
    private readonly List<RelatedActivity> _related = [];
    private readonly List<ActivityTransaction> _transactions = [];
    private readonly List<ActivityBudget> _budgets = [];
    private readonly DateOnly?[] _dates = new DateOnly?[5];

    /// <summary>Reads it.</summary>
    /// <param name="ordinal">Which of its document's it is, from 1.</param>
    public Activity Read(int ordinal)
    {
        foreach (var child in item.Children) Take(child);
        var reporter = item.First("reporting-org");
        var activity = new Activity
        {
            Ordinal = ordinal,
            Line = item.Line,
            Id = item.First("iati-identifier")?.Text,
            Version = item.Attribute("version") ?? version,
            Reporter = _elements.Organisation(reporter),
            IsSecondary = reporter is not null && IatiElements.Flag(reporter, "secondary-reporter") == true,
            Hierarchy = Hierarchy(),
            Status = IatiElements.Code(item, "activity-status"),
            DefaultCurrency = item.Attribute("default-currency")?.ToUpperInvariant(),
            DefaultLanguage = item.Attribute("xml:lang"),
            IsHumanitarian = IatiElements.Flag(item, "humanitarian"),
            LastUpdated = _elements.Instant(item, "last-updated-datetime"),
            Dates = new ActivityDates(_dates[1], _dates[2], _dates[3], _dates[4]),
            Title = _elements.Text(item.First("title")),
            Defaults = new Classification(
                IatiElements.Code(item, "default-flow-type"), IatiElements.Code(item, "default-finance-type"), ClassificationCodes.AidType(item, "default-aid-type"), IatiElements.Code(item, "default-tied-status")),
            Parties = _parties,
            Shares = _elements.Shares(item),
            Scopes = _scopes,
            Related = _related,
            Transactions = _transactions,
            Budgets = _budgets,
        };
        return activity with { Details = details.Unused(item) };
    }

    private void Take(XmlItem child)
    {
        switch (child.Name)
        {
            case "participating-org": TakeParty(child); break;
            case "activity-date": TakeDate(child); break;
            case "humanitarian-scope": TakeScope(child); break;
            case "related-activity": TakeRelated(child); break;
            case "transaction":
                child.See();
                _transactions.Add(TransactionReader.Read(child, _transactions.Count + 1, _elements, details));
                child.TakeWhole();
                break;
            case "budget": TakeBudget(BudgetKind.Budget, child); break;
            case "planned-disbursement": TakeBudget(BudgetKind.PlannedDisbursement, child); break;
        }
    }

    private void TakeParty(XmlItem child)
    {
        child.See();
        _parties.Add(new ActivityParty(OldCodes.Role(child.Attribute("role")), _elements.Organisation(child, "activity-id")!, child.Attribute("crs-channel-code")));
    }

    private void TakeBudget(BudgetKind kind, XmlItem child)
    {
        child.See();
        _budgets.Add(BudgetReader.Read(kind, child, _budgets.Count + 1, _elements, details));
        child.TakeWhole();
    }

    // A second date of one type, and what is said about a date, stay in the details.
    private void TakeDate(XmlItem child)
    {
        if (!int.TryParse(OldCodes.DateType(child.Peek("type")), NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type is < 1 or > 4 || _dates[type] is not null) return;
        child.See();
        child.Attribute("type");
        _dates[type] = _elements.Day(child, "iso-date");
    }

    private void TakeScope(XmlItem child)
    {
        if (child.Peek("code") is null) return;
        child.See();
        _scopes.Add(new HumanitarianScope(child.Attribute("type"), child.Attribute("vocabulary"), child.Attribute("code")!, _elements.Text(child)));
    }

    private void TakeRelated(XmlItem child)
    {
        if (child.Peek("ref") is null) return;
        child.See();
        _related.Add(new RelatedActivity(child.Attribute("type"), child.Attribute("ref")!));
    }

    private int? Hierarchy()
    {
        if (!int.TryParse(item.Peek("hierarchy"), NumberStyles.None, CultureInfo.InvariantCulture, out var level)) return null;
        item.Attribute("hierarchy");
        return level;
    }
}
