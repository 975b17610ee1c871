using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>One property of a flow: its name and what the reader does with its value.</summary>
/// <param name="Name">The name, without escapes.</param>
/// <param name="Take">Takes the value; null for a property that this reader does not know.</param>
/// <param name="Bit">Its place in the set of properties seen; 0 when unknown.</param>
internal sealed record FlowField(string Name, FlowField.Taker? Take, ulong Bit)
{
    /// <summary>The object that Tributary adds to FTS's fields.</summary>
    public const string Own = "tributary";

    /// <summary>Takes a value on which the cursor stands.</summary>
    public delegate void Taker(FlowElementReader reader, ref JsonCursor value);

    private static readonly Dictionary<string, Taker> Takers = new(StringComparer.Ordinal)
    {
        ["id"] = (reader, ref value) => reader.TakeId(ref value),
        ["versionId"] = (reader, ref value) => reader.TakeVersion(ref value),
        ["amountUSD"] = (reader, ref value) => reader.TakeAmount(ref value),
        ["originalAmount"] = (reader, ref value) => reader.Flow.OriginalAmountE4 = reader.Amount(ref value),
        ["originalCurrency"] = (reader, ref value) => reader.TakeCurrency(ref value),
        ["exchangeRate"] = (reader, ref value) => reader.TakeRate(ref value),
        ["status"] = (reader, ref value) => reader.TakeStatus(ref value),
        ["boundary"] = (reader, ref value) => reader.TakeBoundary(ref value),
        ["onBoundary"] = (reader, ref value) => reader.TakeOnBoundary(ref value),
        ["flowType"] = (reader, ref value) => reader.Flow.FlowType = reader.Term(ref value),
        ["contributionType"] = (reader, ref value) => reader.Flow.ContributionType = reader.Term(ref value),
        ["method"] = (reader, ref value) => reader.Flow.Method = reader.Term(ref value),
        ["budgetYear"] = (reader, ref value) => reader.Flow.BudgetYear = reader.Term(ref value),
        ["grandBargainEarmarkingType"] = (reader, ref value) => reader.Flow.Earmarking = reader.Terms(ref value),
        ["keywords"] = (reader, ref value) => reader.Flow.Keywords = reader.Terms(ref value),
        ["newMoney"] = (reader, ref value) => reader.TakeNewMoney(ref value),
        ["parentFlowId"] = (reader, ref value) => reader.TakeParent(ref value),
        ["childFlowIds"] = (reader, ref value) => reader.TakeChildren(ref value),
        ["date"] = (reader, ref value) => reader.Flow.DateDays = reader.Days(ref value),
        ["decisionDate"] = (reader, ref value) => reader.Flow.DecisionDateDays = reader.Days(ref value),
        ["firstReportedDate"] = (reader, ref value) => reader.Flow.FirstReportedDays = reader.Days(ref value),
        ["createdAt"] = (reader, ref value) => reader.Flow.CreatedAtMicros = reader.Micros(ref value),
        ["updatedAt"] = (reader, ref value) => reader.Flow.UpdatedAtMicros = reader.Micros(ref value),
        ["description"] = (reader, ref value) => reader.Flow.DescriptionUtf8 = reader.Text(ref value),
        ["refCode"] = (reader, ref value) => reader.Flow.RefCodeUtf8 = reader.Text(ref value),
        ["sourceObjects"] = (reader, ref value) => reader.TakeObjects(ref value, reader.Flow.Source),
        ["destinationObjects"] = (reader, ref value) => reader.TakeObjects(ref value, reader.Flow.Destination),
        [Own] = (reader, ref value) => reader.TakeOwn(ref value),
        ["reportDetails"] = (reader, ref value) => reader.TakeReports(ref value),
    };

    private static readonly Dictionary<string, FlowField> Known =
        Takers.Select((taker, index) => new FlowField(taker.Key, taker.Value, 1UL << index)).ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>What a flow cannot do without, and the code of the issue when it is missing.</summary>
    public static readonly (FlowField Field, string Code)[] Required =
    [
        (Known["id"], FtsCodes.IdInvalid),
        (Known["amountUSD"], FtsCodes.AmountMissing),
        (Known["status"], FtsCodes.StatusUnknown),
        (Known["boundary"], FtsCodes.BoundaryUnknown),
        (Known["onBoundary"], FtsCodes.OnBoundaryUnknown),
    ];

    /// <summary>The field of a name as written in the document.</summary>
    public static FlowField Of(byte[] written)
    {
        var name = JsonText.Unescape(written);
        return Known.TryGetValue(name, out var field) ? field : new FlowField(name, null, 0);
    }
}
