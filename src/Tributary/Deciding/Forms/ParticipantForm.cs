using Tributary.Conferences;

namespace Tributary.Deciding;

/// <summary>Asks for a party that came to a conference, or stayed away.</summary>
internal sealed class ParticipantForm() : EntryForm<Participant>("participant", "a party that came, or stayed away",
    new("conference", "the conference", "moscow-2021-10-20") { Required = true },
    new("party", "the party, as the document names it", "United States") { Required = true },
    new("iso3", "the party's country, where it is one", "USA"),
    new("organization", "FTS's id of the party, where it is known", "2933"),
    new("role", "whether it came, and as what", "absentee") { Required = true, Choices = ["host", "participant", "observer", "absentee"] },
    new("reason", "why it stayed away, in the sense of the document", "technical reasons"),
    new("later", "whether it could come to a later meeting", "yes") { Choices = ["not-said", "yes", "no"] },
    new("later-words", "its words on that", "may come to a later round"))
{
    private protected override IReadOnlyList<string> Keys => ["conference", "party"];

    private protected override Participant Read(FieldReader fields)
    {
        fields.Needed("role");
        return new Participant
        {
            Conference = fields.Needed("conference"),
            Party = fields.Needed("party"),
            Iso3 = fields.Text("iso3"),
            OrganizationId = fields.Text("organization"),
            Role = fields.Choice<ParticipantRole>("role"),
            AbsenceReason = fields.Text("reason"),
            MayAttendLater = fields.Choice<Said>("later"),
            LaterWords = fields.Text("later-words"),
            Evidence = fields.Evidence(),
        };
    }

    private protected override void Write(Participant record, FieldWriter texts)
    {
        texts.Add("conference", record.Conference);
        texts.Add("party", record.Party);
        texts.Add("iso3", record.Iso3);
        texts.Add("organization", record.OrganizationId);
        texts.AddChoice(this["role"], record.Role);
        texts.Add("reason", record.AbsenceReason);
        texts.AddChoice(this["later"], record.MayAttendLater);
        texts.Add("later-words", record.LaterWords);
    }
}
