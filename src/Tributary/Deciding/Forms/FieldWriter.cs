using System.Globalization;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Deciding;

/// <summary>Writes values as the texts of a form, as <see cref="FieldReader"/> reads them.</summary>
internal sealed class FieldWriter
{
    /// <summary>The texts by field; a field without a value is not among them.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public void Add(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Values[field] = text;
    }

    public void Add(string field, IReadOnlyList<string> texts) => Add(field, string.Join("; ", texts));

    public void Add(string field, DateOnly? day) => Add(field, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Add(string field, decimal? number) => Add(field, number?.ToString(CultureInfo.InvariantCulture));

    public void Add(string field, string currencyField, Amount? amount)
    {
        Add(field, amount?.Value);
        Add(currencyField, amount?.Currency.Code);
    }

    /// <summary>One of the choices of a field.</summary>
    public void AddChoice<T>(FormField field, T choice) where T : struct, Enum =>
        Add(field.Name, field.Choices.First(name => Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true).Equals(choice)));

    public void Add(Evidence evidence)
    {
        Add(EntryForm.Document, evidence.Document);
        Add(EntryForm.Line, evidence.Line?.ToString(CultureInfo.InvariantCulture));
        if (evidence.Span is { } span) Add(EntryForm.Span, string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}"));
        Add(EntryForm.Quotation, evidence.Quotation);
    }
}
