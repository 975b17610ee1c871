using System.Text.Json;
using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Reads the elements of <c>data.flows</c>, one after the other, into one record.</summary>
/// <remarks>
/// Fields: https://fts.unocha.org/sites/default/files/2024-06/FTS%20API%20Documentation.pdf. All of them are used;
/// <see cref="FlowField"/> is the list. The values are read in the other half of this class.
/// </remarks>
internal sealed partial class FlowElementReader
{
    private const string PagePlace = "/data/flows/{0}";
    private const string FlowsPath = "data.flows.*";

    private readonly Utf8Cache<FlowField> _fields = new(FlowField.Of);
    private readonly AnswerIssues _issues;
    private readonly string _place, _beforeField;
    private readonly bool _readsOwn;
    private FlowField _field = FlowField.Required[0].Field;
    private ulong _seen;
    private bool _leftOut;
    private byte[] _text = new byte[4096];
    private int _textUsed;

    /// <param name="issues">Takes what is odd.</param>
    /// <param name="place">How a flow's place reads, <c>{0}</c> standing for its number.</param>
    /// <param name="beforeField">What stands between that and a pointer to a field.</param>
    /// <param name="readsOwn">Whether a flow may have an object of Tributary's.</param>
    public FlowElementReader(AnswerIssues issues, string place = PagePlace, string beforeField = "", bool readsOwn = false)
    {
        (_issues, _place, _beforeField, _readsOwn) = (issues, place, beforeField, readsOwn);
        _objects = new FlowObjectReader(TellPiece);
    }

    /// <summary>The record that the next flow is read into.</summary>
    internal FlowRecord Flow { get; } = new();

    /// <summary>Reads one element.</summary>
    /// <param name="element">The whole element, well-formed and Unicode.</param>
    /// <param name="index">Its number in the document: index in the array, or line.</param>
    /// <returns>The record, good until the next call; null when the flow has to be left out.</returns>
    public FlowRecord? Read(ReadOnlySpan<byte> element, int index)
    {
        Begin(element.Length, index);
        var json = new JsonCursor(element);
        if (json.Token == JsonTokenType.StartObject) ReadFields(ref json);
        else RejectFlow(element);
        return _leftOut ? null : Flow;
    }

    private void Begin(int elementBytes, int index)
    {
        Flow.Clear();
        Flow.Place = index;
        Flow.SourceIsPartial = false;
        (_seen, _leftOut, _textUsed) = (0, false, 0);
        if (_text.Length < elementBytes) _text = new byte[elementBytes * 2];
    }

    private void ReadFields(ref JsonCursor json)
    {
        while (json.NextProperty())
        {
            _field = _fields[json.Written];
            json.ToValue();
            NoteSeen();
            if (_field.Take is { } take && (_readsOwn || _field.Name != FlowField.Own)) take(this, ref json);
            else ReportUnknown();
            json.Take();
        }
        foreach (var (field, code) in FlowField.Required)
        {
            if ((_seen & field.Bit) == 0) ReportMissing(field, code);
        }
    }

    private void NoteSeen()
    {
        if ((_seen & _field.Bit) != 0) Warn(ReadingCodes.KeyRepeated, "the name stands twice in one flow", "once was expected", "the last value is used");
        _seen |= _field.Bit;
    }

    private string FlowPlace() => string.Format(System.Globalization.CultureInfo.InvariantCulture, _place, Flow.Place);

    private string Place() => $"{FlowPlace()}{_beforeField}/{AnswerAdvice.PointerName(_field.Name)}";

    private void RejectFlow(ReadOnlySpan<byte> element) =>
        Reject(FtsCodes.TypeWrong, FlowPlace(), AnswerAdvice.Show(element), "an object was expected");

    private void ReportMissing(FlowField field, string code) =>
        Reject(code, FlowPlace(), $"a flow without {field.Name}", "every flow has one");

    private void ReportUnknown() => _issues.Unknown($"{FlowsPath}.{AnswerAdvice.Short(_field.Name)}", AnswerAdvice.UnknownField(Place()));

    private void Warn(string code, string found, string expected, string advice) =>
        _issues.Report(new ReadIssue(code, Severity.Warning, Place(), found, expected, advice));

    private void Reject(string code, ref JsonCursor value, string expected) =>
        Reject(code, Place(), AnswerAdvice.Show(value.Take()), expected);

    private void Reject(string code, string place, string found, string expected)
    {
        _leftOut = true;
        _issues.Report(new ReadIssue(code, Severity.Error, place, found, expected, AnswerAdvice.LeftOut));
    }
}
