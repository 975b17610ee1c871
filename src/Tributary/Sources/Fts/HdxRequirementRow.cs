using System.Globalization;
using System.Text;
using Tributary.Appeals;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Reads the current row of a requirement file.</summary>
/// <remarks>As in flow rows, all that is wrong with a row is reported at once; hence the <c>&amp;</c>.</remarks>
internal sealed class HdxRequirementRow
{
    private const int YearDigits = 4;

    private readonly HdxTable _table;
    private readonly Utf8Cache<string> _texts = new(Encoding.UTF8.GetString);
    private string? _country;
    private int? _planId;
    private int? _year;
    private int? _startDays;
    private int? _endDays;

    /// <param name="table">Where the rows are, past its header.</param>
    public HdxRequirementRow(HdxTable table) => _table = table;

    /// <summary>The plan the row is about, as it states it; null for funding on no plan.</summary>
    public PlanRecord? Plan { get; private set; }

    /// <summary>The cluster's id; null where the row has none.</summary>
    public int? ClusterId { get; private set; }

    /// <summary>What the row's figures are grouped under: the cluster, else the name of a row without a plan; null for a plan's total.</summary>
    public string? GroupName { get; private set; }

    /// <summary>The figures the row states; an empty cell is none, 0 is one.</summary>
    public List<PublishedFigure> Figures { get; } = [];

    /// <summary>Reads the current row.</summary>
    /// <returns>False when it cannot be used; the issues are reported.</returns>
    public bool TryRead()
    {
        Plan = null;
        Figures.Clear();
        return TryScope() && TryPlan() && TryCluster()
            && TryFigure(HdxRequirementColumn.Requirements, Measure.Requirement) & TryFigure(HdxRequirementColumn.Funding, Measure.Funding)
            & TryFigure(HdxRequirementColumn.CovidFunding, Measure.CovidFunding);
    }

    private bool TryScope()
    {
        _country = Text(HdxRequirementColumn.CountryCode);
        return (_country is null || HdxObjects.IsIso3(_country) || Wrong(HdxRequirementColumn.CountryCode, HdxCodes.LocationInvalid, "an ISO 3166 code of three capital letters"))
            & TryYear() & TryId(HdxRequirementColumn.Id, out _planId);
    }

    private bool TryPlan()
    {
        var name = Text(HdxRequirementColumn.Name);
        GroupName = name;
        if (_planId is not { } id) return true;
        if (name is null) return Wrong(HdxRequirementColumn.Name, HdxCodes.PlanNameMissing, "the plan's name");
        if (!(TryDay(HdxRequirementColumn.StartDate, out _startDays) & TryDay(HdxRequirementColumn.EndDate, out _endDays) & TryId(HdxRequirementColumn.TypeId, out var typeId))) return false;
        GroupName = null;
        Plan = new PlanRecord(_table.Place, id, name, Text(HdxRequirementColumn.Code), typeId, Text(HdxRequirementColumn.TypeName),
            Date(_startDays), Date(_endDays), _year is { } year ? [year] : [], _country is null ? [] : [_country]);
        return true;
    }

    private bool TryCluster()
    {
        GroupName = Text(HdxRequirementColumn.Cluster) ?? GroupName;
        if (!TryId(HdxRequirementColumn.ClusterCode, out var id)) return false;
        ClusterId = id;
        return true;
    }

    private bool TryFigure(HdxRequirementColumn column, Measure measure)
    {
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!ScaledDecimal.TryParse(cell, ScaledDecimal.AmountScale, out var units)) return Wrong(column, FtsCodes.AmountInvalid, "a number with at most four decimal places");
        Figures.Add(new PublishedFigure
        {
            Place = _table.Place, Measure = measure, Value = Dollars(units), PlanId = _planId, Country = _country, Year = _year,
            GroupId = ClusterId?.ToString(CultureInfo.InvariantCulture), GroupName = GroupName,
        });
        return true;
    }

    private bool TryYear()
    {
        var cell = Cell(HdxRequirementColumn.Year);
        _year = null;
        if (cell.IsEmpty) return true;
        if (cell.Length != YearDigits || !FtsCells.TryParseId(cell, out var year)) return Wrong(HdxRequirementColumn.Year, HdxCodes.YearInvalid, "a year of four digits");
        _year = (int)year;
        return true;
    }

    private bool TryId(HdxRequirementColumn column, out int? id)
    {
        id = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!FtsCells.TryParseId(cell, out var read) || read > int.MaxValue) return Wrong(column, FtsCodes.IdInvalid, "a positive whole number");
        id = (int)read;
        return true;
    }

    private bool TryDay(HdxRequirementColumn column, out int? days)
    {
        days = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!Utf8Date.TryParseDay(cell, out var read)) return Wrong(column, FtsCodes.DateInvalid, "a day such as 2026-04-16");
        days = read;
        return true;
    }

    private string? Text(HdxRequirementColumn column)
    {
        var cell = _table.Text((int)column);
        return cell.IsEmpty ? null : cell.Length > HdxFlowSets.KeyBytesMax ? Encoding.UTF8.GetString(cell) : _texts[cell];
    }

    private static DateOnly? Date(int? days) => days is { } known ? Utf8Date.ToDate(known) : null;

    /// <summary>Whole dollars without the decimal places of the store, as the document writes them.</summary>
    private static decimal Dollars(long units) =>
        units % 10_000 == 0 ? units / 10_000 : ScaledDecimal.ToDecimal(units, ScaledDecimal.AmountScale);

    private ReadOnlySpan<byte> Cell(HdxRequirementColumn column) => _table.Cell((int)column);

    private bool Wrong(HdxRequirementColumn column, string code, string expected) =>
        _table.Report((int)column, CellIssue.Error(code, Cell(column), expected));
}
