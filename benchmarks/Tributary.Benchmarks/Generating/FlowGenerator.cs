using System.Globalization;
using System.Text;
using Tributary.Reading;
using Tributary.Sources.Fts;

namespace Tributary.Benchmarks;

/// <summary>Writes as many flows as wanted, in the form of HDX's flow files, drawn from published ones.</summary>
/// <remarks>
/// A row is drawn whole. It gets an id of its own in no order, as published files have it; amounts between a half and one
/// and a half of the published one; days moved by up to half a year, all by the same; and a description that no other row has.
/// The same rows, seed and source give the same bytes.
/// </remarks>
internal sealed class FlowGenerator
{
    private const int BufferBytes = 1 << 20;
    private const int RowBytesMax = 64 << 10;
    private const int FirstId = 1_000_000;
    private const int FirstDay = 0;
    private const int LastDay = 40_000;

    /// <summary>Not a factor of any number of rows likely to be asked for: steps through all ids in no order.</summary>
    private const long IdStep = 2_654_435_761;

    private static readonly byte[] Days = AllDays();

    private readonly List<FlowTemplate> _templates;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _length;
    private SplitMix _random;

    /// <param name="templates">The rows to draw from.</param>
    /// <param name="seed">Which rows.</param>
    public FlowGenerator(List<FlowTemplate> templates, int seed) => (_templates, _random) = (templates, new SplitMix((ulong)seed));

    /// <summary>The columns of the files, in order.</summary>
    public static string[] Columns { get; } = HdxColumns.NamesOf<HdxFlowColumn>();

    /// <summary>Writes a document.</summary>
    /// <returns>Its bytes.</returns>
    public long Write(Stream to, int rows) => Write(to, rows, rows);

    /// <summary>Writes a document about the first flows of a larger one: with another seed it says other things of them.</summary>
    /// <param name="to">Takes the document.</param>
    /// <param name="rows">How many flows.</param>
    /// <param name="ofRows">How many the larger document has.</param>
    /// <returns>Its bytes.</returns>
    public long Write(Stream to, int rows, int ofRows)
    {
        Append(Encoding.UTF8.GetBytes(string.Join(',', Columns) + "\n"));
        long bytes = 0;
        for (var row = 0; row < rows; row++)
        {
            if (BufferBytes - _length < RowBytesMax) bytes += Flush(to);
            AppendRow(_templates[_random.Below(_templates.Count)], FirstId + (row * IdStep % ofRows));
        }
        return bytes + Flush(to);
    }

    private void AppendRow(FlowTemplate template, long id)
    {
        var random = _random.Next();
        var (shift, percent) = ((int)(random % 365) - 182, 50 + ((long)(random >> 32) % 101));
        foreach (var piece in template.Pieces)
        {
            Append(piece.Fixed);
            if (piece.Slot == FlowTemplate.Slot.Id) Append(id);
            else if (piece.Slot == FlowTemplate.Slot.Day) Append(Days.AsSpan((Math.Clamp((int)piece.Value + shift, FirstDay, LastDay) - FirstDay) * 10, 10));
            else if (piece.Slot == FlowTemplate.Slot.Amount) Append(piece.Value * percent / 100);
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Append(long number)
    {
        number.TryFormat(_buffer.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    private int Flush(Stream to)
    {
        to.Write(_buffer, 0, _length);
        var written = _length;
        _length = 0;
        return written;
    }

    private static byte[] AllDays()
    {
        var days = new StringBuilder();
        for (var day = FirstDay; day <= LastDay; day++) days.Append(CultureInfo.InvariantCulture, $"{Utf8Date.ToDate(day):yyyy-MM-dd}");
        return Encoding.UTF8.GetBytes(days.ToString());
    }
}
