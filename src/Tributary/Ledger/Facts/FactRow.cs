using Tributary.Money;

namespace Tributary.Ledgers;

/// <summary>A row of a table while its columns are filled, from the first to the last. One serves a table for all its rows.</summary>
internal sealed class FactRow(ChunkAppender table, FactCodes codes)
{
    private int _column;

    public FactRow Add(int value)
    {
        table.Set(_column++, value);
        return this;
    }

    public FactRow Add(int? value)
    {
        table.Set(_column++, value);
        return this;
    }

    public FactRow Add(bool value)
    {
        table.Set(_column++, value);
        return this;
    }

    public FactRow Add(bool? value)
    {
        table.Set(_column++, value);
        return this;
    }

    public FactRow Add(string? text)
    {
        table.Set(_column++, text);
        return this;
    }

    /// <summary>A column of the type DATE.</summary>
    public FactRow Add(DateOnly? day) => Add(day is { } given ? Reading.Utf8Date.ToDays(given) : (int?)null);

    /// <summary>A column of the type TIMESTAMP.</summary>
    public FactRow Add(DateTimeOffset? instant)
    {
        table.Set(_column++, instant is { } given ? (given - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : (long?)null);
        return this;
    }

    /// <summary>A column of the type DECIMAL(38, 18).</summary>
    public FactRow Add(decimal? value)
    {
        table.Set(_column++, value is { } given ? WideDecimal.ToUnits(given) : (Int128?)null);
        return this;
    }

    /// <summary>A column that holds the number of a term.</summary>
    public FactRow AddTerm(string? text) => Add(codes.Of(text));

    /// <summary>A column of an ENUM type.</summary>
    public FactRow AddEnum(byte value)
    {
        table.Set(_column++, value);
        return this;
    }

    public FactRow AddNull()
    {
        table.SetNull(_column++);
        return this;
    }

    /// <summary>Ends the row: every column must have been set.</summary>
    public void End()
    {
        _column = 0;
        table.EndRow();
    }
}
