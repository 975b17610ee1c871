using System.Text;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>Flows as CSV.</summary>
internal sealed class FlowCsvWriter : IFlowRowWriter
{
    private static readonly byte[][] Statuses = FlowWords.Of<FlowStatus>(), Boundaries = FlowWords.Of<Boundary>(), OnBoundaries = FlowWords.Of<OnBoundary>();

    private readonly Utf8Buffer _output;
    private readonly FlowCell[] _cells = [.. FlowColumn.All.Select(column => column.Cell)];
    private readonly byte[][] _terms, _sets, _documents;
    private readonly Dictionary<int, (byte[] Before, byte[] After)> _places;

    public FlowCsvWriter(FlowTexts texts, Utf8Buffer output)
    {
        _output = output;
        _terms = FlowTexts.ByNumber(texts.Terms, Cell);
        _sets = FlowTexts.ByNumber(texts.Sets, set => Cell(Encoding.UTF8.GetString(FlowTexts.Json(set))));
        _documents = FlowTexts.ByNumber(texts.Documents, document => Cell(document.Sha256));
        _places = texts.Documents.ToDictionary(document => document.Key, document => FlowTexts.PlaceParts(document.Value) is var (before, after) ? (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after)) : default);
    }

    public void Begin() => _output.Add(Encoding.UTF8.GetBytes(string.Join(',', FlowColumn.All.Select(column => column.Name)) + "\n"));

    public void Write(ChunkReader chunk, int row)
    {
        for (var column = 0; column < _cells.Length; column++)
        {
            if (column > 0) _output.Add((byte)',');
            if (!chunk.IsNull(column, row)) WriteCell(chunk, column, row);
        }
        _output.Add((byte)'\n');
    }

    private void WriteCell(ChunkReader chunk, int column, int row)
    {
        switch (_cells[column])
        {
            case FlowCell.Long: _output.Add(chunk.Get<long>(column, row)); break;
            case FlowCell.Number: _output.Add(chunk.Get<int>(column, row)); break;
            case FlowCell.Amount: _output.AddScaled(chunk.Get<long>(column, row), Money.ScaledDecimal.AmountScale); break;
            case FlowCell.Rate: _output.AddScaled(chunk.Get<long>(column, row), Money.ScaledDecimal.RateScale); break;
            case FlowCell.Truth: _output.Add(chunk.Get<bool>(column, row) ? "true"u8 : "false"u8); break;
            case FlowCell.Day: _output.AddDay(chunk.Get<int>(column, row)); break;
            case FlowCell.Instant: _output.AddInstant(chunk.Get<long>(column, row)); break;
            case FlowCell.Text or FlowCell.Json: _output.AddCsv(chunk.Utf8(column, row)); break;
            case FlowCell.Term: _output.Add(_terms[chunk.Get<int>(column, row)]); break;
            case FlowCell.Set: _output.Add(_sets[chunk.Get<int>(column, row)]); break;
            case FlowCell.Document: _output.Add(_documents[chunk.Get<int>(column, row)]); break;
            case FlowCell.Place: WritePlace(chunk.Get<int>(column - 1, row), chunk.Get<int>(column, row)); break;
            case FlowCell.Status: _output.Add(Statuses[chunk.Get<byte>(column, row)]); break;
            case FlowCell.Boundary: _output.Add(Boundaries[chunk.Get<byte>(column, row)]); break;
            case FlowCell.OnBoundary: _output.Add(OnBoundaries[chunk.Get<byte>(column, row)]); break;
            default: throw new System.Diagnostics.UnreachableException(_cells[column].ToString());
        }
    }

    private void WritePlace(int document, int place)
    {
        var (before, after) = _places[document];
        _output.Add(before);
        _output.Add((long)place);
        _output.Add(after);
    }

    private static byte[] Cell(string text)
    {
        using var cell = new Utf8Buffer();
        cell.AddCsv(Encoding.UTF8.GetBytes(text));
        return cell.Gathered.ToArray();
    }
}
