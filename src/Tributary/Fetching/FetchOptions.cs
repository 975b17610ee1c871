using Tributary.Import;

namespace Tributary.Fetching;

/// <summary>How a fetch is done.</summary>
public sealed record FetchOptions
{
    /// <summary>The most retries.</summary>
    public const int RetriesMax = 100;

    private const int ContactLengthMax = 200;

    /// <summary>Who fetches, for the journal.</summary>
    public required string Who { get; init; }

    /// <summary>Why, for the journal; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>The source's base address. Default: the public one, over HTTPS.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>An address at which the source's keepers reach whoever fetches; part of the user agent. Default: empty.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The least time from the start of one request to the start of the next. Default: 1 second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a request that failed is made again, 0 to <see cref="RetriesMax"/>. Default: 5, after about 1, 2, 4, 8 and 16 seconds, or when the source says.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The longest wait that a source may ask for; one that asks for more ends the fetch. Default: 10 minutes.</summary>
    public TimeSpan RetryAfterMax { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How old a document of a fetch that was cut off may be to be used when it is taken up again. Zero asks for everything anew. Default: 24 hours.</summary>
    public TimeSpan AgeMax { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long nothing may arrive before a request has failed. Default: 60 seconds.</summary>
    public TimeSpan StallMax { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one request may take in all. Default: 15 minutes.</summary>
    public TimeSpan RequestMax { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest document, in bytes, as it comes and as it is stored. Default: 512 MiB.</summary>
    public long BytesMax { get; init; } = 512L << 20;

    /// <summary>Say what would be asked for, and ask for nothing. Default: ask.</summary>
    public bool DryRun { get; init; }

    /// <summary>Leave out records that cannot be used instead of refusing the import. A sanctions list needs <see cref="AcceptListLoss"/> as well. Default: refuse.</summary>
    public bool LeaveOutErrors { get; init; }

    /// <summary>Take a version of a sanctions list that loses many entries. It needs <see cref="Why"/>, and the journal keeps it. Default: refuse.</summary>
    public bool AcceptListLoss { get; init; }

    /// <summary>How long the import waits for another writer. Default: 60 seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(60);

    internal ImportOptions Import => new() { Who = Who, Why = Why, LeaveOutErrors = LeaveOutErrors, AcceptListLoss = AcceptListLoss, Wait = Wait };

    /// <summary>Whether an address can be a source's base: HTTP or HTTPS, without a user, a query or a fragment.</summary>
    public static bool IsBase(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;

    /// <summary>Whether a text can stand in a user agent: printable ASCII without parentheses.</summary>
    public static bool IsContact(string text) => text.Length <= ContactLengthMax && !text.Any(c => c is < ' ' or > '~' or '(' or ')' or '\\');

    /// <summary>What is wrong with these options; null when nothing is.</summary>
    internal string? Problem =>
        BaseAddress is { } address && !IsBase(address) ? $"'{address}': no base address; expected http or https, a host and no query"
        : !IsContact(Contact) ? $"'{Contact}': cannot stand in a user agent; expected printable ASCII without parentheses"
        : Retries is < 0 or > RetriesMax ? $"{Retries} retries; expected 0 to {RetriesMax}"
        : BytesMax <= 0 ? $"{BytesMax} bytes at most; expected more than 0"
        : Pause < TimeSpan.Zero || RetryAfterMax < TimeSpan.Zero || AgeMax < TimeSpan.Zero || Wait < TimeSpan.Zero ? "a time below zero"
        : StallMax <= TimeSpan.Zero || RequestMax <= TimeSpan.Zero ? "no time for a request; expected more than zero"
        : null;
}

/// <summary>Hears how a fetch goes on.</summary>
public interface IFetchProgress
{
    /// <summary>Hears the import of what came; null for nobody.</summary>
    IImportProgress? Importing { get; }

    /// <summary>An address is about to be asked.</summary>
    void Asking(string address);

    /// <summary>More of its answer came.</summary>
    /// <param name="bytes">Bytes so far.</param>
    /// <param name="length">Bytes to come in all; null when that is not known.</param>
    void Arriving(long bytes, long? length);

    /// <summary>A request failed and will be made again.</summary>
    /// <param name="address">The address.</param>
    /// <param name="found">What came in place of an answer.</param>
    /// <param name="after">How long it waits.</param>
    void Failed(string address, string found, TimeSpan after);

    /// <summary>An address is done with.</summary>
    void Done(FetchedAddress address);

    /// <summary>The source changed while its pages were read: they are asked for anew.</summary>
    void Anew(string why);
}
