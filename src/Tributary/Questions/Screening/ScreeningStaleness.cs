using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Says what has changed since the ledger was last screened.</summary>
internal static class ScreeningStaleness
{
    private const string Again = "`tributary screen --since-last` screens what has changed";

    /// <summary>Sentences; none when the last run is about what is there now.</summary>
    public static List<string> Of(Facts facts, ScreeningHistory history)
    {
        if (history.LastWhole is not { } last) return ["The ledger was not screened yet: `tributary screen --ledger` does."];
        List<string> stale = [.. KnownListVersions.InForce(facts).Select(version => Changed(version, last.What)).OfType<string>()];
        if (stale.Count == 0 && last.What.Snapshot != facts.Name) stale.Add($"The last screening was of {last.What.Snapshot}, and documents came since: {Again}.");
        return stale;
    }

    private static string? Changed(KnownListVersion now, ScreeningRun last) => last.Lists.FirstOrDefault(then => then.List == now.List) switch
    {
        null => $"The list {now.List.Word()} came after the last screening: {Again}.",
        { } then when then.Document != now.Stated.Sha256 => $"The list {now.List.Word()} was screened against as of {CellText.Day(then.Day)}, and is here as of {CellText.Day(now.From)}: {Again}.",
        _ => null,
    };
}
