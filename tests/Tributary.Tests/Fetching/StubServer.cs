using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tributary.Tests.Fetching;

/// <summary>A request as it came.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Head">All of its head.</param>
/// <param name="At">When, by the test's clock.</param>
internal sealed record Asked(string Target, string Head, DateTimeOffset At);

/// <summary>A server on this machine that answers as a test says, byte by byte.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Asked> _asked = [];
    private readonly TimeProvider _clock;

    public StubServer(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    /// <summary>The server's base address.</summary>
    public Uri Address { get; }

    /// <summary>Says what is answered to a path and query, and to how many requests for it before.</summary>
    public Func<string, int, Reply> Answer { get; set; } = (_, _) => Reply.Status(404);

    /// <summary>The requests in order.</summary>
    public IReadOnlyList<Asked> Asked => [.. _asked];

    /// <summary>The paths and queries in order.</summary>
    public IReadOnlyList<string> Targets => [.. _asked.Select(asked => asked.Target)];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            var head = await HeadAsync(stream);
            if (head.Length == 0) return;
            var target = head.Split(' ')[1];
            int before;
            lock (_asked)
            {
                before = _asked.Count(asked => asked.Target == target);
                _asked.Enqueue(new Asked(target, head, _clock.GetUtcNow()));
            }
            await Answer(target, before).Write(stream, _stop.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return "";
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        return head.ToString();
    }
}

/// <summary>What a server says, whole or not.</summary>
/// <param name="Write">Writes it.</param>
internal sealed record Reply(Func<Stream, CancellationToken, Task> Write)
{
    /// <summary>A whole answer.</summary>
    public static Reply Ok(string body, params ReadOnlySpan<(string Name, string Value)> headers) => Ok(Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc cref="Ok(string, ReadOnlySpan{ValueTuple{string, string}})"/>
    public static Reply Ok(byte[] body, params ReadOnlySpan<(string Name, string Value)> headers) => Bytes([.. Head("200 OK", [.. headers, ("Content-Length", $"{body.Length}")]), .. body]);

    /// <summary>A status without a body.</summary>
    public static Reply Status(int status, params ReadOnlySpan<(string Name, string Value)> headers) => Bytes(Head($"{status} Status", [.. headers, ("Content-Length", "0")]));

    /// <summary>Less than was promised.</summary>
    public static Reply CutShort(string body) => Bytes([.. Head("200 OK", [("Content-Length", $"{body.Length + 100}")]), .. Encoding.UTF8.GetBytes(body)]);

    /// <summary>A chunked body that is broken off before its last chunk.</summary>
    public static Reply Aborted(string body) => Bytes([.. Head("200 OK", [("Transfer-Encoding", "chunked")]), .. Chunk(Encoding.UTF8.GetBytes(body))]);

    /// <summary>A beginning after which nothing comes.</summary>
    public static Reply Stalled(string beginning) => new(async (stream, stop) =>
    {
        await stream.WriteAsync((byte[])[.. Head("200 OK", [("Content-Length", "1000")]), .. Encoding.UTF8.GetBytes(beginning)], stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    });

    /// <summary>A byte now and then, for ever.</summary>
    public static Reply Dripping() => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Head("200 OK", [("Transfer-Encoding", "chunked")]), stop);
        for (; ; await Task.Delay(20, stop)) await stream.WriteAsync(Chunk(" "u8.ToArray()), stop);
    });

    /// <summary>A body that never ends.</summary>
    public static Reply Endless() => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Head("200 OK", [("Transfer-Encoding", "chunked")]), stop);
        for (var chunk = Chunk(new byte[1 << 16]); ;) await stream.WriteAsync(chunk, stop);
    });

    /// <summary>Just these bytes.</summary>
    public static Reply Bytes(byte[] bytes) => new((stream, stop) => stream.WriteAsync(bytes, stop).AsTask());

    private static byte[] Head(string status, ReadOnlySpan<(string Name, string Value)> headers)
    {
        var head = new StringBuilder($"HTTP/1.1 {status}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers) head.Append($"{name}: {value}\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private static byte[] Chunk(byte[] bytes) => [.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8];
}
