using System.Globalization;
using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Deciding;

/// <summary>What is entered together about conferences and pledges: all of it or none.</summary>
/// <remarks>A record may name a conference of the ledger or one that is entered with it. Its evidence may name a document by the first digits of its hash.</remarks>
public sealed record ConferenceEntries
{
    /// <summary>Conferences.</summary>
    public IReadOnlyList<Conference> Conferences { get; init; } = [];

    /// <summary>Parties that came, or stayed away.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>What somebody said.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Requests for aid.</summary>
    public IReadOnlyList<Call> Calls { get; init; } = [];

    /// <summary>Promises of money.</summary>
    public IReadOnlyList<Pledge> Pledges { get; init; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count => Conferences.Count + Participants.Count + Statements.Count + Calls.Count + Pledges.Count;

    /// <summary>Where their fields stand, for telling mistakes.</summary>
    internal EntryPlaces Places { get; init; } = new();

    /// <summary>What could not be read as any of them.</summary>
    internal IReadOnlyList<Mistake> Unreadable { get; init; } = [];

    /// <summary>Whether they stand in a file.</summary>
    internal bool IsOfAFile { get; init; }
}

/// <summary>What was entered, with the rows of the journal that keep it.</summary>
/// <param name="Conferences">Conferences.</param>
/// <param name="Participants">Parties that came, or stayed away.</param>
/// <param name="Statements">What somebody said.</param>
/// <param name="Calls">Requests for aid.</param>
/// <param name="Pledges">Promises of money.</param>
public sealed record EnteredConferences(
    IReadOnlyList<Decided<Conference>> Conferences, IReadOnlyList<Decided<Participant>> Participants, IReadOnlyList<Decided<Statement>> Statements,
    IReadOnlyList<Decided<Call>> Calls, IReadOnlyList<Decided<Pledge>> Pledges);

/// <summary>Where the fields of entries stand.</summary>
internal sealed class EntryPlaces
{
    private readonly Dictionary<(string Kind, int Index), FilledForm> _forms = [];

    /// <summary>Remembers the form from which an entry was read.</summary>
    public void Add(string kind, int index, FilledForm filled) => _forms.Add((kind, index), filled);

    /// <summary>The place of a field: that of the form, else the number of the entry.</summary>
    public string Of(string kind, int index, string field) => _forms.TryGetValue((kind, index), out var filled)
        ? filled.Place(field)
        : $"{Numbered(kind, index)}, {field}";

    /// <summary>The place of an entry.</summary>
    public string OfEntry(string kind, int index) => _forms.TryGetValue((kind, index), out var filled) ? filled.EntryPlace : Numbered(kind, index);

    private static string Numbered(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");
}
