using System.Globalization;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Tributary.Fetching;

/// <summary>Makes a request again when it failed and may succeed later: after a time that grows with each, or when the source says.</summary>
internal sealed class Attempts
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DelayMax = TimeSpan.FromMinutes(1);
    private static readonly ResiliencePropertyKey<Uri> Address = new("address");

    private readonly ResiliencePipeline _pipeline;
    private readonly FetchOptions _options;
    private readonly IFetchProgress? _progress;

    public Attempts(FetchOptions options, IFetchProgress? progress, TimeProvider clock)
    {
        (_options, _progress) = (options, progress);
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.Retries > 0) pipeline.AddRetry(Retrying());
        _pipeline = pipeline.AddTimeout(options.RequestMax).Build();
    }

    /// <summary>Makes a request until it succeeds, cannot succeed, or was made often enough.</summary>
    /// <param name="address">Whom it asks.</param>
    /// <param name="request">The request.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="RequestFailedException">The last of them failed so.</exception>
    public async Task<T> RunAsync<T>(Uri address, Func<CancellationToken, Task<T>> request, CancellationToken token)
    {
        var context = ResilienceContextPool.Shared.Get(token);
        context.Properties.Set(Address, address);
        try
        {
            return await _pipeline.ExecuteAsync(async attempt => await request(attempt.CancellationToken).ConfigureAwait(false), context).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException late)
        {
            throw new RequestFailedException(Describe(late), mayPass: true, late);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryStrategyOptions Retrying() => new()
    {
        MaxRetryAttempts = _options.Retries,
        Delay = FirstDelay,
        MaxDelay = DelayMax,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is RequestFailedException { MayPass: true } or TimeoutRejectedException),
        DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Exception as RequestFailedException)?.RetryAfter),
        OnRetry = attempt =>
        {
            attempt.Context.Properties.TryGetValue(Address, out var address);
            _progress?.Failed(address!.AbsoluteUri, Describe(attempt.Outcome.Exception!), attempt.RetryDelay);
            return default;
        },
    };

    private string Describe(Exception failure) => failure is RequestFailedException failed
        ? failed.Found
        : string.Create(CultureInfo.InvariantCulture, $"no whole answer within {_options.RequestMax.TotalSeconds:0.##} s");
}
