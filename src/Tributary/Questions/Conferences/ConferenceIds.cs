using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Conferences by their id.</summary>
internal static class ConferenceIds
{
    private const int SimilarMax = 4;

    /// <summary>The conference that stands under an id.</summary>
    /// <exception cref="UnknownValueException">There is none.</exception>
    public static Entry<Conference> Find(Facts facts, string id)
    {
        var standing = KnownEntries.All(facts, ConferenceKinds.Conference).Where(entry => entry.Current is not null).ToList();
        return standing.Find(entry => entry.Current!.Id == id)
            ?? throw new UnknownValueException("conference", id, "`tributary conference list` lists them",
                [.. standing.Select(entry => entry.Current!.Id).Where(known => known.Contains(id, StringComparison.OrdinalIgnoreCase)).Take(SimilarMax)]);
    }
}
