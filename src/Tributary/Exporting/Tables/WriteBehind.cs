using System.Threading.Channels;

namespace Tributary.Exporting;

/// <summary>Writes full buffers on a thread of its own while the next one fills.</summary>
/// <remarks>To write costs the kernel as much time as making the text does. Three buffers go round: one fills, one waits, one is written.</remarks>
internal sealed class WriteBehind : IDisposable
{
    private const int Buffers = 3;

    private readonly Stream _output;
    private readonly Channel<(byte[] Bytes, int Length)> _full = Channel.CreateBounded<(byte[], int)>(Buffers);
    private readonly Channel<byte[]> _free = Channel.CreateUnbounded<byte[]>();
    private readonly Task _writing;

    /// <param name="output">Takes the bytes. It is not closed.</param>
    /// <param name="bufferBytes">The length of a buffer.</param>
    public WriteBehind(Stream output, int bufferBytes)
    {
        _output = output;
        for (var buffer = 0; buffer < Buffers; buffer++) _free.Writer.TryWrite(new byte[bufferBytes]);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>A buffer to fill.</summary>
    /// <exception cref="IOException">An earlier one could not be written.</exception>
    public byte[] Take() => Wait(_free.Reader.ReadAsync().AsTask());

    /// <summary>Hands a buffer over.</summary>
    public void Pass(byte[] bytes, int length) => _full.Writer.TryWrite((bytes, length));

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="IOException">Something could not be written.</exception>
    public void Finish()
    {
        _full.Writer.TryComplete();
        _writing.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _full.Writer.TryComplete();
        // Its failure came out where it mattered: in Take or Finish.
        ((IAsyncResult)_writing).AsyncWaitHandle.WaitOne();
    }

    // When a write fails (a full disk), its failure ends the writing thread and comes out here.
    private byte[] Wait(Task<byte[]> free)
    {
        if (Task.WaitAny(free, _writing) == 1) _writing.GetAwaiter().GetResult();
        return free.GetAwaiter().GetResult();
    }

    private void Write()
    {
        while (_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_full.Reader.TryRead(out var buffer))
            {
                _output.Write(buffer.Bytes, 0, buffer.Length);
                _free.Writer.TryWrite(buffer.Bytes);
            }
        }
    }
}
