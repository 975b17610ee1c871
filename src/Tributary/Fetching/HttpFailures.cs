using System.Net.Sockets;

namespace Tributary.Fetching;

/// <summary>Says in plain words how a request failed.</summary>
internal static class HttpFailures
{
    /// <param name="failure">What the client threw.</param>
    /// <param name="where">How far it had come.</param>
    public static RequestFailedException Explain(Exception failure, string where)
    {
        var kind = failure switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException body => body.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return kind switch
        {
            HttpRequestError.NameResolutionError => new($"no such host as {where}", mayPass: true, failure) { Advice = "check the network and --base-address, and run it again" },
            HttpRequestError.ConnectionError => new($"no connection to {where} ({Cause(failure)})", mayPass: true, failure) { Advice = "check the network and --base-address, and run it again" },
            HttpRequestError.SecureConnectionError => new($"no secure connection to {where} ({Cause(failure)})", mayPass: true, failure),
            HttpRequestError.ResponseEnded => new($"an answer that was cut off ({where})", mayPass: true, failure),
            HttpRequestError.ConfigurationLimitExceeded => new($"headers that go on and on ({where})", mayPass: false, failure),
            HttpRequestError.InvalidResponse => new($"what is no HTTP ({where})", mayPass: true, failure),
            _ => new($"a connection that broke ({where}: {Cause(failure)})", mayPass: true, failure),
        };
    }

    private static string Cause(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket) return socket.SocketErrorCode.ToString();
        }
        return failure.Message.ReplaceLineEndings(" ").TrimEnd('.');
    }
}
