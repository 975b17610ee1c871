using Tributary.Conferences;
using Tributary.Provenance;

namespace Tributary.Deciding;

/// <summary>What can be entered of one kind: the fields of a command, a file and a dialogue alike.</summary>
public abstract class EntryForm
{
    internal const string Document = "document", Line = "line", Span = "span", Quotation = "quotation";

    private protected static readonly FormField[] EvidenceFields =
    [
        new(Document, "the document that says it: its hash or the first digits of it", "984a6c46") { Required = true },
        new(Quotation, "the words that stand there; white space does not matter", "left open that it may come to a later round"),
        new(Line, "the line on which it stands; found from the quotation when not given", "11") { SaidBy = [Quotation, Span] },
        new(Span, "the characters where it stands, START-END from 0; found from the quotation when not given", "120-184") { SaidBy = [Quotation, Line] },
    ];

    private protected static readonly string[] Places = [Line, Span, Quotation];

    private readonly Dictionary<string, FormField> _byName;

    private protected EntryForm(string kind, string title, params IReadOnlyList<FormField> fields)
    {
        (Kind, Title, Fields) = (kind, title, [.. fields, .. EvidenceFields]);
        _byName = Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>conference, participant, statement, call or pledge.</summary>
    public string Kind { get; }

    /// <summary>What is entered, in a few words.</summary>
    public string Title { get; }

    /// <summary>What is asked for, in the order of asking; where it is said comes last.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    internal FormField this[string name] => _byName[name];

    /// <summary>Whether the form asks for a field.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>What is wrong with a text in a field by itself, for asking again; null when nothing is.</summary>
    public Mistake? MistakeIn(string field, string text)
    {
        var mistakes = new Mistakes();
        ReadAny(FilledForm.OfOptions(this, [KeyValuePair.Create(field, text)]), mistakes);
        return string.IsNullOrWhiteSpace(text) ? null : mistakes.Found.FirstOrDefault(mistake => mistake.Place == $"--{field}");
    }

    private protected abstract void ReadAny(FilledForm filled, Mistakes mistakes);

    private protected static bool IsPlace(string field) => Places.Contains(field, StringComparer.Ordinal);
}

/// <summary>A form that reads as a record.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class EntryForm<T> : EntryForm where T : class, IEvidenced
{
    private protected EntryForm(string kind, string title, params IReadOnlyList<FormField> fields) : base(kind, title, fields)
    {
    }

    /// <summary>Reads a filled form.</summary>
    /// <returns>Null when it cannot be read; the mistakes say why.</returns>
    internal T? Read(FilledForm filled, Mistakes mistakes)
    {
        var reader = new FieldReader(filled, mistakes);
        var record = Read(reader);
        return reader.Succeeded ? record : null;
    }

    private protected override void ReadAny(FilledForm filled, Mistakes mistakes) => Read(filled, mistakes);

    /// <summary>Fills the form in with a record.</summary>
    internal Dictionary<string, string> Write(T record)
    {
        var texts = new FieldWriter();
        Write(record, texts);
        texts.Add(record.Evidence);
        return texts.Values;
    }

    /// <summary>Fills the form in with a record and what changes of it. Whoever says where it stands says it anew.</summary>
    internal FilledForm Overlay(T record, IReadOnlyDictionary<string, string> changes)
    {
        var texts = Write(record);
        if (changes.Keys.Any(IsPlace)) foreach (var place in Places) texts.Remove(place);
        foreach (var (field, text) in changes) texts[field] = text;
        // The currency of an amount may stand in either field.
        if (changes.TryGetValue("amount", out var amount) && !changes.ContainsKey("currency") && AmountText.TryParse(amount, out _, out var currency) && currency is not null) texts.Remove("currency");
        return FilledForm.OfOptions(this, texts);
    }

    /// <summary>Whether a correction may change a field.</summary>
    internal bool MayChange(string field) => Has(field) && field != ConferenceForm.Id;

    /// <summary>What tells two entries apart. Two that differ only in where they stand are one.</summary>
    internal string KeyOf(T record) => string.Join('\u001f', Telling(record).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>The values that tell an entry apart, for people.</summary>
    internal IEnumerable<string> Naming(T record) => Telling(record).Select(value => value.Value);

    private protected abstract T Read(FieldReader fields);

    /// <summary>The fields that tell entries apart; all but where they stand when there are none.</summary>
    private protected virtual IReadOnlyList<string> Keys => [];

    private IEnumerable<KeyValuePair<string, string>> Telling(T record) => Write(record).Where(value => Keys.Count > 0 ? Keys.Contains(value.Key, StringComparer.Ordinal) : value.Key != Document && !IsPlace(value.Key));

    private protected abstract void Write(T record, FieldWriter texts);
}

/// <summary>The forms.</summary>
public static class EntryForms
{
    /// <summary>A conference.</summary>
    public static EntryForm<Conference> Conference { get; } = new ConferenceForm();

    /// <summary>A party that came to a conference, or stayed away.</summary>
    public static EntryForm<Participant> Participant { get; } = new ParticipantForm();

    /// <summary>What somebody said.</summary>
    public static EntryForm<Statement> Statement { get; } = new StatementForm();

    /// <summary>A request for aid.</summary>
    public static EntryForm<Call> Call { get; } = new CallForm();

    /// <summary>A promise of money.</summary>
    public static EntryForm<Pledge> Pledge { get; } = new PledgeForm();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EntryForm> All { get; } = [Conference, Participant, Statement, Call, Pledge];
}
