using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Tributary.Ledgers;

/// <summary>Reads the result of a query column by column, straight from DuckDB's own vectors.</summary>
/// <remarks>A cell is one load from native memory: no boxing, no UTF-16, no call. DuckDB works on while a chunk is read. Until it is disposed, the connection can answer nothing else.</remarks>
internal sealed unsafe class ChunkReader : IDisposable
{
    private readonly DuckDBPreparedStatement _statement;
    private readonly void*[] _data;
    private readonly ulong*[] _validity;
    private DuckDBResult _result;
    private DuckDBDataChunk? _chunk;

    /// <param name="connection">Where to ask.</param>
    /// <param name="sql">The query.</param>
    /// <param name="columns">How many columns it gives.</param>
    public ChunkReader(DuckDBConnection connection, string sql, int columns)
    {
        (_data, _validity) = (new void*[columns], new ulong*[columns]);
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out _statement) != DuckDBState.Success)
            throw new InvalidOperationException(NativeMethods.PreparedStatements.DuckDBPrepareError(_statement));
        if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(_statement, out _result) != DuckDBState.Success) throw Failure();
    }

    /// <summary>Rows of the current chunk.</summary>
    public int Rows { get; private set; }

    /// <summary>Goes to the next chunk; its rows are numbered from 0.</summary>
    /// <exception cref="IOException">DuckDB failed, or was stopped.</exception>
    public bool Next()
    {
        _chunk?.Dispose();
        _chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(_result);
        Rows = _chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(_chunk);
        if (Rows == 0 && NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 }) throw Failure();
        for (var column = 0; Rows > 0 && column < _data.Length; column++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
            _data[column] = NativeMethods.Vectors.DuckDBVectorGetData(vector);
            _validity[column] = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        }
        return Rows > 0;
    }

    /// <summary>Whether a cell is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int column, int row) => _validity[column] is not null && (_validity[column][row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>A cell of a type that DuckDB stores as this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Get<T>(int column, int row) where T : unmanaged => ((T*)_data[column])[row];

    /// <summary>The number of a set or term; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Code(int column, int row) => IsNull(column, row) ? 0 : Get<int>(column, row);

    /// <summary>Text, valid until the next chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Utf8(int column, int row)
    {
        var text = (DuckDBString*)_data[column] + row;
        return new ReadOnlySpan<byte>(text->Data, text->Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
        _statement.Dispose();
    }

    private IOException Failure() => new($"facts: {NativeMethods.Query.DuckDBResultError(ref _result)}");
}
