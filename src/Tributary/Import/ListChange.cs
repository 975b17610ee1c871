using Tributary.Listings;

namespace Tributary.Import;

/// <summary>How a version of a sanctions list differs from the one before it.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="DayBefore">The day of the version before; null when there is none.</param>
/// <param name="EntriesBefore">How many entries that one has; null when there is none.</param>
/// <param name="Added">Entries that it has and the one before has not.</param>
/// <param name="Removed">Entries that the one before has and it has not.</param>
/// <param name="Changed">Entries of which it states something else; null when the two are of different forms, which state different things.</param>
public sealed record ListChange(SanctionsList List, int Entries, DateOnly? DayBefore, int? EntriesBefore, int? Added, int? Removed, int? Changed);
