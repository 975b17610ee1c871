using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Tributary.Fetching;

/// <summary>What one request brought: the body as it came, in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsGzip">Whether the body is compressed.</param>
internal sealed record Download(string Path, bool IsGzip);

/// <summary>Asks a source over HTTP. One call is one request and the redirects that it leads through.</summary>
/// <remarks>
/// Redirects are followed by hand, so that each may be refused; the body is not decompressed on the way, so that its
/// length can be checked. Whatever the other side does, a request ends: nothing may stall, and bytes and redirects are counted.
/// </remarks>
internal sealed class HttpSource : IDisposable
{
    private const int RedirectsMax = 5;
    private const int BufferBytes = 1 << 16;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Origins _origins;
    private readonly FetchOptions _options;
    private readonly string _secretQuery;
    private readonly TimeProvider _clock;
    private readonly Pace _pace;

    public HttpSource(Origins origins, FetchOptions options, string secretQuery, TimeProvider clock)
    {
        (_origins, _options, _secretQuery, _clock, _pace) = (origins, options, secretQuery, clock, new Pace(options.Pause, clock));
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        _client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
    }

    /// <summary>Makes one request and saves what comes.</summary>
    /// <param name="address">The address.</param>
    /// <param name="path">A new file for the body.</param>
    /// <param name="arriving">Hears how much came, and how much is to come.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="RequestFailedException">No whole body came.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<Download> GetAsync(Uri address, string path, Action<long, long?> arriving, CancellationToken token)
    {
        // Whoever redirects says all of the address to go to: the secret is for the source alone.
        if (_secretQuery.Length > 0) address = new UriBuilder(address) { Query = _secretQuery }.Uri;
        for (var redirects = 0; ; redirects++)
        {
            await _pace.WaitAsync(token).ConfigureAwait(false);
            using var response = await SendAsync(address, token).ConfigureAwait(false);
            if (Target(response, address) is not { } target) return await SaveAsync(response, path, arriving, token).ConfigureAwait(false);
            if (redirects == RedirectsMax) throw new RequestFailedException($"more than {RedirectsMax} redirects, one after the other", mayPass: false);
            address = target;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string UserAgent(string contact)
    {
        var version = typeof(HttpSource).Assembly.GetName().Version!.ToString(3);
        return contact.Length > 0 ? $"tributary/{version} (contact: {contact})" : $"tributary/{version}";
    }

    private Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken token) =>
        UnlessStalledAsync(stop => _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop), address.Host, token);

    private Uri? Target(HttpResponseMessage response, Uri from)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return null;
        if (response.Headers.Location is not { } location) throw new RequestFailedException($"{Status(response)} without an address to go to", mayPass: false);
        var target = new Uri(from, location);
        if (_origins.Allows(target)) return target;
        throw new RequestFailedException($"it redirects to {Origins.HostOf(target)}", mayPass: false)
        {
            Expected = $"expected an answer from {_origins.Host}",
            Advice = _origins.Advice(target),
        };
    }

    private async Task<Download> SaveAsync(HttpResponseMessage response, string path, Action<long, long?> arriving, CancellationToken token)
    {
        if (response.StatusCode != HttpStatusCode.OK) throw Refused(response);
        var isGzip = IsGzip(response.Content.Headers);
        var length = response.Content.Headers.ContentLength;
        if (length > _options.BytesMax) throw TooLong(length.Value);
        var body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            var bytes = await SaveAsync(body, path, came => arriving(came, length), token).ConfigureAwait(false);
            if (length is { } promised && bytes != promised) throw new RequestFailedException($"{bytes:N0} of {promised:N0} bytes", mayPass: true);
        }
        return new Download(path, isGzip);
    }

    private async Task<long> SaveAsync(Stream body, string path, Action<long> came, CancellationToken token)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        await using (file.ConfigureAwait(false))
        {
            var buffer = new byte[BufferBytes];
            for (var bytes = 0L; ;)
            {
                var read = await UnlessStalledAsync(stop => body.ReadAsync(buffer, stop).AsTask(), $"after {bytes:N0} bytes", token).ConfigureAwait(false);
                if (read == 0) return bytes;
                bytes += read;
                if (bytes > _options.BytesMax) throw TooLong(bytes);
                await file.WriteAsync(buffer.AsMemory(0, read), token).ConfigureAwait(false);
                came(bytes);
            }
        }
    }

    /// <summary>Waits for the other side, but not for ever, and says in plain words how it failed.</summary>
    private async Task<T> UnlessStalledAsync<T>(Func<CancellationToken, Task<T>> wait, string where, CancellationToken token)
    {
        using var stalled = new CancellationTokenSource(_options.StallMax, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token, stalled.Token);
        try
        {
            return await wait(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new RequestFailedException(string.Create(CultureInfo.InvariantCulture, $"nothing came for {_options.StallMax.TotalSeconds:0.##} s ({where})"), mayPass: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw HttpFailures.Explain(failure, where);
        }
    }

    private RequestFailedException TooLong(long bytes) => new($"{bytes:N0} bytes and more", mayPass: false) { Expected = $"expected at most {_options.BytesMax:N0}", Advice = "check that this is the address you mean" };

    private static bool IsGzip(HttpContentHeaders headers) => headers.ContentEncoding.ToList() switch
    {
        [] or ["identity"] => false,
        ["gzip" or "x-gzip"] => true,
        var others => throw new RequestFailedException($"a body coded as {string.Join(", ", others)}", mayPass: false) { Expected = "expected gzip or none" },
    };

    private RequestFailedException Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var after = RetryAfter(response.Headers.RetryAfter);
        if (after > _options.RetryAfterMax) return new RequestFailedException($"{Status(response)}, and to come back in {after.Value.TotalSeconds:0} s", mayPass: false) { Expected = $"expected to wait at most {_options.RetryAfterMax.TotalSeconds:0} s" };
        return new RequestFailedException(Status(response), mayPass: status is 408 or 425 or 429 or >= 500)
        {
            IsGone = status is 404 or 410,
            Expected = "expected 200",
            RetryAfter = after,
            Advice = status is 400 or 404 or 410 ? "check what you asked for, and --base-address" : null,
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static string Status(HttpResponseMessage response) => $"status {(int)response.StatusCode} {response.StatusCode}";
}
