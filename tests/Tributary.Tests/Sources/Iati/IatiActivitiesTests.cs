using System.Text;
using Tributary.Activities;

namespace Tributary.Tests.Sources.Iati;

/// <summary>What the reader makes of the amounts, days, codes and shares of activities.</summary>
public sealed class IatiActivitiesTests
{
    [Theory]
    [InlineData("USD", null, "USD", CurrencyBasis.Default)]
    [InlineData("USD", "EUR", "EUR", CurrencyBasis.Stated)]
    [InlineData("usd", null, "USD", CurrencyBasis.Default)]
    [InlineData("USD", " eur ", "EUR", CurrencyBasis.Stated)]
    [InlineData("USD", "", "USD", CurrencyBasis.Default)]
    [InlineData(null, "EUR", "EUR", CurrencyBasis.Stated)]
    [InlineData(null, null, null, CurrencyBasis.None)]
    public void Amount_Currency_IsItsOwnElseTheDefault(string? byDefault, string? stated, string? currency, CurrencyBasis basis)
    {
        var kept = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction("5", currency: stated), attributes: byDefault is null ? "" : $"default-currency=\"{byDefault}\"")));
        var amount = Assert.Single(kept.Only.Transactions).Amount;
        Assert.Equal((5m, currency, basis), (amount.Value, amount.Currency, amount.Basis));
        Assert.Equal(basis == CurrencyBasis.None ? "iati-currency-missing" : "", kept.Codes);
    }

    [Theory]
    [InlineData("-150.25", "-150.25")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("1112742.39948867", "1112742.39948867")]
    [InlineData("4e-5", "0.00004")]
    [InlineData("1.5E3", "1500")]
    [InlineData("\n  12.5\n", "12.5")]
    [InlineData("<![CDATA[7]]><!-- and -->5", "75")]
    [InlineData("&#49;0", "10")]
    public void Amount_AsItIsWritten_IsReadExactly(string text, string value)
    {
        var kept = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction(text))));
        Assert.Equal(value, Assert.Single(kept.Only.Transactions).Amount.Value!.Value.ToString("0.##################", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("", kept.Codes);
    }

    [Theory]
    [InlineData("1,000.00")]
    [InlineData("1.000,00")]
    [InlineData("USD 5")]
    [InlineData("")]
    [InlineData("1e-30")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("123456789012345678901")]
    [InlineData("12345678901234567890.1234567891")]
    [InlineData("NaN")]
    [InlineData("٣")]
    public void Amount_ThatCannotBeKeptExactly_IsInNoSumAndKeptAsText(string text)
    {
        var kept = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction(text))));
        var transaction = Assert.Single(kept.Only.Transactions);
        Assert.Null(transaction.Amount.Value);
        Assert.Equal("iati-amount-unreadable", kept.Codes);
        Assert.Contains($"[\"value\",{{\"value-date\":\"2020-03-31\"}}{(text.Length == 0 ? "" : $",\"{text}\"")}]", transaction.Details, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_OfATransaction_AreThatOfMakingAndThatOfConverting()
    {
        var transaction = Assert.Single(KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction("5")))).Only.Transactions);
        Assert.Equal((new DateOnly(2020, 2, 1), new DateOnly(2020, 3, 31)), (transaction.Date, transaction.Amount.ValueDate));
    }

    [Theory]
    [InlineData("<transaction-type code=\"D\"/>", "3", "")]
    [InlineData("<transaction-type code=\"IF\"/>", "1", "")]
    [InlineData("<transaction-type code=\"CG\"/>", "10", "")]
    [InlineData("<transaction-type code=\"12\"/>", "12", "")]
    [InlineData("<transaction-type code=\"OWN\"/>", "OWN", "")]
    [InlineData("<transaction-type/>", null, "iati-transaction-type-missing")]
    [InlineData("", null, "iati-transaction-type-missing")]
    public void Type_OldNewOrNone_IsThatOfTheStandard(string element, string? type, string codes)
    {
        var kept = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity($"<transaction>{element}<transaction-date iso-date=\"2020-02-01\"/><value>1</value></transaction>")));
        Assert.Equal((type, codes), (Assert.Single(kept.Only.Transactions).Type, kept.Codes));
    }

    [Theory]
    [InlineData("humanitarian=\"1\"", true)]
    [InlineData("humanitarian=\"true\"", true)]
    [InlineData("humanitarian=\"0\"", false)]
    [InlineData("humanitarian=\"false\"", false)]
    [InlineData("humanitarian=\"perhaps\"", null)]
    [InlineData("", null)]
    public void Flag_OfATransaction_IsItsOwn(string attributes, bool? flag)
    {
        var activity = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(ActivityXml.Transaction("5", attributes: attributes), attributes: "humanitarian=\"1\" default-currency=\"USD\""))).Only;
        Assert.Equal((true, flag), (activity.IsHumanitarian, Assert.Single(activity.Transactions).IsHumanitarian));
    }

    [Fact]
    public void Shares_OnBothLevels_StayApart()
    {
        var activity = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity("<recipient-country code=\"AF\"/><sector code=\"14030\"/>"
            + ActivityXml.Transaction("5", "<sector code=\"15110\"/><recipient-region code=\"689\"/><recipient-country code=\"PK\"/>")))).Only;
        Assert.Equal("Country  AF; Sector 1 14030", Text(activity.Shares));
        Assert.Equal("Sector 1 15110; Region 1 689; Country  PK", Text(activity.Transactions[0].Shares));
    }

    [Theory]
    [InlineData("33.33 33.33 33.33", "")]
    [InlineData("33.3 33.3 33.4", "")]
    [InlineData("100.04", "")]
    [InlineData("50 50.1", "iati-percentages-not-100")]
    [InlineData("100.1", "iati-percentages-not-100")]
    [InlineData("0", "iati-percentages-not-100")]
    [InlineData("0 100", "")]
    [InlineData("60", "iati-percentages-not-100")]
    [InlineData("50 -", "iati-percentages-not-100")]
    [InlineData("- -", "iati-percentages-not-100")]
    [InlineData("-", "")]
    [InlineData("100%", "")]
    [InlineData("half", "iati-percentage-unreadable")]
    public void Percentages_ThatAreNoHundred_AreReported(string percentages, string codes)
    {
        var sectors = percentages.Split(' ').Select((percentage, at) => $"<sector code=\"{at}\"{(percentage == "-" ? "" : $" percentage=\"{percentage}\"")}/>");
        Assert.Equal(codes, KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(string.Concat(sectors)))).Codes);
    }

    [Theory]
    [InlineData("<recipient-country code=\"AF\" percentage=\"60\"/><recipient-region code=\"689\" percentage=\"40\"/>", "")]
    [InlineData("<recipient-country code=\"AF\" percentage=\"60\"/><recipient-region code=\"689\" percentage=\"40\"/><recipient-region vocabulary=\"99\" code=\"X\" percentage=\"40\"/>", "")]
    [InlineData("<recipient-country code=\"AF\" percentage=\"60\"/><recipient-region code=\"689\" percentage=\"50\"/>", "iati-percentages-not-100")]
    [InlineData("<sector code=\"1\" percentage=\"100\"/><sector vocabulary=\"10\" code=\"WSH\" percentage=\"100\"/>", "")]
    [InlineData("<sector code=\"1\" percentage=\"50\"/><sector vocabulary=\"10\" code=\"WSH\" percentage=\"50\"/>", "iati-percentages-not-100*2")]
    public void Percentages_OfEachVocabulary_MakeAHundred(string shares, string codes) => Assert.Equal(codes, KeptActivities.Of(ActivityXml.File(ActivityXml.Activity(shares))).Codes);

    [Fact]
    public void Read_OfVersionOne_IsAsOfVersionTwo()
    {
        var activity = KeptActivities.Of("""
            <iati-activities version="1.04"><iati-activity default-currency="GBP"><iati-identifier>XI-OLD-1</iati-identifier><reporting-org ref="XI-OLD">An office</reporting-org><title>Roads</title>
            <participating-org role="Funding" ref="GB">A government</participating-org><activity-date type="start-actual" iso-date="2010-01-02"/><activity-date type="end-planned">2011-03-31Z</activity-date>
            <sector vocabulary="DAC" code="21020"/><budget type="Original"><value>3</value></budget><transaction><transaction-type code="C">Commitment</transaction-type><transaction-date iso-date="2010-04-01Z"/><value>2</value></transaction></iati-activity></iati-activities>
            """).Only;
        Assert.Equal(("1.04", "XI-OLD", "An office", "Roads"), (activity.Version, activity.Reporter!.Ref, activity.Reporter.Name, activity.Title));
        Assert.Equal(("1", "A government"), (activity.Parties[0].Role, activity.Parties[0].Organisation.Name));
        Assert.Equal(new ActivityDates(null, new DateOnly(2010, 1, 2), new DateOnly(2011, 3, 31), null), activity.Dates);
        Assert.Equal(("1", "1", "2", new DateOnly(2010, 4, 1)), (activity.Shares[0].Vocabulary, activity.Budgets[0].Type, activity.Transactions[0].Type, activity.Transactions[0].Date));
    }

    [Fact]
    public void Names_OfAnotherNamespace_AreNotTheStandards()
    {
        var activity = KeptActivities.Of(ActivityXml.File(ActivityXml.Activity("<title><narrative>Ours</narrative></title>").Replace("<iati-activity ", "<iati-activity xmlns:x=\"http://example.org/x\" x:humanitarian=\"1\" ", StringComparison.Ordinal)
            .Replace("<title>", "<x:title><x:narrative>Theirs</x:narrative></x:title><title xmlns:y=\"http://example.org/y\" y:code=\"1\">", StringComparison.Ordinal))).Only;
        Assert.Equal(("Ours", null), (activity.Title, activity.IsHumanitarian));
        Assert.Equal("""["iati-activity",{"x:humanitarian":"1"},["x:title",["x:narrative","Theirs"]],["title",{"y:code":"1"},["narrative","Ours"]]]""", activity.Details);
    }

    [Fact]
    public void Read_WithAPrefixForTheStandardsOwnNamespace_IsAsWithout() => Assert.Equal("XI-TEST-1",
        KeptActivities.Of("<i:iati-activities xmlns:i=\"http://example.org/i\" version=\"2.03\"><i:iati-activity><i:iati-identifier>XI-TEST-1</i:iati-identifier></i:iati-activity></i:iati-activities>").Only.Id);

    public static TheoryData<string> Encodings() => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "iso-8859-1", "windows-1252", "windows-1251"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_InAnyEncoding_IsTheSame(string name)
    {
        var title = name == "windows-1251" ? "Колодцы" : name == "windows-1252" ? "Puits – l’eau à Zürich" : "Puits à Zürich";
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false), "utf-8-bom" => new UTF8Encoding(true), "utf-16" => new UnicodeEncoding(false, true), "utf-16BE" => new UnicodeEncoding(true, true),
            "iso-8859-1" => Encoding.Latin1, _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
        };
        var text = ActivityXml.File(ActivityXml.Activity($"<title><narrative>{title}</narrative></title>")).Replace("UTF-8", name.Split("-bom")[0].Replace("16BE", "16", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(title, KeptActivities.Of([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Only.Title);
    }

    [Fact]
    public void Read_OnOneLineOrOnManyWithAnyLineEnd_IsTheSame()
    {
        var file = ActivityXml.File(ActivityXml.Everything);
        var minified = System.Xml.Linq.XDocument.Parse(file).ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
        Assert.DoesNotContain('\n', minified);
        var expected = KeptActivities.Of(file).Only;
        foreach (var other in new[] { minified, file.ReplaceLineEndings("\r\n"), file.Replace("<title>", "<!-- a comment --><?x y?><title>", StringComparison.Ordinal) })
        {
            var activity = KeptActivities.Of(other).Only;
            Assert.Equal((expected.Details, expected.Title, expected.Dates, expected.Defaults), (activity.Details, activity.Title, activity.Dates, activity.Defaults));
            Assert.Equal(expected.Shares, activity.Shares);
            Assert.Equal(expected.Transactions.Select(transaction => transaction with { Line = 0, Shares = [] }), activity.Transactions.Select(transaction => transaction with { Line = 0, Shares = [] }));
            Assert.Equal(expected.Budgets.Select(budget => budget with { Line = 0 }), activity.Budgets.Select(budget => budget with { Line = 0 }));
        }
    }

    [Fact]
    public void Read_OfOrganisations_HasTheirBudgets()
    {
        var organisation = Assert.Single(KeptActivities.Of(ActivityXml.OrganisationsFile(ActivityXml.Organisation)).Organisations);
        Assert.Equal(("XI-TEST", "An office", "EUR"), (organisation.Id, organisation.Name, organisation.DefaultCurrency));
        Assert.Equal(
            [(BudgetKind.Total, 1000.5m, "CHF", null), (BudgetKind.RecipientOrganisation, 11m, "EUR", "XI-R"), (BudgetKind.RecipientRegion, 12m, "EUR", "298"), (BudgetKind.RecipientCountry, 13m, "EUR", "AF"), (BudgetKind.TotalExpenditure, 14m, "EUR", null)],
            organisation.Budgets.Select(budget => (budget.Kind, budget.Amount.Value!.Value, budget.Amount.Currency!, budget.Recipient)));
    }

    private static string Text(IEnumerable<ActivityShare> shares) => string.Join("; ", shares.Select(share => $"{share.Kind} {share.Vocabulary} {share.Code}"));
}
