using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace Tributary.Ledgers;

/// <summary>Appends rows to a table column by column, straight into DuckDB's own vectors.</summary>
/// <remarks>
/// A cell is one store into native memory: no boxing, no UTF-16, no call. Full chunks go to DuckDB on a second thread
/// while the next ones fill. DuckDB takes most chunks at once and then works long on what it took: up to
/// <see cref="ChunksMax"/> wait for it meanwhile, about 40 MB of flows, so that neither thread stands still.
/// All appenders of one connection share a gate, because a connection serves one thread at a time.
/// </remarks>
internal sealed unsafe class ChunkAppender : IDisposable
{
    private const int RowsMax = 2048;
    private const int ChunksMax = 48;

    /// <summary>Chunks that DuckDB gathers before it stores them: fewer than it would by itself, so that they are still in the processor's cache.</summary>
    private const int ChunksGathered = 10;

    private readonly NativeAppender _appender;
    private readonly DuckDBLogicalType[] _types;
    private readonly Lock _gate;
    private readonly string _table;
    private readonly Channel<Chunk> _full = Channel.CreateBounded<Chunk>(ChunksMax);
    private readonly Channel<Chunk> _free = Channel.CreateBounded<Chunk>(ChunksMax);
    private readonly Task _appending;
    private Chunk _chunk;
    private int _chunks = 1;
    private int _row;

    public ChunkAppender(DuckDBConnection connection, string table, Lock gate)
    {
        (_table, _gate) = (table, gate);
        if (NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, null!, table, out _appender) != DuckDBState.Success) throw Failure();
        var columns = (int)NativeMethods.Appender.DuckDBAppenderColumnCount(_appender);
        _types = new DuckDBLogicalType[columns];
        for (var column = 0; column < columns; column++) _types[column] = NativeMethods.Appender.DuckDBAppenderColumnType(_appender, (ulong)column);
        _chunk = new Chunk(_types);
        _appending = Task.Factory.StartNew(Append, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Rows appended so far.</summary>
    public long Rows { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(int column, T value) where T : unmanaged => ((T*)_chunk.Data[column])[_row] = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(int column, T? value) where T : unmanaged
    {
        if (value is { } given) Set(column, given);
        else SetNull(column);
    }

    /// <summary>Sets text; null stays null.</summary>
    public void Set(int column, string? text)
    {
        if (text is null) { SetNull(column); return; }
        var bytes = System.Text.Encoding.UTF8.GetByteCount(text);
        var buffer = bytes <= 512 ? stackalloc byte[bytes] : new byte[bytes];
        System.Text.Encoding.UTF8.GetBytes(text, buffer);
        SetUtf8(column, buffer);
    }

    /// <summary>Sets text that is known to be valid UTF-8.</summary>
    public void SetUtf8(int column, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* first = &MemoryMarshal.GetReference(utf8))
        {
            var none = (byte)0;
            NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(_chunk.Vectors[column], (ulong)_row, first is null ? &none : first, utf8.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetNull(int column) => _chunk.Validity[column][_row >> 6] &= ~(1UL << (_row & 63));

    /// <summary>Ends a row: every column must have been set.</summary>
    public void EndRow()
    {
        Rows++;
        if (++_row == RowsMax) PassChunk();
    }

    /// <summary>Hands the last rows to DuckDB and waits for all of them.</summary>
    public void Flush()
    {
        if (_row > 0) PassChunk();
        _full.Writer.TryComplete();
        _appending.GetAwaiter().GetResult();
        lock (_gate)
        {
            if (NativeMethods.Appender.DuckDBAppenderClose(_appender) != DuckDBState.Success) throw Failure();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _full.Writer.TryComplete();
        ((IAsyncResult)_appending).AsyncWaitHandle.WaitOne();
        _chunk.Dispose();
        while (_free.Reader.TryRead(out var chunk)) chunk.Dispose();
        while (_full.Reader.TryRead(out var chunk)) chunk.Dispose();
        foreach (var type in _types) type.Dispose();
        lock (_gate) _appender.Dispose();
    }

    private void PassChunk()
    {
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk.Native, (ulong)_row);
        Wait(_full.Writer.WriteAsync(_chunk).AsTask());
        _chunk = NextChunk();
        _row = 0;
    }

    // A small table never needs a second one.
    private Chunk NextChunk()
    {
        if (_free.Reader.TryRead(out var free)) return free;
        if (_chunks < ChunksMax)
        {
            _chunks++;
            return new Chunk(_types);
        }
        var waited = _free.Reader.ReadAsync().AsTask();
        Wait(waited);
        return waited.Result;
    }

    // When DuckDB refuses (a full disk), its failure ends the appending thread and comes out here.
    private void Wait(Task task)
    {
        if (task.IsCompletedSuccessfully) return;
        if (Task.WaitAny(task, _appending) == 1) _appending.GetAwaiter().GetResult();
        task.GetAwaiter().GetResult();
    }

    private void Append()
    {
        var gathered = 0;
        while (_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_full.Reader.TryRead(out var chunk))
            {
                gathered = (gathered + 1) % ChunksGathered;
                Append(chunk, store: gathered == 0);
                _free.Writer.TryWrite(chunk);
            }
        }
    }

    private void Append(Chunk chunk, bool store)
    {
        lock (_gate)
        {
            if (NativeMethods.Appender.DuckDBAppendDataChunk(_appender, chunk.Native) != DuckDBState.Success) throw Failure();
            if (store && NativeMethods.Appender.DuckDBAppenderFlush(_appender) != DuckDBState.Success) throw Failure();
            chunk.Reset();
        }
    }

    private IOException Failure()
    {
        using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender);
        return new IOException($"facts, table {_table}: {NativeMethods.ErrorData.DuckDBErrorDataMessage(error)}");
    }

    /// <summary>A block of rows in DuckDB's memory.</summary>
    private sealed class Chunk : IDisposable
    {
        public readonly DuckDBDataChunk Native;
        public readonly IntPtr[] Vectors;
        public readonly void*[] Data;
        public readonly ulong*[] Validity;

        public Chunk(DuckDBLogicalType[] types)
        {
            Native = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Length);
            Vectors = new IntPtr[types.Length];
            Data = new void*[types.Length];
            Validity = new ulong*[types.Length];
            Bind();
        }

        public void Reset()
        {
            NativeMethods.DataChunks.DuckDBDataChunkReset(Native);
            Bind();
        }

        public void Dispose() => Native.Dispose();

        private void Bind()
        {
            for (var column = 0; column < Vectors.Length; column++)
            {
                var vector = Vectors[column] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(Native, column);
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                Data[column] = NativeMethods.Vectors.DuckDBVectorGetData(vector);
                Validity[column] = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            }
        }
    }
}
