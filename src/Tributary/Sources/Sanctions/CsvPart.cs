using System.Globalization;
using System.Text;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>Reads the rows of one file of a set.</summary>
/// <param name="file">Its name, for places.</param>
/// <param name="content">Its bytes.</param>
/// <param name="sink">Is told of rows of another length.</param>
internal sealed class CsvPart(string file, Stream content, IRecordSink sink)
{
    private readonly CsvReader _csv = new(content);

    /// <summary>What stopped the reading; null when the file was read to its end.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>The place of the current row.</summary>
    public string Place => Placed(string.Create(CultureInfo.InvariantCulture, $"line {_csv.LineNumber}"));

    /// <summary>The rows with as many cells as told; others are reported. Empty lines and the end-of-file sign of old systems are passed over.</summary>
    /// <param name="cells">How many; null for as many as the first row has, which is a header.</param>
    /// <param name="token">Stops the reading.</param>
    public IEnumerable<string[]> Rows(int? cells, CancellationToken token)
    {
        while (_csv.Read())
        {
            token.ThrowIfCancellationRequested();
            if (_csv.FieldCount == 1 && _csv.Field(0) is [] or [0x1A]) continue;
            cells ??= _csv.FieldCount;
            if (_csv.FieldCount == cells) yield return Row();
            else if (!PassOver(cells.Value)) yield break;
        }
        if (Fatal is null && _csv.Fatal is { } fatal) Fatal = fatal with { Place = Placed(fatal.Place) };
    }

    private string Placed(string place) => file.Length == 0 ? place : $"{file}, {place}";

    private string[] Row()
    {
        var row = new string[_csv.FieldCount];
        for (var field = 0; field < row.Length; field++) row[field] = Encoding.UTF8.GetString(_csv.Field(field));
        return row;
    }

    private bool PassOver(int cells)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{_csv.FieldCount} fields");
        if (_csv.LacksLineEnd && _csv.FieldCount < cells)
        {
            Fatal = new ReadIssue(ReadingCodes.Truncated, Severity.Fatal, Place, $"a last row of {found} without a line end", $"expected {cells}", "fetch the file again: it is cut off");
            return false;
        }
        sink.Report(new ReadIssue(ReadingCodes.FieldCount, Severity.Error, Place, found, $"expected {cells}", "look for an unquoted comma or line end in the row"));
        sink.LeaveOut();
        return true;
    }
}
