using System.Globalization;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Questions;
using Tributary.Reading;

namespace Tributary.Deciding;

/// <summary>Holds evidence against the document that it names, and makes it whole: the hash, the line, the characters.</summary>
internal sealed class EvidenceCheck(Ledger ledger, Facts facts, Mistakes mistakes)
{
    private const int QuotationLengthMax = 10_000;
    private const int PlacesTold = 5;

    // One text at a time: entries of one document come together.
    private (string Sha256, DocumentText? Text) _last = ("", null);

    /// <summary>The document that evidence names, with all of its hash, and the place in it.</summary>
    /// <param name="given">As somebody gave it.</param>
    /// <param name="at">Where its fields stand.</param>
    /// <returns>Evidence to be kept; as given when there is a mistake.</returns>
    public Evidence Complete(Evidence given, Func<string, string> at)
    {
        if (FindDocument(given.Document, at) is not { } document || TextOf(document, at) is not { } text) return given;
        given = given with { Document = document.Sha256, Quotation = string.IsNullOrWhiteSpace(given.Quotation) ? null : given.Quotation.Trim() };
        if (given.Span is { } span && !IsInside(span, text, at)) return given;
        if (given.Line is { } line && !IsInside(line, text, at)) return given;
        if (given.Span is { } run) given = given with { Span = text.Span(run.Start, run.End) };
        if (given is { Span: { } stands, Line: { } named } && stands.Line != named)
        {
            mistakes.Add(at(EntryForm.Line), $"line {named}, where the characters {stands.Start}–{stands.End} stand on line {stands.Line}", "expected one place", "leave one of the two out");
            return given;
        }
        if (given.Quotation is not null) return Locate(given, text, at);
        if (given is { Line: null, Span: null }) mistakes.Add(at(EntryForm.Line), "no place in the document", "expected where it stands", "give a line, or a quotation, which is looked up");
        return given with { Line = given.Line ?? given.Span?.Line };
    }

    private FactDocument? FindDocument(string name, Func<string, string> at)
    {
        if (DocumentNames.FindAll(facts, name) is not { Count: > 0 } found)
        {
            mistakes.Add(at(EntryForm.Document), $"document '{name}'", "expected the hash of a document of the ledger, or its first digits", "`tributary documents` lists them; import it first");
            return null;
        }
        if (found.Count == 1) return found[0];
        mistakes.Add(at(EntryForm.Document), $"document '{name}', which begins the hash of {found.Count}", "expected one document", "give more digits");
        return null;
    }

    private DocumentText? TextOf(FactDocument document, Func<string, string> at)
    {
        if (_last.Sha256 == document.Sha256) return _last.Text;
        using var bytes = ledger.OpenDocument(document.Hash);
        _last = (document.Sha256, DocumentText.Read(bytes));
        if (_last.Text is null) mistakes.Add(at(EntryForm.Document), $"{document.Hash.Short} is no UTF-8 text of at most {DocumentText.BytesMax >> 20} MiB", "expected a text with lines", "rest the entry on another document");
        return _last.Text;
    }

    private bool IsInside(TextSpan span, DocumentText text, Func<string, string> at)
    {
        if (span.Start >= 0 && span.Start < span.End && span.End <= text.Length) return true;
        mistakes.Add(at(EntryForm.Span), $"the characters {span.Start}–{span.End}", $"expected a run inside the {text.Length} characters of the document", "give the quotation instead: it is looked up");
        return false;
    }

    private bool IsInside(int line, DocumentText text, Func<string, string> at)
    {
        if (line >= 1 && line <= text.LineCount && text.Line(line).Length > 0) return true;
        mistakes.Add(at(EntryForm.Line), line >= 1 && line <= text.LineCount ? $"line {line} is empty" : $"line {line}", $"expected a line with words, of the {text.LineCount} that the document has", "count from 1, or give a quotation, which is looked up");
        return false;
    }

    private Evidence Locate(Evidence given, DocumentText text, Func<string, string> at)
    {
        if (given.Quotation!.Length > QuotationLengthMax)
        {
            mistakes.Add(at(EntryForm.Quotation), $"a quotation of {given.Quotation.Length} characters", $"expected at most {QuotationLengthMax}", "quote what matters");
            return given;
        }
        var places = text.Find(given.Quotation).Take(PlacesTold).ToList();
        var stands = given switch
        {
            { Span: { } span } => text.Find(given.Quotation).FirstOrDefault(place => place.Start >= span.Start && place.End <= span.End),
            { Line: { } line } => text.Find(given.Quotation).FirstOrDefault(place => place.Line == line),
            _ => places.FirstOrDefault(),
        };
        if (stands.End > 0) return given with { Line = stands.Line, Span = stands };
        var found = $"\"{Shorten(given.Quotation)}\" does not stand {(places.Count == 0 ? "in the document" : "there")}";
        mistakes.Add(at(EntryForm.Quotation), found, "expected words as the document has them, but for white space",
            places.Count == 0 ? "copy them from the document" : $"leave the place out: they stand on line {string.Join(", ", places.Select(place => place.Line.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal))}");
        return given;
    }

    private static string Shorten(string quotation)
    {
        var words = DocumentText.Squeeze(quotation);
        return words.Length <= 80 ? words : words[..79] + "…";
    }
}
