using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>The law on the project's own samples, so that it is tested wherever the project is.</summary>
public sealed class SamplesTests
{
    private static readonly FundingQuestion Country = new() { Countries = ["AFG"], Years = [2020] };

    [Fact]
    public void Answers_FromTheSamples_AreTheirGoldenTotals()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var country = ledger.Ask(Country);
        // 109 flows and the parked parent of zero.
        Assert.Equal((616_837_965m, 110L), (country.FundingUsd, country.FlowCount));
        Assert.Equal((24_654_545m, 1L), (country.SharedUsd, country.FlowCounts.Shared));
        Assert.Equal(118, country.FlowCounts.All);
        Assert.Equal(country.AllRowsUsd, country.FundingUsd + country.PledgedUsd + country.SharedUsd + country.InternalUsd);
        var plan = ledger.Ask(new CoverageQuestion { Plan = "HAFG20" });
        Assert.Equal((929, 1_131_050_820m, 732_600_000m), (plan.PlanId, plan.RequirementUsd, plan.OriginalRequirementUsd));
        Assert.Equal(plan.FundingUsd, plan.Clusters.Sum(line => line.FundingUsd));
        var published = Assert.Single(country.Published);
        Assert.Equal((600_940_338m + 15_000_000m + 125_757_532m, country.FundingUsd), (published.ValueUsd, published.ValueUsd - published.DifferenceUsd));
        Assert.NotEmpty(published.Why);
    }

    [Fact]
    public void Explanations_OfTheSamples_AddUp()
    {
        using var files = TempLedger.Of(Repository.Find("samples"));
        foreach (var figure in (ReadOnlySpan<ExplainedFigure>)[ExplainedFigure.Funding, ExplainedFigure.Committed, ExplainedFigure.Paid, ExplainedFigure.Pledged, ExplainedFigure.Shared, ExplainedFigure.Internal])
        {
            Assert.True(files.Ask(new ExplainQuestion { Countries = ["AFG"], Years = [2020], Figure = figure }).Agrees);
        }
        foreach (var global in (ReadOnlySpan<bool>)[false, true])
        {
            Assert.All(files.Ask(new CoverageQuestion { Plan = "929", ByGlobalCluster = global }).Clusters,
                line => Assert.True(files.Ask(new ExplainQuestion { Plans = ["929"], ByGlobalCluster = global, ClusterLine = line.Id ?? line.Name }).Agrees, line.Name));
        }
    }

    [Fact]
    public void Parties_OfTheSamples_AddUpToTheFunding()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var (donors, recipients) = (ledger.Ask(new DonorsQuestion { Countries = ["AFG"], Years = [2020] }), ledger.Ask(new RecipientsQuestion { Countries = ["AFG"], Years = [2020] }));
        Assert.Equal((616_837_965m, 616_837_965m), (donors.Parties.Sum(party => party.FundingUsd), recipients.Parties.Sum(party => party.FundingUsd)));
        Assert.Equal(("United States of America, Government of", 36_641_784m), (donors.Parties[0].Name, donors.Parties.Single(party => party.Name == "World Bank").FundingUsd));
    }

    [Fact]
    public void Evidence_OfTheConference_PointsAtItsText()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var report = ledger.Ask(new DocumentsQuestion()).Documents.Single(document => document.Format == "news-text");
        Assert.Equal((new DateOnly(2021, 10, 20), "stated by the document"), (report.Day, report.DayBasis));
        var text = File.ReadAllText(Repository.Find("samples/moscow-conference-2021-10-20.txt"));
        var evidence = ledger.Ask(new EvidenceQuestion { Document = report.Hash.Hex[..8] });
        var headline = evidence.Fields.Single(field => field.Field == "headline");
        Assert.Equal(headline.Value, text[headline.Spans[0].Start..headline.Spans[0].End]);
        var days = ledger.Ask(new DocumentsQuestion()).Documents.Where(document => document.Format != "news-text");
        Assert.All(days, document => Assert.Equal((TempLedger.Day, "given by the importer"), (document.Day, document.DayBasis)));
    }

    // The founding case: what the report says of the conference, each thing at its place, and no certainty that it lacks.
    [Fact]
    public void Conference_OfTheSamples_IsWhatItsReportSays()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples/moscow-conference-2021-10-20.txt"));
        ledger.Open().Enter(EntryFile.Read(Repository.Find("samples/moscow-conference-2021-10-20.yaml")), new DecideOptions { Who = "test" });
        var answer = ledger.Ask(new ConferenceQuestion { Id = "moscow-2021-10-20" });
        Assert.Equal(("Russia", "Moscow", "RUS", new DateOnly(2021, 10, 20), "UTC+3"), (answer.Host, answer.City, answer.Country, answer.FirstDay, answer.Zone));
        Assert.Contains("yesterday", answer.DayBasis, StringComparison.Ordinal);
        Assert.Contains("not certain", answer.DayBasis, StringComparison.Ordinal);
        Assert.Equal(["Russia", "Taliban", "China", "India", "Iran", "Pakistan", "countries of Central Asia"], answer.Participants.Where(party => party.Role != ParticipantRole.Absentee).Select(party => party.Party));
        var absent = answer.Participants.Single(party => party.Role == ParticipantRole.Absentee);
        Assert.Equal(("United States", "USA", "technical reasons", Said.Yes, "it may come to a later round"), (absent.Party, absent.Iso3, absent.AbsenceReason, absent.MayAttendLater, absent.LaterWords));
        var call = Assert.Single(answer.Calls);
        Assert.Equal(("Russia", "the international community", "Kabul", "AFG", null), (call.Party, call.To, call.For, Assert.Single(call.Countries), call.Amount));
        Assert.Contains(answer.Statements, statement => statement.Party == "Taliban" && statement.Words.Contains("held abroad", StringComparison.Ordinal));
        Assert.Empty(answer.Pledges);
        Assert.Contains("No party pledged anything, as far as the evidence goes.", ConferenceTables.Of(answer).Notes);
        var pledges = ledger.Ask(new PledgesQuestion { Conference = "moscow-2021-10-20" });
        Assert.Contains("No party pledged anything, as far as the evidence goes.", PledgesTables.Of(pledges).Notes);
        Assert.Equal([("United States", (bool?)false)], pledges.Parties.Where(party => party.Attended == false).Select(party => (party.Party, party.Attended)));
        var text = File.ReadAllText(Repository.Find("samples/moscow-conference-2021-10-20.txt"));
        Assert.All(answer.Statements, statement => Assert.Contains(statement.Quotation!, text, StringComparison.Ordinal));
    }
}
