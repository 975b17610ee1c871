namespace Tributary.Fetching;

/// <summary>Whom a fetch may ask. A document or a redirect can name any address; only the source's own and those that the caller allows are followed.</summary>
/// <param name="root">The source's base address.</param>
/// <param name="hosts">Further hosts, with their port where it is not the usual one.</param>
/// <param name="mayAddHosts">Whether the caller can allow more of them.</param>
internal sealed class Origins(Uri root, IReadOnlyCollection<string> hosts, bool mayAddHosts)
{
    /// <summary>The source's host, for messages.</summary>
    public string Host => root.Authority;

    /// <summary>Whether an address may be asked.</summary>
    public bool Allows(Uri address) => address.IsAbsoluteUri && address.UserInfo.Length == 0 && (IsRoot(address) || IsAllowedHost(address));

    /// <summary>An address as it is asked: over HTTPS where the source's own is written with HTTP and we came by HTTPS.</summary>
    public Uri Raise(Uri address) => address is { IsAbsoluteUri: true, IsDefaultPort: true } && address.Scheme == Uri.UriSchemeHttp && root.Scheme == Uri.UriSchemeHttps && IsSame(address.Authority, root.Authority)
        ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
        : address;

    /// <summary>What to do when the source sends us to a host that may not be asked.</summary>
    public string Advice(Uri address) => mayAddHosts ? $"if you trust that host, allow it with --allow-host {address.Authority}" : "check --base-address";

    /// <summary>An address's host for messages. The rest of an address may hold a key.</summary>
    public static string HostOf(Uri address) => $"{address.Scheme}://{address.Authority}";

    // From HTTP to HTTPS of the same host is a step up; the other way is one down.
    private bool IsRoot(Uri address) => IsSame(address.Authority, root.Authority)
        && (address.Scheme == root.Scheme || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort));

    private bool IsAllowedHost(Uri address) => hosts.Any(host => IsSame(host, address.Authority))
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsSame(string first, string second) => first.Equals(second, StringComparison.OrdinalIgnoreCase);
}
