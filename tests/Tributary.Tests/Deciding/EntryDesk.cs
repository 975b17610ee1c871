using System.Text;
using Tributary.Deciding;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Tests.Deciding;

/// <summary>A ledger with one report of our own making, for entering from it.</summary>
internal sealed class EntryDesk : IDisposable
{
    /// <summary>An invented report: no such meeting was held.</summary>
    public const string Report = """
        Invented / Conferences

        An invented meeting in Geneva on an invented crisis

        Published: 2021-09-14 18:00 UTC+2

        This report is invented for tests. Switzerland was the host of a meeting in Geneva on 13 September 2021.

        Germany promised 50 million euros for Afghanistan, and Norway 20 million
        kroner. The European Union promised 100 million euros, about 118 million US dollars.

        Sweden stayed away, for lack of time, and would not come later.

        Publisher: Tributary tests   Editor: Nobody   Language: en
        """;

    public static readonly DecideOptions By = new() { Who = "ann", Why = "a test" };

    private readonly TempFolder _files = new();

    public EntryDesk(params string[] pages)
    {
        Ledger = TempLedger.Of([.. pages.Select(page => _files.Write(page)), _files.Write(Report, ".txt")]);
        Document = Ledger.Ask(new DocumentsQuestion()).Documents.Single(document => document.Format == "news-text").Hash;
    }

    public TempLedger Ledger { get; }

    public DocumentHash Document { get; }

    /// <summary>A meeting with who came, in YAML; more may follow.</summary>
    public string Meeting => $$"""
        document: {{Document.Short}}
        conference: {id: geneva-2021, title: Invented meeting, host: Switzerland, city: Geneva, country: CHE, first-day: 2021-09-13, zone: UTC+2, about: AFG, line: 7}
        participants:
          - {party: Germany, iso3: DEU, role: participant, line: 9}
          - {party: Norway, role: participant, line: 9}
          - {party: Sweden, role: absentee, reason: lack of time, later: no, line: 12}

        """;

    public string Write(string text, string extension = ".yaml") => _files.Write(text, extension);

    public EnteredConferences Enter(string yaml) => Ledger.Open().Enter(Read(yaml), By);

    public static ConferenceEntries Read(string text, bool isCsv = false, string kind = "pledge") => EntryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "entries", kind, isCsv);

    /// <summary>What is refused of entries, and that nothing was kept.</summary>
    public IReadOnlyList<Mistake> Refused(Action<Tributary.Ledger> enter)
    {
        var before = Ledger.Open().Entries().Count;
        var refused = Assert.Throws<DecisionRefusedException>(() => enter(Ledger.Open()));
        Assert.Equal(before, Ledger.Open().Entries().Count);
        Assert.Equal(string.Join('\n', refused.Mistakes), refused.Message);
        return refused.Mistakes;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _files.Dispose();
    }
}

/// <summary>A desk with its meeting entered, for all tests of a class that leave the ledger as it is.</summary>
public sealed class SharedDesk : IDisposable
{
    public SharedDesk() => Desk.Enter(Desk.Meeting);

    internal EntryDesk Desk { get; } = new();

    public void Dispose() => Desk.Dispose();
}
