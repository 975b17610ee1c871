using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What amounts are shared out over: places, or the sectors of one vocabulary. The percentages of each make a hundred.</summary>
/// <param name="Vocabulary">The vocabulary of sectors; null for places.</param>
internal sealed record ShareAxis(string? Vocabulary)
{
    /// <summary>The vocabulary of the OECD's sectors of five digits.</summary>
    public const string OecdSectors = "1";

    /// <summary>The vocabulary of humanitarian clusters.</summary>
    public const string GlobalClusters = "10";

    /// <summary>Countries and regions.</summary>
    public static readonly ShareAxis Places = new((string?)null);

    /// <summary>Humanitarian clusters.</summary>
    public static readonly ShareAxis Clusters = new(GlobalClusters);

    /// <summary>The condition, in SQL, that a row of <c>activity_share</c> is of this axis.</summary>
    public string Condition(Facts facts) => Vocabulary is null ? "kind <> 'sector'" : $"kind = 'sector' AND {IatiTerms.IsOneOf(facts, "vocabulary", Vocabulary)}";
}
