namespace Tributary.Listings;

/// <summary>When somebody was born, as far as a list says: a day is a range of one day, a year one of 365 or 366.</summary>
/// <param name="First">The first day that it can have been; null when the words cannot be read as days.</param>
/// <param name="Last">The last; null together with <paramref name="First"/>.</param>
/// <param name="IsApproximate">Whether the list says <c>circa</c> or <c>approximately</c>: then the range is not a bound.</param>
/// <param name="Stated">The list's words.</param>
/// <param name="Note">What the list says about it; null when nothing.</param>
public sealed record BirthRange(DateOnly? First, DateOnly? Last, bool IsApproximate, string Stated, string? Note = null);
