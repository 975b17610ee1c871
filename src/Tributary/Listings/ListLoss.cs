namespace Tributary.Listings;

/// <summary>A person took a version of a sanctions list although it loses many entries of the one before.</summary>
/// <param name="List">The list.</param>
/// <param name="Document">SHA-256 of the version.</param>
/// <param name="Before">SHA-256 of the version before it.</param>
/// <param name="EntriesBefore">How many entries that one has.</param>
/// <param name="Lost">How many of them are not in the new one.</param>
public sealed record ListLoss(SanctionsList List, string Document, string Before, int EntriesBefore, int Lost);
