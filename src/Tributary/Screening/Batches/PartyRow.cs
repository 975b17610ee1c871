using Tributary.Provenance;

namespace Tributary.Screening;

/// <summary>A row of a file of parties: a party, or the issue for which there is none.</summary>
/// <param name="Row">Its number as a spreadsheet counts: that of the headings is 1.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Id">The reference of whoever made the file; empty when there is none.</param>
/// <param name="Name">The name as it stands there; empty when the row cannot be read so far.</param>
/// <param name="Party">The party; null when the row cannot be used.</param>
/// <param name="Issue">Why not; null when it can.</param>
public sealed record PartyRow(long Row, int Line, string Id, string Name, ScreenedParty? Party, ReadIssue? Issue);
