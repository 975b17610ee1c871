using System.Text;
using CsCheck;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>Whatever is written as RFC 4180 says is read back, however the stream chops it.</summary>
public sealed class CsvReaderProperties
{
    private static readonly string[] Pieces = ["", ",", "\"", "\r", "\n", "\r\n", "a", " b", "é", "€", "😀", "'", "#", "\t"];

    /// <summary>Short fields of what matters, and now and then one that crosses blocks.</summary>
    private static readonly Gen<string> Field = Gen.Frequency(
        (6, Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])))),
        (1, Gen.Int[50, 300].Select(length => new string('x', length))));

    private static readonly Gen<string[][]> Rows =
        Gen.Int[1, 70].SelectMany(columns => Field.Array[columns].Array[1, 12]);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Gen.Select(Rows, Gen.Int[1, 300].Array[1, 8], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample((rows, reads, crlf, quoteAll, lastEnd, mark) =>
        {
            var text = Write(rows, crlf ? "\r\n" : "\n", quoteAll, lastEnd);
            var bytes = Encoding.UTF8.GetBytes(mark ? '\uFEFF' + text : text);
            return IsSame(rows, Read(new ChoppyStream(bytes, reads)));
        });

    private static bool IsSame(string[][] written, List<(int Line, string[] Fields)> read)
    {
        var line = 1;
        foreach (var (expected, (readLine, fields)) in written.Zip(read))
        {
            if (readLine != line || !expected.SequenceEqual(fields)) return false;
            line += 1 + expected.Sum(field => field.Count(c => c == '\n'));
        }
        return written.Length == read.Count;
    }

    private static List<(int Line, string[] Fields)> Read(Stream stream)
    {
        var csv = new CsvReader(stream);
        var rows = new List<(int, string[])>();
        while (csv.Read()) rows.Add((csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(at => Encoding.UTF8.GetString(csv.FieldMemory(at).Span))]));
        return csv.Fatal is null ? rows : throw new InvalidDataException(csv.Fatal.ToString());
    }

    private static string Write(string[][] rows, string lineEnd, bool quoteAll, bool lastEnd)
    {
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(field => Quoted(field, quoteAll || row.Length == 1))) + lineEnd));
        return lastEnd ? text : text[..^lineEnd.Length];
    }

    private static string Quoted(string field, bool always) =>
        always || field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
}
