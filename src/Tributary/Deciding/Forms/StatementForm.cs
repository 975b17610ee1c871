using Tributary.Conferences;

namespace Tributary.Deciding;

/// <summary>Asks for what somebody said.</summary>
internal sealed class StatementForm() : EntryForm<Statement>("statement", "what somebody said",
    new("conference", "the conference", "moscow-2021-10-20") { Required = true },
    new("speaker", "who spoke; open when the document names no person", "Sergei Lavrov"),
    new("office", "the speaker's role or office", "foreign minister"),
    new("party", "the party for which it was said", "Russia"),
    new("speech", "whether the words are the speaker's own (direct) or the document's (reported)", "reported") { Choices = ["reported", "direct"] },
    new("words", "the words, or their sense; their place is found from them when they stand in the document", "more people leave the country") { Required = true })
{
    private protected override Statement Read(FieldReader fields)
    {
        var words = fields.Needed("words");
        return new Statement
        {
            Conference = fields.Needed("conference"),
            Speaker = fields.Text("speaker"),
            Office = fields.Text("office"),
            Party = fields.Text("party"),
            Speech = fields.Choice<Speech>("speech"),
            Words = words,
            Evidence = fields.Evidence(wordsThere: words),
        };
    }

    private protected override void Write(Statement record, FieldWriter texts)
    {
        texts.Add("conference", record.Conference);
        texts.Add("speaker", record.Speaker);
        texts.Add("office", record.Office);
        texts.Add("party", record.Party);
        texts.AddChoice(this["speech"], record.Speech);
        texts.Add("words", record.Words);
    }
}
