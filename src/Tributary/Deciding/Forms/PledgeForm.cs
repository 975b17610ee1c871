using Tributary.Conferences;

namespace Tributary.Deciding;

/// <summary>Asks for a promise of money.</summary>
internal sealed class PledgeForm() : EntryForm<Pledge>("pledge", "a promise of money",
    new("conference", "the conference at which it was made; open when at none", "moscow-2021-10-20"),
    new("party", "who promised, as the document names it", "Germany") { Required = true },
    new("iso3", "the party's country, where it is one", "DEU"),
    new("organization", "FTS's id of the party, where it is known", "4306"),
    new("amount", "how much", "EUR 600 million") { Required = true },
    new("currency", "the currency, where the amount does not say it", "EUR"),
    new("usd", "the same in US dollars, where the document states it", "692 million"),
    new("purpose", "what for", "food and medicine"),
    new("country", "the countries that it is for; needed when no plan is named", "AFG") { IsList = true },
    new("plan", "the plan that it is for: FTS's id or code; needed when no country is named", "HAFG21"),
    new("made-on", "the day on which it was made", "2021-09-13") { Required = true },
    new("period-first", "the first day of the time that it is for", "2021-09-01"),
    new("period-last", "the last day of the time that it is for", "2021-12-31"),
    new("new-money", "whether it is money that was not promised before", "not-said") { Choices = ["not-said", "yes", "no"] })
{
    private protected override Pledge Read(FieldReader fields)
    {
        fields.Needed("amount");
        return new Pledge
        {
            Conference = fields.Text("conference"),
            Party = fields.Needed("party"),
            Iso3 = fields.Text("iso3"),
            OrganizationId = fields.Text("organization"),
            Amount = fields.Amount("amount", "currency") ?? default,
            AmountUsd = fields.Usd("usd"),
            Purpose = fields.Text("purpose"),
            Countries = fields.List("country"),
            Plan = fields.Text("plan"),
            MadeOn = fields.NeededDay("made-on"),
            PeriodFirst = fields.Day("period-first"),
            PeriodLast = fields.Day("period-last"),
            NewMoney = fields.Choice<Said>("new-money"),
            Evidence = fields.Evidence(),
        };
    }

    private protected override void Write(Pledge record, FieldWriter texts)
    {
        texts.Add("conference", record.Conference);
        texts.Add("party", record.Party);
        texts.Add("iso3", record.Iso3);
        texts.Add("organization", record.OrganizationId);
        texts.Add("amount", "currency", record.Amount);
        texts.Add("usd", record.AmountUsd);
        texts.Add("purpose", record.Purpose);
        texts.Add("country", record.Countries);
        texts.Add("plan", record.Plan);
        texts.Add("made-on", record.MadeOn);
        texts.Add("period-first", record.PeriodFirst);
        texts.Add("period-last", record.PeriodLast);
        texts.AddChoice(this["new-money"], record.NewMoney);
    }
}
