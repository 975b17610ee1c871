namespace Tributary.Listings;

/// <summary>A person took a version of a sanctions list although it loses many entries, or some of its records cannot be used.</summary>
/// <param name="List">The list.</param>
/// <param name="Document">SHA-256 of the version.</param>
/// <param name="Before">SHA-256 of the version that it was held against: the one before it, or the largest of the 12 months before; empty when there is none.</param>
/// <param name="EntriesBefore">How many entries that one has.</param>
/// <param name="Lost">How many of them are not in the new one.</param>
/// <param name="LeftOut">How many records of the new one could not be used and were left out.</param>
public sealed record ListLoss(SanctionsList List, string Document, string Before, int EntriesBefore, int Lost, long LeftOut = 0);
