using System.Text.Json.Serialization.Metadata;

namespace Tributary.Ledgers;

/// <summary>Something that a person entered or decided, as the journal keeps it: added, never changed.</summary>
/// <param name="Position">The row of the journal; the decision's id.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">By whom.</param>
/// <param name="Why">The reason given; empty when none was.</param>
/// <param name="What">What was decided.</param>
/// <typeparam name="T">A record that knows nothing of the journal.</typeparam>
public sealed record Decided<T>(long Position, DateTimeOffset At, string Who, string Why, T What);

/// <summary>A kind of decision: the name of its journal rows, and their form.</summary>
/// <typeparam name="T">What is decided.</typeparam>
public sealed class DecisionKind<T>
{
    internal DecisionKind(string name, JsonTypeInfo<T> type) => (Name, Type) = (name, type);

    /// <summary>The kind of journal row.</summary>
    public string Name { get; }

    internal JsonTypeInfo<T> Type { get; }
}

/// <summary>What people decided, up to a row of the journal. Answers read it beside the facts, so that a decision shows at once.</summary>
internal sealed class Decisions
{
    /// <summary>None at all.</summary>
    public static readonly Decisions None = new(0, JournalEntry.Genesis, _ => []);

    private readonly Func<string, IEnumerable<JournalEntry>> _entries;
    private readonly Dictionary<string, object> _read = new(StringComparer.Ordinal);

    /// <param name="position">The last row that counts.</param>
    /// <param name="seal">The seal over it and all rows before it.</param>
    /// <param name="entries">Gives the rows of a kind up to that one.</param>
    public Decisions(long position, string seal, Func<string, IEnumerable<JournalEntry>> entries) => (Position, Seal, _entries) = (position, seal, entries);

    /// <summary>The last row of the journal that counts.</summary>
    public long Position { get; }

    /// <summary>The seal over that row and all rows before it.</summary>
    public string Seal { get; }

    /// <summary>The decisions of a kind in the order in which they were taken.</summary>
    public IReadOnlyList<Decided<T>> Of<T>(DecisionKind<T> kind)
    {
        if (_read.TryGetValue(kind.Name, out var read)) return (IReadOnlyList<Decided<T>>)read;
        List<Decided<T>> decided = [.. _entries(kind.Name).Select(entry => new Decided<T>(entry.Position, entry.At, entry.Who, entry.Why, JournalBody.Read(entry, kind.Type)))];
        _read[kind.Name] = decided;
        return decided;
    }
}
