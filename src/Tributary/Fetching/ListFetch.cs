using Tributary.Listings;
using Tributary.Sources.Sanctions;

namespace Tributary.Fetching;

/// <summary>The latest version of a sanctions list from its publisher.</summary>
public sealed record ListFetch : FetchRequest
{
    private const int TokenLengthMax = 500;

    /// <summary>Which list.</summary>
    public required SanctionsList List { get; init; }

    /// <summary>Where the list is. Its query is sent, and kept and shown nowhere: it may hold a key. Default: the publisher's address.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the publisher gives to those who may have the list. Sent to the publisher, and kept and shown nowhere. Default: none.</summary>
    public string? Token { get; init; }

    /// <summary>Further hosts that the publisher may send us to, with their port where it is not the usual one. Only over HTTPS, but on this machine. Default: none.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    internal override string Query => $"list {List.Word()}";

    internal override bool MayBeXml => true;

    internal override string SecretQuery =>
        Address is { Query.Length: > 0 } own ? own.Query
        : ListAddresses.TokenName(List) is { } name && Token is { Length: > 0 } token ? $"?{name}={Uri.EscapeDataString(token)}"
        : "";

    /// <inheritdoc/>
    public override string? Problem =>
        Address is { } address && Refused(address) is { } refused ? refused
        : Address is null && ListAddresses.Of(List) is null ? $"list {List.Word()}: its publisher has no form that is read here at one address; expected the address of such a file in --address, or import its files with `tributary lists import`"
        : Token is { Length: > TokenLengthMax } ? $"a token of {Token.Length} characters; expected at most {TokenLengthMax}"
        : null;

    /// <inheritdoc/>
    public override string? ProblemWith(FetchOptions options) =>
        Problem
        ?? (options.BaseAddress is { } root && Address is not null ? $"'{root}': a base address beside the whole address; expected one of them" : null)
        ?? (options.BaseAddress is { } own ? Refused(own) : null)
        ?? (options is { BaseAddress: null, DryRun: false } && Address is null && SecretQuery.Length == 0 && ListAddresses.TokenName(List) is not null ? $"list {List.Word()}: no token; expected the one that the publisher gave you, in TRIBUTARY_EU_TOKEN or --token" : null);

    /// <summary>The address that is asked, without what is kept nowhere.</summary>
    internal Uri AddressAt(Uri? root) =>
        Address is { } address ? new UriBuilder(address) { Query = "", Fragment = "" }.Uri
        : ListAddresses.Of(List) is { } known ? (root is null ? known : new Uri(root, known.AbsolutePath[1..]))
        : throw new System.Diagnostics.UnreachableException();

    // A list that somebody changed on its way would clear whom it should not.
    private static string? Refused(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0 } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? null
        : $"'{(address.IsAbsoluteUri ? Origins.HostOf(address) : "the address")}': not to be trusted with a list; expected an https address without a user's name (http on this machine alone)";
}

/// <summary>A list that can be fetched.</summary>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Address">Its publisher's address at the time of writing; null where there is none.</param>
/// <param name="Needs">What has to be given; empty where nothing has.</param>
public sealed record FetchableList(string List, Uri? Address, string Needs)
{
    /// <summary>All lists.</summary>
    public static IReadOnlyList<FetchableList> All { get; } = [.. SanctionsLists.All.Select(list => new FetchableList(list.Word(), ListAddresses.Of(list), NeedsOf(list)))];

    private static string NeedsOf(SanctionsList list) =>
        ListAddresses.Of(list) is null ? "--address, or import its files"
        : ListAddresses.TokenName(list) is not null ? "a token of the publisher's, in TRIBUTARY_EU_TOKEN or --token"
        : "";
}
