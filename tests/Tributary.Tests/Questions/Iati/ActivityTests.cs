using Tributary.Questions;
using Tributary.Tables;
using static Tributary.Tests.Questions.Iati.IatiSample;

namespace Tributary.Tests.Questions.Iati;

/// <summary>All that is stated of one activity.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void Activity_OfWhateverElements_LosesNothing()
    {
        using var ledger = Ledger(File(Activity("A",
            "<description type=\"1\"><narrative>Wells</narrative><narrative xml:lang=\"fr\">Puits</narrative></description><participating-org role=\"4\" ref=\"XX-1\"><narrative>Builder</narrative></participating-org>"
            + "<result type=\"1\"><title><narrative>Water</narrative></title><indicator measure=\"1\"><title><narrative>Wells dug</narrative></title></indicator><indicator measure=\"2\"><title><narrative>Users</narrative></title></indicator></result>"
            + Transaction("5", inside: "<provider-org ref=\"XX-2\" provider-activity-id=\"XX-2-A\"/><receiver-org><narrative>Builder</narrative></receiver-org>"))));
        var answer = ledger.Ask(new ActivityQuestion { Id = "a" });
        Assert.Equal(("A", "Activity A"), (answer.Id, answer.Title));
        Assert.Equal(("implementing", "Builder"), (answer.Parties[0].Role, answer.Parties[0].Organisation.Name));
        var transaction = Assert.Single(answer.Transactions);
        Assert.Equal(("disbursement", 5m, "XX-2-A", "Builder"), (transaction.TypeName, transaction.Amount, transaction.Provider!.ActivityId, transaction.Receiver!.Name));
        var lines = answer.Details.ToDictionary(line => line.Path, line => line);
        Assert.Equal("Puits", lines["description/narrative[2]"].Text);
        Assert.Equal(new DetailAttribute("xml:lang", "fr"), Assert.Single(lines["description/narrative[2]"].Attributes));
        Assert.Equal("Users", lines["result/indicator[2]/title/narrative"].Text);
        Assert.Equal([new DetailAttribute("measure", "2")], lines["result/indicator[2]"].Attributes);
        Assert.Contains(ActivityTables.Of(answer).Tables, table => table.Rows.Any(row => row.Contains("Wells dug")));
    }

    [Fact]
    public void Activity_StatedSeveralTimes_SaysWhichCountsAndWhy()
    {
        using var ledger = Ledger(
            File(Activity("A", "", "last-updated-datetime=\"2021-01-01T00:00:00Z\"")),
            File(Activity("A", "", "last-updated-datetime=\"2020-01-01T00:00:00Z\"")));
        Assert.Equal([(true, "the latest word"), (false, "another was changed later")], ledger.Ask(new ActivityQuestion { Id = "A" }).Statements.Select(statement => (statement.Counts, statement.Why)));
    }

    [Fact]
    public void Activity_AnswersPlansOfTheLedger()
    {
        using var ledger = Ledger(File(Activity("A", "<humanitarian-scope type=\"2\" vocabulary=\"2-1\" code=\"HAFG20\"/><related-activity type=\"1\" ref=\"B\"/>"), Activity("B", "")));
        ledger.Import(Repository.Find("samples/afghanistan-2020-plans.json"));
        ledger.Close();
        var answer = ledger.Ask(new ActivityQuestion { Id = "A" });
        Assert.Equal(929, Assert.Single(answer.Scopes).PlanId);
        Assert.Equal(("parent", "B", "Activity B", true), (answer.Related[0].Relation, answer.Related[0].Id, answer.Related[0].Title, answer.Related[0].IsKnown));
    }

    [Theory]
    [InlineData("XM-1-10", "'XM-1-100'")]
    [InlineData("xm-1-1001", "'XM-1-100'")]
    [InlineData("zz", "`tributary activities` lists them")]
    [InlineData("' OR 1=1", "`tributary activities` lists them")]
    public void Activity_Unknown_SuggestsNearOnes(string id, string suggested)
    {
        using var ledger = Ledger(File(Activity("XM-1-100", ""), Activity("YY-9", "")));
        Assert.Contains(suggested, Assert.Throws<UnknownValueException>(() => ledger.Ask(new ActivityQuestion { Id = id })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activity_WithoutAnIdentifier_IsListedAndCounted()
    {
        using var ledger = Ledger(File("<iati-activity default-currency=\"USD\">" + Transaction("5") + "</iati-activity>", "<iati-activity default-currency=\"USD\">" + Transaction("7") + "</iati-activity>"));
        var answer = ledger.Ask(new ActivitiesQuestion());
        Assert.Equal((2, 12m), (answer.ActivityCount, answer.Totals[0].Spent));
        Assert.Equal("Not specified", answer.Activities[0].Publisher);
    }

    [Fact]
    public void Tables_OfAnActivity_HaveNoCellThatMovesTheCursor()
    {
        using var ledger = Ledger(File(Activity("A", "<description><narrative>one\ntwo</narrative></description>")));
        Assert.All(ActivityTables.Of(ledger.Ask(new ActivityQuestion { Id = "A" })).Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => Assert.DoesNotContain('\n', CellText.Of(cell, Cells.Text)));
    }
}
