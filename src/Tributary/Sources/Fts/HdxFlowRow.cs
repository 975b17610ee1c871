using Tributary.Flows;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Reads the current row of a table as a flow.</summary>
/// <remarks>
/// Every cell of a row is looked at even when one is wrong, so that all that is wrong with it is reported at once;
/// hence the <c>&amp;</c>, which does not stop at the first false. Repeated values allocate nothing.
/// </remarks>
internal sealed class HdxFlowRow
{
    private const long MicrosPerDay = 86_400_000_000;

    private readonly HdxTable _table;
    private readonly HdxFlowSets _sets = new();
    private readonly Utf8Cache<string> _terms = new(System.Text.Encoding.UTF8.GetString);
    private readonly Utf8Cache<string> _keywords = new(HdxObjects.Joined);

    /// <param name="table">Where the rows are, past its header.</param>
    public HdxFlowRow(HdxTable table) => _table = table;

    /// <summary>Fills the flow from the current row.</summary>
    /// <returns>False when the row cannot be used; the issues are reported.</returns>
    public bool TryRead(FlowRecord flow)
    {
        flow.Clear();
        flow.Place = _table.LineNumber;
        flow.SourceIsPartial = true;
        flow.DescriptionUtf8 = _table.TextMemory((int)HdxFlowColumn.Description);
        flow.RefCodeUtf8 = _table.TextMemory((int)HdxFlowColumn.RefCode);
        return ReadId(flow) & ReadAmount(flow) & ReadOriginal(flow) & ReadStatus(flow) & ReadBoundary(flow)
            & ReadTerms(flow) & ReadDays(flow) & ReadSource(flow.Source) & ReadDestination(flow.Destination);
    }

    private bool ReadId(FlowRecord flow)
    {
        var cell = Cell(HdxFlowColumn.Id);
        if (!FtsCells.TryParseId(cell, out var id)) return Wrong(HdxFlowColumn.Id, FtsCodes.IdInvalid, "a positive whole number");
        flow.Id = id;
        return true;
    }

    private bool ReadAmount(FlowRecord flow)
    {
        var cell = Cell(HdxFlowColumn.AmountUSD);
        if (cell.IsEmpty) return Wrong(HdxFlowColumn.AmountUSD, FtsCodes.AmountMissing, "an amount in US dollars");
        if (!ScaledDecimal.TryParse(cell, ScaledDecimal.AmountScale, out var units))
            return Wrong(HdxFlowColumn.AmountUSD, FtsCodes.AmountInvalid, "a number with at most four decimal places");
        flow.AmountUsdE4 = units;
        return true;
    }

    private bool ReadOriginal(FlowRecord flow)
    {
        flow.OriginalAmountE4 = Number(HdxFlowColumn.OriginalAmount, ScaledDecimal.AmountScale, "a number with at most four decimal places");
        flow.ExchangeRateE8 = Number(HdxFlowColumn.ExchangeRate, ScaledDecimal.RateScale, "a number with at most eight decimal places");
        var currency = Cell(HdxFlowColumn.OriginalCurrency);
        if (currency.IsEmpty) return true;
        if (Currency.IsCode(currency)) flow.OriginalCurrency = _terms[currency];
        else Odd(HdxFlowColumn.OriginalCurrency, FtsCodes.CurrencyInvalid, "three capital letters (ISO 4217)");
        return true;
    }

    private bool ReadStatus(FlowRecord flow)
    {
        if (!FtsCells.TryParse(Cell(HdxFlowColumn.Status), out FlowStatus status))
            return Wrong(HdxFlowColumn.Status, FtsCodes.StatusUnknown, "pledge, commitment or paid");
        flow.Status = status;
        return true;
    }

    private bool ReadBoundary(FlowRecord flow)
    {
        var isBoundary = FtsCells.TryParse(Cell(HdxFlowColumn.Boundary), out Boundary boundary)
            || Wrong(HdxFlowColumn.Boundary, FtsCodes.BoundaryUnknown, "incoming, internal or outgoing");
        var isOnBoundary = FtsCells.TryParse(Cell(HdxFlowColumn.OnBoundary), out OnBoundary onBoundary)
            || Wrong(HdxFlowColumn.OnBoundary, FtsCodes.OnBoundaryUnknown, "single or shared");
        (flow.StatedBoundary, flow.StatedOnBoundary) = (boundary, onBoundary);
        return isBoundary && isOnBoundary;
    }

    private bool ReadTerms(FlowRecord flow)
    {
        var isShort = TryTerm(HdxFlowColumn.FlowType, _terms, out var flowType) & TryTerm(HdxFlowColumn.ContributionType, _terms, out var contributionType)
            & TryTerm(HdxFlowColumn.Method, _terms, out var method) & TryTerm(HdxFlowColumn.BudgetYear, _terms, out var budgetYear)
            & TryTerm(HdxFlowColumn.Keywords, _keywords, out var keywords);
        (flow.FlowType, flow.ContributionType, flow.Method, flow.BudgetYear, flow.Keywords) = (flowType, contributionType, method, budgetYear, keywords);
        return isShort;
    }

    private bool ReadDays(FlowRecord flow)
    {
        var areDays = TryDay(HdxFlowColumn.Date, out var date) & TryDay(HdxFlowColumn.DecisionDate, out var decision)
            & TryDay(HdxFlowColumn.FirstReportedDate, out var firstReported)
            & TryDay(HdxFlowColumn.CreatedAt, out var created) & TryDay(HdxFlowColumn.UpdatedAt, out var updated);
        (flow.DateDays, flow.DecisionDateDays, flow.FirstReportedDays) = (date, decision, firstReported);
        (flow.CreatedAtMicros, flow.UpdatedAtMicros) = (created * MicrosPerDay, updated * MicrosPerDay);
        return areDays;
    }

    private bool ReadSource(ObjectSet?[] side) =>
        Take(side, HdxFlowColumn.SrcOrganization, _sets.Organization(Text(HdxFlowColumn.SrcOrganization), Text(HdxFlowColumn.SrcOrganizationTypes)))
        & Take(side, HdxFlowColumn.SrcLocations, _sets.Locations(Cell(HdxFlowColumn.SrcLocations)))
        & Take(side, HdxFlowColumn.SrcUsageYearStart, _sets.Years(Cell(HdxFlowColumn.SrcUsageYearStart), Cell(HdxFlowColumn.SrcUsageYearEnd)));

    private bool ReadDestination(ObjectSet?[] side) =>
        Take(side, HdxFlowColumn.DestOrganization, _sets.Organization(Text(HdxFlowColumn.DestOrganization), Text(HdxFlowColumn.DestOrganizationTypes)))
        & Take(side, HdxFlowColumn.DestLocations, _sets.Locations(Cell(HdxFlowColumn.DestLocations)))
        & Take(side, HdxFlowColumn.DestUsageYearStart, _sets.Years(Cell(HdxFlowColumn.DestUsageYearStart), Cell(HdxFlowColumn.DestUsageYearEnd)))
        & Take(side, HdxFlowColumn.DestPlanId, _sets.Plans(Cell(HdxFlowColumn.DestPlanId), Text(HdxFlowColumn.DestPlanCode), Text(HdxFlowColumn.DestPlan)))
        & Take(side, HdxFlowColumn.DestEmergency, _sets.Emergency(Text(HdxFlowColumn.DestEmergency)))
        & Take(side, HdxFlowColumn.DestGlobalClusters, _sets.GlobalClusters(Text(HdxFlowColumn.DestGlobalClusters)))
        & Take(side, HdxFlowColumn.DestProject, _sets.Project(Text(HdxFlowColumn.DestProject), Text(HdxFlowColumn.DestProjectCode)));

    private bool Take(ObjectSet?[] side, HdxFlowColumn column, HdxSet? read)
    {
        if (read is null) return true;
        if (read.Set is { } set) side[(int)set.Type] = set;
        return read.Issue is null || _table.Report((int)column, read.Issue);
    }

    private bool TryTerm(HdxFlowColumn column, Utf8Cache<string> cache, out string? term)
    {
        var cell = Text(column);
        var isShort = cell.Length <= HdxFlowSets.KeyBytesMax;
        term = cell.IsEmpty || !isShort ? null : cache[cell];
        return isShort || Wrong(column, HdxCodes.CellTooLong, "at most 4096 bytes");
    }

    private bool TryDay(HdxFlowColumn column, out int? days)
    {
        days = null;
        var cell = Cell(column);
        if (cell.IsEmpty) return true;
        if (!Utf8Date.TryParseDay(cell, out var read)) return Wrong(column, FtsCodes.DateInvalid, "a day such as 2026-04-16");
        days = read;
        return true;
    }

    private long? Number(HdxFlowColumn column, int scale, string expected)
    {
        var cell = Cell(column);
        if (cell.IsEmpty) return null;
        if (ScaledDecimal.TryParse(cell, scale, out var units)) return units;
        Odd(column, column == HdxFlowColumn.ExchangeRate ? FtsCodes.RateInvalid : FtsCodes.OriginalAmountInvalid, expected);
        return null;
    }

    private ReadOnlySpan<byte> Cell(HdxFlowColumn column) => _table.Cell((int)column);

    private ReadOnlySpan<byte> Text(HdxFlowColumn column) => _table.Text((int)column);

    private bool Wrong(HdxFlowColumn column, string code, string expected) =>
        _table.Report((int)column, CellIssue.Error(code, Cell(column), expected));

    private void Odd(HdxFlowColumn column, string code, string expected) =>
        _table.Report((int)column, CellIssue.Warning(code, Cell(column), expected));
}
