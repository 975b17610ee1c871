using System.Globalization;
using System.Runtime.InteropServices;
using Tributary.Activities;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>A country, a region or a sector, by numbers of the snapshot's terms.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Vocabulary">The vocabulary; null for countries.</param>
/// <param name="Code">The code in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShareCode(ShareKind Kind, int? Vocabulary, int Code);

/// <summary>Why a part of an amount belongs to no country, region or sector.</summary>
public enum RestReason
{
    /// <summary>Nothing is named, or percentages leave something of a hundred.</summary>
    NotSpecified,

    /// <summary>Several are named, and not how much is for each.</summary>
    WithoutPercentages,

    /// <summary>Their percentages make more than a hundred.</summary>
    OverHundred,

    /// <summary>A percentage is below zero.</summary>
    BelowZero,
}

/// <summary>How amounts are shared out over one axis, as the publisher states it. Nothing is made up: what is not stated is a rest with its reason.</summary>
internal sealed class Sharing
{
    /// <summary>Nothing is named.</summary>
    public static readonly Sharing None = new([], 100, RestReason.NotSpecified, []);

    /// <summary>How far over a hundred percentages may be that publishers round.</summary>
    private const decimal RoundedBy = 0.05m;

    private readonly IReadOnlyList<(ShareCode Code, decimal Percent)> _parts;
    private readonly decimal _restPercent;

    private Sharing(IReadOnlyList<(ShareCode Code, decimal Percent)> parts, decimal restPercent, RestReason reason, IReadOnlyList<ShareCode> among) => (_parts, _restPercent, Reason, Among) = (parts, restPercent, reason, among);

    /// <summary>Why there is a rest.</summary>
    public RestReason Reason { get; }

    /// <summary>Among which the rest lies, where that is known.</summary>
    public IReadOnlyList<ShareCode> Among { get; }

    /// <summary>The parts of an amount, and what is left of it as the part of null. Together they are the amount.</summary>
    public IEnumerable<(ShareCode? Code, decimal Amount)> PartsOf(decimal amount)
    {
        var left = amount;
        for (var index = 0; index < _parts.Count; index++)
        {
            // Where nothing is left over, the last part takes what a division did not come out at.
            var part = _restPercent == 0 && index == _parts.Count - 1 ? left : amount * _parts[index].Percent / 100;
            left -= part;
            yield return (_parts[index].Code, part);
        }
        if (_restPercent != 0) yield return (null, left);
    }

    /// <summary>How much of a hundred is for some codes, and how much may be.</summary>
    public (decimal Inside, decimal Undivided) PercentOf(IReadOnlySet<ShareCode> wanted) =>
        (_parts.Where(part => wanted.Contains(part.Code)).Sum(part => part.Percent), Among.Any(wanted.Contains) ? _restPercent : 0);

    /// <summary>Whether a code is named at all.</summary>
    public bool Names(IReadOnlySet<ShareCode> wanted) => Among.Any(wanted.Contains) || _parts.Any(part => wanted.Contains(part.Code));

    /// <summary>Reads the shares of one axis as <see cref="CountedTransactions"/> writes them, <c>kind,vocabulary,code,percentage</c> with semicolons between.</summary>
    /// <param name="key">The shares; null for none.</param>
    /// <param name="regions">Regions of which vocabulary are meant where there are several: they say the same in other words.</param>
    public static Sharing Read(string? key, IReadOnlySet<int> regions)
    {
        if (key is null) return None;
        var stated = Array.ConvertAll(key.Split(';'), Share);
        var region = stated.Where(share => share.Kind == ShareKind.Region).Select(share => share.Vocabulary).Distinct().OrderByDescending(vocabulary => vocabulary is { } number && regions.Contains(number)).FirstOrDefault();
        return Of([.. stated.Where(share => share.Kind != ShareKind.Region || share.Vocabulary == region)
            .GroupBy(share => share.Code is { } code ? new ShareCode(share.Kind, share.Vocabulary, code) : (ShareCode?)null)
            .Select(same => (same.Key, same.Any(share => share.Percentage is null) ? null : same.Sum(share => share.Percentage)))]);
    }

    private static Sharing Of(IReadOnlyList<(ShareCode? Code, decimal? Percent)> shares)
    {
        // One alone is the whole.
        if (shares is [{ Percent: null }]) shares = [(shares[0].Code, 100)];
        var codes = shares.Where(share => share.Code is not null).Select(share => share.Code!.Value).ToList();
        var sum = shares.Sum(share => share.Percent ?? 0);
        if (shares.Any(share => share.Percent < 0)) return new Sharing([], 100, RestReason.BelowZero, codes);
        if (sum > 100 + RoundedBy) return new Sharing([], 100, RestReason.OverHundred, codes);
        List<(ShareCode Code, decimal Percent)> parts = [.. shares.Where(share => share is { Code: not null, Percent: not null }).Select(share => (share.Code!.Value, share.Percent!.Value))];
        List<ShareCode> open = [.. shares.Where(share => share is { Code: not null, Percent: null }).Select(share => share.Code!.Value)];
        return new Sharing(parts, 100 - parts.Sum(part => part.Percent), open.Count > 0 ? RestReason.WithoutPercentages : RestReason.NotSpecified, open);
    }

    private static (ShareKind Kind, int? Vocabulary, int? Code, decimal? Percentage) Share(string text) => text.Split(',') is [var kind, var vocabulary, var code, var percentage]
        ? (Enum.Parse<ShareKind>(kind, ignoreCase: true), Number(vocabulary), Number(code), percentage.Length == 0 ? null : ScaledDecimal.WithoutZeros(decimal.Parse(percentage, CultureInfo.InvariantCulture)))
        : throw new System.Diagnostics.UnreachableException(text);

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
