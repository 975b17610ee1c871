using Tributary.Conferences;

namespace Tributary.Deciding;

/// <summary>Asks for a request for aid.</summary>
internal sealed class CallForm() : EntryForm<Call>("call", "a request for aid",
    new("conference", "the conference at which it was made; open when at none", "moscow-2021-10-20"),
    new("party", "who called", "Russia") { Required = true },
    new("to", "upon whom", "the international community"),
    new("for", "for whom, as the document says it", "Kabul"),
    new("purpose", "what for", "humanitarian relief"),
    new("country", "the countries that it is for", "AFG") { IsList = true },
    new("amount", "how much was asked for; open when no sum was named", "USD 606 million"),
    new("currency", "the currency, where the amount does not say it", "USD"))
{
    private protected override Call Read(FieldReader fields) => new()
    {
        Conference = fields.Text("conference"),
        Party = fields.Needed("party"),
        To = fields.Text("to"),
        For = fields.Text("for"),
        Purpose = fields.Text("purpose"),
        Countries = fields.List("country"),
        Amount = fields.Amount("amount", "currency"),
        Evidence = fields.Evidence(),
    };

    private protected override void Write(Call record, FieldWriter texts)
    {
        texts.Add("conference", record.Conference);
        texts.Add("party", record.Party);
        texts.Add("to", record.To);
        texts.Add("for", record.For);
        texts.Add("purpose", record.Purpose);
        texts.Add("country", record.Countries);
        texts.Add("amount", "currency", record.Amount);
    }
}
