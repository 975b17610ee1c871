using Tributary.Flows;

namespace Tributary.Sources.Fts;

/// <summary>FTS's ids and words as UTF-8.</summary>
internal static class FtsCells
{
    private const int IdDigitsMax = 18;

    /// <summary>Reads a positive whole number of at most 18 digits.</summary>
    public static bool TryParseId(ReadOnlySpan<byte> utf8, out long id)
    {
        id = 0;
        if (utf8.Length is 0 or > IdDigitsMax) return false;
        foreach (var digit in utf8)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            id = (id * 10) + (digit - '0');
        }
        return id > 0;
    }

    /// <summary>Reads pledge, commitment or paid.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out FlowStatus status)
    {
        status = utf8.SequenceEqual("paid"u8) ? FlowStatus.Paid : utf8.SequenceEqual("commitment"u8) ? FlowStatus.Commitment : FlowStatus.Pledge;
        return status != FlowStatus.Pledge || utf8.SequenceEqual("pledge"u8);
    }

    /// <summary>Reads incoming, internal or outgoing.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Boundary boundary)
    {
        boundary = utf8.SequenceEqual("internal"u8) ? Boundary.Internal : utf8.SequenceEqual("outgoing"u8) ? Boundary.Outgoing : Boundary.Incoming;
        return boundary != Boundary.Incoming || utf8.SequenceEqual("incoming"u8);
    }

    /// <summary>Reads single or shared.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out OnBoundary onBoundary)
    {
        onBoundary = utf8.SequenceEqual("shared"u8) ? OnBoundary.Shared : OnBoundary.Single;
        return onBoundary != OnBoundary.Single || utf8.SequenceEqual("single"u8);
    }
}
