using System.Text;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>Flows as JSON lines: FTS's own fields, and before them an object of what FTS's form has no field for.</summary>
internal sealed class FlowJsonWriter : IFlowRowWriter
{
    private static readonly int[] SourceSets = Sets(Side.Source), DestinationSets = Sets(Side.Destination);
    private static readonly byte[][] Statuses = FlowWords.Of<FlowStatus>(), Boundaries = FlowWords.Of<Boundary>(), OnBoundaries = FlowWords.Of<OnBoundary>();

    private readonly Utf8Buffer _output;
    private readonly byte[][] _terms, _lists, _objects;
    private readonly Dictionary<int, (byte[] Before, byte[] After)> _documents;

    public FlowJsonWriter(FlowTexts texts, Utf8Buffer output)
    {
        _output = output;
        _terms = FlowTexts.ByNumber(texts.Terms, FlowTexts.JsonText);
        _lists = FlowTexts.ByNumber(texts.Terms, FlowTexts.JsonList);
        _objects = FlowTexts.ByNumber(texts.Sets, FlowTexts.FtsObjects);
        _documents = texts.Documents.ToDictionary(document => document.Key, document => Head(document.Value));
    }

    public void Begin()
    {
        // Each line stands for itself.
    }

    public void Write(ChunkReader chunk, int row)
    {
        WriteOwn(chunk, row);
        _output.Add(",\"id\":\""u8);
        _output.Add(chunk.Get<long>(0, row));
        _output.Add("\",\"amountUSD\":"u8);
        _output.AddScaled(chunk.Get<long>(Columns.AmountUsd, row), Money.ScaledDecimal.AmountScale);
        WriteWords(chunk, row);
        WriteNumbers(chunk, row);
        WriteTerms(chunk, row);
        WriteTimes(chunk, row);
        WriteTexts(chunk, row);
        WriteObjects(",\"sourceObjects\":["u8, SourceSets, chunk, row);
        WriteObjects(",\"destinationObjects\":["u8, DestinationSets, chunk, row);
        _output.Add("}\n"u8);
    }

    private static (byte[] Before, byte[] After) Head(FactDocument document)
    {
        var (before, after) = FlowTexts.PlaceParts(document);
        var name = Encoding.UTF8.GetString(FlowTexts.JsonText(Path.GetFileName(document.Name)));
        // The number of the place stands between: it needs no escape.
        return (Encoding.UTF8.GetBytes($"{{\"tributary\":{{\"document\":\"{document.Sha256}\",\"name\":{name},\"place\":{Encoding.UTF8.GetString(FlowTexts.JsonText(before))[..^1]}"), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(FlowTexts.JsonText(after))[1..]));
    }

    private void WriteOwn(ChunkReader chunk, int row)
    {
        var (before, after) = _documents[chunk.Get<int>(1, row)];
        _output.Add(before);
        _output.Add((long)chunk.Get<int>(2, row));
        _output.Add(after);
        WriteDay(",\"knownFrom\":"u8, Columns.KnownFrom, chunk, row);
        WriteDay(",\"knownTo\":"u8, Columns.KnownTo, chunk, row);
        _output.Add(chunk.Get<bool>(Columns.SourcePartial, row) ? ",\"sourcePartial\":true}"u8 : "}"u8);
    }

    private void WriteWords(ChunkReader chunk, int row)
    {
        _output.Add(",\"status\":\""u8);
        _output.Add(Statuses[chunk.Get<byte>(Columns.Status, row)]);
        _output.Add("\",\"boundary\":\""u8);
        _output.Add(Boundaries[chunk.Get<byte>(Columns.Boundary, row)]);
        _output.Add("\",\"onBoundary\":\""u8);
        _output.Add(OnBoundaries[chunk.Get<byte>(Columns.OnBoundary, row)]);
        _output.Add((byte)'"');
        if (!chunk.IsNull(Columns.NewMoney, row)) _output.Add(chunk.Get<bool>(Columns.NewMoney, row) ? ",\"newMoney\":true"u8 : ",\"newMoney\":false"u8);
    }

    private void WriteNumbers(ChunkReader chunk, int row)
    {
        if (!chunk.IsNull(Columns.Version, row)) WriteNumber(",\"versionId\":"u8, chunk.Get<int>(Columns.Version, row), 0);
        if (!chunk.IsNull(Columns.OriginalAmount, row)) WriteNumber(",\"originalAmount\":"u8, chunk.Get<long>(Columns.OriginalAmount, row), Money.ScaledDecimal.AmountScale);
        if (!chunk.IsNull(Columns.Rate, row)) WriteNumber(",\"exchangeRate\":"u8, chunk.Get<long>(Columns.Rate, row), Money.ScaledDecimal.RateScale);
        if (!chunk.IsNull(Columns.Parent, row)) WriteNumber(",\"parentFlowId\":"u8, chunk.Get<long>(Columns.Parent, row), 0);
        if (!chunk.IsNull(Columns.Children, row)) WriteRaw(",\"childFlowIds\":"u8, chunk.Utf8(Columns.Children, row));
    }

    private void WriteTerms(ChunkReader chunk, int row)
    {
        WriteTerm(",\"originalCurrency\":"u8, _terms, Columns.Currency, chunk, row);
        WriteTerm(",\"flowType\":"u8, _terms, Columns.FlowType, chunk, row);
        WriteTerm(",\"contributionType\":"u8, _terms, Columns.Contribution, chunk, row);
        WriteTerm(",\"method\":"u8, _terms, Columns.Method, chunk, row);
        WriteTerm(",\"budgetYear\":"u8, _terms, Columns.BudgetYear, chunk, row);
        WriteTerm(",\"grandBargainEarmarkingType\":"u8, _lists, Columns.Earmarking, chunk, row);
        WriteTerm(",\"keywords\":"u8, _lists, Columns.Keywords, chunk, row);
    }

    private void WriteTimes(ChunkReader chunk, int row)
    {
        WriteDay(",\"date\":"u8, Columns.Date, chunk, row);
        WriteDay(",\"decisionDate\":"u8, Columns.Decision, chunk, row);
        WriteDay(",\"firstReportedDate\":"u8, Columns.FirstReported, chunk, row);
        WriteInstant(",\"createdAt\":\""u8, Columns.Created, chunk, row);
        WriteInstant(",\"updatedAt\":\""u8, Columns.Updated, chunk, row);
    }

    private void WriteTexts(ChunkReader chunk, int row)
    {
        WriteText(",\"description\":"u8, Columns.Description, chunk, row);
        WriteText(",\"refCode\":"u8, Columns.RefCode, chunk, row);
        if (!chunk.IsNull(Columns.Reports, row)) WriteRaw(",\"reportDetails\":"u8, chunk.Utf8(Columns.Reports, row));
    }

    private void WriteObjects(ReadOnlySpan<byte> name, int[] columns, ChunkReader chunk, int row)
    {
        _output.Add(name);
        var any = false;
        foreach (var column in columns)
        {
            if (chunk.IsNull(column, row)) continue;
            if (any) _output.Add((byte)',');
            any = true;
            _output.Add(_objects[chunk.Get<int>(column, row)]);
        }
        _output.Add((byte)']');
    }

    private void WriteNumber(ReadOnlySpan<byte> name, long units, int scale)
    {
        _output.Add(name);
        _output.AddScaled(units, scale);
    }

    private void WriteRaw(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        _output.Add(name);
        _output.Add(json);
    }

    private void WriteTerm(ReadOnlySpan<byte> name, byte[][] terms, int column, ChunkReader chunk, int row)
    {
        if (!chunk.IsNull(column, row)) WriteRaw(name, terms[chunk.Get<int>(column, row)]);
    }

    private void WriteDay(ReadOnlySpan<byte> name, int column, ChunkReader chunk, int row)
    {
        if (chunk.IsNull(column, row)) return;
        _output.Add(name);
        _output.Add((byte)'"');
        _output.AddDay(chunk.Get<int>(column, row));
        _output.Add((byte)'"');
    }

    private void WriteInstant(ReadOnlySpan<byte> name, int column, ChunkReader chunk, int row)
    {
        if (chunk.IsNull(column, row)) return;
        _output.Add(name);
        _output.AddInstant(chunk.Get<long>(column, row));
        _output.Add((byte)'"');
    }

    private void WriteText(ReadOnlySpan<byte> name, int column, ChunkReader chunk, int row)
    {
        if (chunk.IsNull(column, row)) return;
        _output.Add(name);
        _output.AddJson(chunk.Utf8(column, row));
    }

    private static int[] Sets(Side side) => [.. ObjectTypes.All.Select(type => FlowColumn.IndexOf(FlowColumns.Of(side, type)))];

    /// <summary>Places of columns by their names.</summary>
    private static class Columns
    {
        public static readonly int KnownFrom = FlowColumn.IndexOf("known_from"), KnownTo = FlowColumn.IndexOf("known_to"), Version = FlowColumn.IndexOf("version_id"), AmountUsd = FlowColumn.IndexOf("amount_usd"),
            OriginalAmount = FlowColumn.IndexOf("original_amount"), Currency = FlowColumn.IndexOf("original_currency"), Rate = FlowColumn.IndexOf("exchange_rate"), Status = FlowColumn.IndexOf("status"),
            FlowType = FlowColumn.IndexOf("flow_type"), Contribution = FlowColumn.IndexOf("contribution_type"), Method = FlowColumn.IndexOf("method"), Earmarking = FlowColumn.IndexOf("earmarking"),
            Keywords = FlowColumn.IndexOf("keywords"), BudgetYear = FlowColumn.IndexOf("budget_year"), NewMoney = FlowColumn.IndexOf("new_money"), Boundary = FlowColumn.IndexOf("stated_boundary"),
            OnBoundary = FlowColumn.IndexOf("stated_on_boundary"), SourcePartial = FlowColumn.IndexOf("source_partial"), Parent = FlowColumn.IndexOf("parent_flow_id"), Children = FlowColumn.IndexOf("child_flow_ids"),
            Date = FlowColumn.IndexOf("date"), Decision = FlowColumn.IndexOf("decision_date"), FirstReported = FlowColumn.IndexOf("first_reported"), Created = FlowColumn.IndexOf("created_at"), Updated = FlowColumn.IndexOf("updated_at"),
            Description = FlowColumn.IndexOf("description"), RefCode = FlowColumn.IndexOf("ref_code"), Reports = FlowColumn.IndexOf("reports");
    }
}
