using System.Diagnostics;

namespace Tributary.Tests.Fetching;

/// <summary>A clock that runs two hundred times as fast as real ones: what waits for a minute waits a third of a second.</summary>
internal sealed class FastClock(DateTimeOffset? start = null) : TimeProvider
{
    private const int Speed = 200;

    private readonly DateTimeOffset _start = start ?? new DateTimeOffset(2021, 10, 20, 14, 28, 0, TimeSpan.Zero);
    private readonly long _begun = Stopwatch.GetTimestamp();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Stopwatch.GetElapsedTime(_begun).Ticks * Speed;

    public override DateTimeOffset GetUtcNow() => _start + new TimeSpan(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Fast(dueTime), Fast(period)));

    // Rounded up: a timer must not end before its time.
    private static TimeSpan Fast(TimeSpan time) => time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Speed)) : time;

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Fast(dueTime), Fast(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
