using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tributary.Proposing;

namespace Tributary.Tests.Proposing;

/// <summary>What reports seem to state: held against a set of reports with their truth, and against what is made to break the reader.</summary>
public sealed class ReportReaderTests
{
    private static readonly string Folder = Repository.Find("tests/Tributary.Tests/Proposing/Reports");

    /// <summary>A kind, what is compared besides, and the least precision, recall and F1 with that.</summary>
    [Theory]
    [InlineData("money", 0, 0.96, 0.84, 0.71)]
    [InlineData("money", 1, 0.96, 0.84, 0.74)]
    [InlineData("quotes", 0, 0.97, 0.83, 0.76)]
    [InlineData("absentees", -1, 0.95, 0.60, 0.75)]
    [InlineData("participants", -1, 0.80, 0.38, 0.50)]
    [InlineData("hosts", -1, 0.90, 0.60, 0.70)]
    [InlineData("conferences", -1, 0.90, 0.85, 0.90)]
    [InlineData("places", -1, 0.65, 0.60, 0.65)]
    [InlineData("days", -1, 0.90, 0.80, 0.85)]
    [InlineData("demands", -1, 0.85, 0.60, 0.70)]
    [InlineData("risks", -1, 0.95, 0.65, 0.80)]
    public void Proposals_OfTheReports_AreAsGoodAsMeasured(string kind, int further, double precision, double recall, double furtherF1)
    {
        var score = new ProposalScore(kind);
        foreach (var truth in ProposalTruth.In(Folder)) score.Add(truth, ReportReader.Read(truth.Text), further);
        Assert.True(score.Precision >= precision && score.Recall >= recall && score.FurtherF1 >= furtherF1, $"{score}\n{string.Join('\n', score.Mistakes)}");
    }

    [Fact]
    public void Traps_AreTakenByFewAmounts()
    {
        var taken = ProposalTruth.In(Folder).Sum(truth =>
        {
            var proposed = ProposalTruth.Proposed(ReportReader.Read(truth.Text), "money").ToList();
            return truth.NotMoney().Count(trap => proposed.Exists(money => money.Start < trap.End && trap.Start < money.End));
        });
        Assert.InRange(taken, 0, 4);
    }

    [Fact]
    public void FoundingArticle_GivesWhatItStates_AndNoMoney()
    {
        var path = SharedData.Find("news/moscow-conference-2021-10-20.txt");
        Assert.SkipWhen(path is null, "the founding article is not beside the project");
        var proposals = ReportReader.Read(File.ReadAllText(path!));
        Golden.Verify(Print(proposals), "tests/Tributary.Tests/Proposing/founding-article.golden.txt");
        Assert.Empty(proposals.Pledges);
        Assert.Empty(proposals.Expected);
        Assert.All(proposals.Appeals, appeal => Assert.Null(appeal.Amount));
    }

    /// <summary>Constructions of amounts, and what they are.</summary>
    [Theory]
    [InlineData("Germany pledged 600 million euros for Afghanistan.", "Germany 600000000 EUR pledged")]
    [InlineData("The British government gave £960m in aid to Yemen.", "Britain 960000000 GBP disbursed")]
    [InlineData("The World Bank approved 25.6 mln dlrs in grants for Sudan.", "World Bank 25600000 USD committed")]
    [InlineData("Australia will provide AU$4m in food aid to Myanmar.", "Australia 4000000 AUD pledged")]
    [InlineData("Japan donated $1million for refugees in Syria.", "Japan 1000000 USD disbursed")]
    [InlineData("Sweden promised SEK 500 million in relief for Somalia.", "Sweden 500000000 SEK pledged")]
    [InlineData("Norway pledged half a billion dollars in aid for Haiti.", "Norway 500000000 USD pledged")]
    [InlineData("Canada pledged between $50 million and $70 million in aid for Haiti.", "Canada 50000000-70000000 USD pledged")]
    [InlineData("Germany and France pledged 600 million euros and 100 million euros respectively in aid for Yemen.", "Germany 600000000 EUR pledged; France 100000000 EUR pledged")]
    [InlineData("France pledged 100 million euros ($116 million) in aid for Lebanon.", "France 100000000 EUR pledged")]
    [InlineData("Italy is considering 20 million euros in aid for Libya.", "Italy 20000000 EUR expected")]
    [InlineData("Germany pledged \u20ac5\u202e mil\u200blion\u200b in aid for Yemen.", "Germany 5000000 EUR pledged")]
    [InlineData("Ten million dollars were pledged by Kuwait in aid for Yemen.", "Kuwait 10000000 USD pledged")]
    [InlineData("Yemen needs aid and owes $8.7 billion in debt.", "")]
    [InlineData("The United States has frozen $9.5 billion in assets of Afghanistan, aid groups said.", "")]
    public void Money_IsReadAsItIsWritten(string sentence, string expected)
    {
        var proposals = ReportReader.Read($"Aid for people in need\n\nGENEVA, Sept 13, 2021 (Reuters) - Humanitarian aid agencies met donors on relief for refugees. {sentence}\n");
        Assert.Equal(expected, string.Join("; ", proposals.Pledges.Concat(proposals.Expected).Select(pledge =>
            string.Create(CultureInfo.InvariantCulture, $"{pledge.Donor} {pledge.Amount}{(pledge.AmountTo is { } to ? $"-{to}" : "")} {pledge.Currency} {pledge.Status.ToString().ToLowerInvariant()}"))));
    }

    [Fact]
    public void Report_InAnotherLanguage_IsSaidToBeSo()
    {
        var proposals = ReportReader.Read("Die Bundesregierung hat am Montag in Genf erklärt, dass sie den Menschen in Afghanistan mit 600 Millionen Euro helfen will. Das ist nicht genug, sagte die Ministerin, und sie hofft, dass die anderen Staaten auch helfen werden.\n");
        Assert.StartsWith("its language is de", proposals.WhyNot, StringComparison.Ordinal);
        Assert.Empty(proposals.Pledges);
    }

    /// <summary>What is made to break a reader: each must end soon, with places inside the text.</summary>
    [Theory]
    [InlineData("\"", 1_000_000)]
    [InlineData("“", 1_000_000)]
    [InlineData("$1 ", 300_000)]
    [InlineData("Germany pledged $5 million in aid. ", 30_000)]
    [InlineData("Germany, ", 200_000)]
    [InlineData("said ", 300_000)]
    [InlineData("respectively $1m ", 100_000)]
    [InlineData("called on ", 200_000)]
    [InlineData("conference in ", 100_000)]
    [InlineData("\u200f\u202eГÃ©\u200b ", 200_000)]
    [InlineData("two and a half ", 100_000)]
    [InlineData("Al Bin ", 200_000)]
    public void Text_ThatIsMadeToBreakIt_EndsSoon(string part, int times)
    {
        var text = new StringBuilder("Aid for all\n\nGENEVA, Sept 13, 2021 (Reuters) - The aid conference and the donors were here for the people. ").Insert(100, part, times).ToString();
        var watch = Stopwatch.StartNew();
        var proposals = ReportReader.Read(text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.All(proposals.Pledges.Cast<Proposal>().Concat(proposals.Quotes).Concat(proposals.Seen), proposal => Assert.InRange(proposal.Span.End, proposal.Span.Start + 1, text.Length));
    }

    // Twice the text takes about twice the time: no rule goes quadratic.
    [Fact]
    public void Time_GrowsWithTheText()
    {
        var reports = string.Join('\n', ProposalTruth.In(Folder).Select(truth => truth.Text));
        var (one, eight) = (string.Concat(Enumerable.Repeat(reports, 8)), string.Concat(Enumerable.Repeat(reports, 64)));
        ReportReader.Read(one);
        var (small, large) = (Best(one), Best(eight));
        Assert.True(large < 16 * small, $"{small:0.00} s for {one.Length} characters, {large:0.00} s for {eight.Length}");
    }

    private static double Best(string text) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        ReportReader.Read(text);
        return watch.Elapsed.TotalSeconds;
    });

    // What is proposed, without the report's sentences: names, figures and places alone.
    private static string Print(ReportProposals proposals)
    {
        var lines = new StringBuilder();
        foreach (var conference in proposals.Conferences)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"conference in {conference.Place} {conference.PlaceIso3}, {conference.Date:yyyy-MM-dd} \"{conference.DateWords}\", hosts {string.Join(", ", conference.Hosts)} {Place(conference)}");
            foreach (var party in conference.Participants) lines.AppendLine(CultureInfo.InvariantCulture, $"  came: {party.Name} {party.Iso3} {Place(party)}");
            foreach (var party in conference.Absentees) lines.AppendLine(CultureInfo.InvariantCulture, $"  stayed away: {party.Name} {party.Iso3}, {party.Reason}, {(party.Later is null ? "" : "may come later")} {Place(party)}");
            foreach (var warning in conference.Warnings) lines.AppendLine(CultureInfo.InvariantCulture, $"  warning: {warning}");
        }
        foreach (var appeal in proposals.Appeals) lines.AppendLine(CultureInfo.InvariantCulture, $"appeal by {appeal.By} {appeal.ByIso3} for {appeal.For} {appeal.ForIso3} {Place(appeal)}");
        foreach (var quote in proposals.Quotes) lines.AppendLine(CultureInfo.InvariantCulture, $"{(quote.IsDirect ? "direct" : "indirect")}: {quote.Speaker}, {quote.Role} {Place(quote)}");
        foreach (var claim in proposals.Demands) lines.AppendLine(CultureInfo.InvariantCulture, $"demand by {claim.By} of {claim.To} {Place(claim)}");
        foreach (var claim in proposals.Risks) lines.AppendLine(CultureInfo.InvariantCulture, $"risk seen by {claim.By} {Place(claim)}");
        return lines.Replace("\r", "").ToString();
    }

    private static string Place(Proposal proposal) => string.Create(CultureInfo.InvariantCulture, $"({proposal.Span.Start}-{proposal.Span.End}, line {proposal.Span.Line}, {proposal.Confidence} points)");
}
