using System.Buffers.Text;
using System.Text.Json;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <content>The values of a flow's fields.</content>
internal sealed partial class FlowElementReader
{
    private const string IdExpected = "a whole number above 0 was expected";

    private readonly Utf8Cache<string> _terms = new(JsonText.Unescape);
    private readonly Utf8Cache<TermList> _termLists = new(TermList.Of);
    private readonly FlowObjectReader _objects;
    private readonly Utf8Cache<FlowReportPiece> _reports = new(FlowReportPiece.Of);

    internal void TakeId(ref JsonCursor value)
    {
        if (TryId(ref value, out var id)) Flow.Id = id;
        else Reject(FtsCodes.IdInvalid, ref value, IdExpected);
    }

    internal void TakeParent(ref JsonCursor value)
    {
        if (value.IsNull) Flow.ParentFlowId = null;
        else if (TryId(ref value, out var id)) Flow.ParentFlowId = id;
        else Reject(FtsCodes.IdInvalid, ref value, IdExpected);
    }

    internal void TakeChildren(ref JsonCursor value)
    {
        Flow.ChildFlowIds.Clear();
        if (!IsArray(ref value)) return;
        for (var index = 0; value.NextElement(); index++)
        {
            if (TryId(ref value, out var id)) Flow.ChildFlowIds.Add(id);
            else Reject(FtsCodes.IdInvalid, $"{Place()}/{index}", AnswerAdvice.Show(value.Take()), IdExpected);
        }
    }

    internal void TakeVersion(ref JsonCursor value)
    {
        Flow.VersionId = null;
        if (value.IsNull) return;
        if (value.Token == JsonTokenType.Number && Utf8Parser.TryParse(value.Written, out int version, out var used) && used == value.Written.Length) Flow.VersionId = version;
        else Reject(FtsCodes.NumberInvalid, ref value, "a whole number was expected");
    }

    internal void TakeAmount(ref JsonCursor value)
    {
        if (value.IsNull) Reject(FtsCodes.AmountMissing, ref value, "every flow has an amount in US dollars");
        else Flow.AmountUsdE4 = Amount(ref value) ?? 0;
    }

    internal long? Amount(ref JsonCursor value)
    {
        if (value.IsNull) return null;
        if (value.Token == JsonTokenType.Number && ScaledDecimal.TryParse(value.Written, ScaledDecimal.AmountScale, out var units)) return units;
        Reject(FtsCodes.AmountInvalid, ref value, "a number with at most 4 decimal places and 18 digits was expected");
        return null;
    }

    internal void TakeCurrency(ref JsonCursor value)
    {
        Flow.OriginalCurrency = null;
        if (value.IsNull) return;
        if (value.Token == JsonTokenType.String && Currency.IsCode(value.Written)) Flow.OriginalCurrency = _terms[value.Written];
        else Warn(FtsCodes.CurrencyInvalid, AnswerAdvice.Show(value.Take()), "three letters A-Z were expected", "the flow is kept without an original currency");
    }

    internal void TakeRate(ref JsonCursor value)
    {
        Flow.ExchangeRateE8 = null;
        if (value.IsNull) return;
        if (value.Token == JsonTokenType.Number && ScaledDecimal.TryParse(value.Written, ScaledDecimal.RateScale, out var units)) Flow.ExchangeRateE8 = units;
        else Warn(FtsCodes.RateInvalid, AnswerAdvice.Show(value.Take()), "a number with at most 8 decimal places and 18 digits was expected", "the flow is kept without a rate");
    }

    internal void TakeStatus(ref JsonCursor value)
    {
        if (value.Is("paid"u8)) Flow.Status = FlowStatus.Paid;
        else if (value.Is("commitment"u8)) Flow.Status = FlowStatus.Commitment;
        else if (value.Is("pledge"u8)) Flow.Status = FlowStatus.Pledge;
        else Reject(FtsCodes.StatusUnknown, ref value, "pledge, commitment or paid was expected");
    }

    internal void TakeBoundary(ref JsonCursor value)
    {
        if (value.Is("incoming"u8)) Flow.StatedBoundary = Boundary.Incoming;
        else if (value.Is("internal"u8)) Flow.StatedBoundary = Boundary.Internal;
        else if (value.Is("outgoing"u8)) Flow.StatedBoundary = Boundary.Outgoing;
        else Reject(FtsCodes.BoundaryUnknown, ref value, "incoming, internal or outgoing was expected");
    }

    internal void TakeOnBoundary(ref JsonCursor value)
    {
        if (value.Is("single"u8)) Flow.StatedOnBoundary = OnBoundary.Single;
        else if (value.Is("shared"u8)) Flow.StatedOnBoundary = OnBoundary.Shared;
        else Reject(FtsCodes.OnBoundaryUnknown, ref value, "single or shared was expected");
    }

    internal void TakeNewMoney(ref JsonCursor value)
    {
        Flow.NewMoney = value.Token == JsonTokenType.True ? true : value.Token == JsonTokenType.False ? false : null;
        if (Flow.NewMoney is null && !value.IsNull) Reject(FtsCodes.TypeWrong, ref value, "true or false was expected");
    }

    internal string? Term(ref JsonCursor value) => IsText(ref value) ? _terms[value.Written] : null;

    internal string? Terms(ref JsonCursor value)
    {
        if (!IsArray(ref value)) return null;
        var written = value.Take();
        var list = _termLists[written];
        if (list.Joined is null) Reject(FtsCodes.TypeWrong, Place(), AnswerAdvice.Show(written), "an array of texts was expected");
        return list.Joined is { Length: > 0 } joined ? joined : null;
    }

    internal int? Days(ref JsonCursor value)
    {
        if (value.IsNull) return null;
        if (value.Token != JsonTokenType.String || !FlowDates.TryParse(value.Text(FreeText), out var days, out var hasTime))
        {
            Reject(FtsCodes.DateInvalid, ref value, FlowDates.Expected);
            return null;
        }
        if (hasTime) Warn(FtsCodes.DateHasTime, AnswerAdvice.Show(value.Written), FlowDates.ExpectedMidnight, FlowDates.TimeDropped);
        return days;
    }

    internal long? Micros(ref JsonCursor value)
    {
        if (value.IsNull) return null;
        if (value.Token == JsonTokenType.String && Utf8Date.TryParseInstant(value.Text(FreeText), out var micros)) return micros;
        Reject(FtsCodes.DateInvalid, ref value, "an instant in UTC such as 2020-07-02T09:30:00.000Z was expected");
        return null;
    }

    /// <summary>Copies a text out of the stream's buffer, which the next flow overwrites.</summary>
    internal ReadOnlyMemory<byte> Text(ref JsonCursor value)
    {
        if (!IsText(ref value)) return default;
        var start = _textUsed;
        _textUsed += value.CopyText(FreeText);
        return _text.AsMemory(start, _textUsed - start);
    }

    internal void TakeObjects(ref JsonCursor value, ObjectSet?[] side)
    {
        Array.Clear(side);
        if (IsArray(ref value)) _objects.Read(ref value, side);
    }

    internal void TakeReports(ref JsonCursor value)
    {
        Flow.Reports.Clear();
        if (!IsArray(ref value)) return;
        for (var index = 0; value.NextElement(); index++)
        {
            var piece = _reports[value.Take()];
            if (piece.Oddities is not null) TellPiece(index, piece.Oddities);
            if (piece.Report is not null) Flow.Reports.Add(piece.Report);
        }
    }

    internal void TakeOwn(ref JsonCursor value)
    {
        Flow.SourceIsPartial = false;
        var errorsBefore = _issues.ErrorCount;
        foreach (var (name, field) in AnswerNode.Parse(value.Take(), Place(), $"{FlowsPath}.{FlowField.Own}", _issues).RequiredFields())
        {
            if (name == "sourcePartial" && field.Value.ValueKind is (JsonValueKind.True or JsonValueKind.False)) Flow.SourceIsPartial = field.Value.GetBoolean();
            else if (name == "sourcePartial") field.Wrong<bool>(FtsCodes.TypeWrong, "true or false was expected");
            else if (name is not ("document" or "name" or "place" or "knownFrom" or "knownTo")) field.Unknown();
        }
        _leftOut |= _issues.ErrorCount > errorsBefore;
    }

    private Span<byte> FreeText => _text.AsSpan(_textUsed);

    private void TellPiece(int index, KeptOddities oddities)
    {
        _leftOut |= oddities.HasError;
        oddities.Tell(_issues, $"{Place()}/{index}", $"{FlowsPath}.{_field.Name}.*");
    }

    private bool TryId(ref JsonCursor value, out long id)
    {
        id = 0;
        return value.Token is JsonTokenType.Number or JsonTokenType.String
            && !value.Written.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Utf8Parser.TryParse(value.Written, out id, out _) && id > 0;
    }

    private bool IsText(ref JsonCursor value)
    {
        if (value.Token == JsonTokenType.String) return true;
        if (!value.IsNull) Reject(FtsCodes.TypeWrong, ref value, "a text was expected");
        return false;
    }

    private bool IsArray(ref JsonCursor value)
    {
        if (value.Token == JsonTokenType.StartArray) return true;
        if (!value.IsNull) Reject(FtsCodes.TypeWrong, ref value, "an array was expected");
        return false;
    }
}
