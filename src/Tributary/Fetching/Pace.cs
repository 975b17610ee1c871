namespace Tributary.Fetching;

/// <summary>Keeps requests a pause apart, those that are made again among them.</summary>
/// <param name="pause">The least time from one start to the next.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class Pace(TimeSpan pause, TimeProvider clock)
{
    private long? _last;

    /// <summary>Waits until the next request may start.</summary>
    public async Task WaitAsync(CancellationToken token)
    {
        if (_last is { } last && pause - clock.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, token).ConfigureAwait(false);
        }
        _last = clock.GetTimestamp();
    }
}
