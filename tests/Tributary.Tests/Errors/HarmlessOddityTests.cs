using System.Text;
using Tributary.Import;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Errors;

/// <summary>What looks odd and is not: accepted, and said to be nothing.</summary>
public sealed class HarmlessOddityTests
{
    private const string Csv = "id,amountUSD,status,boundary,onBoundary,destUsageYearStart,destPlanId,description\n7001,100,paid,incoming,single,2020,900,\"Wells\nand pumps\"\n";

    public static TheoryData<string, byte[], string> Documents() => new()
    {
        { "a byte-order mark before JSON", [0xEF, 0xBB, 0xBF, .. Page()], ".json" },
        { "a byte-order mark before CSV", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)], ".csv" },
        { "CRLF in JSON", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Page()).Replace(",", ",\r\n", StringComparison.Ordinal)), ".json" },
        { "CRLF in CSV", Encoding.UTF8.GetBytes(Csv.Replace("\n", "\r\n", StringComparison.Ordinal)), ".csv" },
        { "no line end at the end", Encoding.UTF8.GetBytes(Csv.TrimEnd()), ".csv" },
        { "empty lines", Encoding.UTF8.GetBytes(Csv + "\n\n"), ".csv" },
        { "white space around JSON", [.. "\n  "u8, .. Page(), .. " \n\n"u8], ".json" },
        { "a name that says something else", Page(), ".csv" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Import_HarmlessOddity_IsTakenWithoutAWord(string why, byte[] document, string extension)
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        var report = Assert.Single(ledger.Import(folder.Write(document, extension)).Documents);
        Assert.Equal((why, DocumentOutcome.Imported, 0), (why, report.Outcome, report.Issues.Count));
        Assert.Equal(100m, ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
    }

    private static byte[] Page() => Encoding.UTF8.GetBytes(FlowBuilder.Page(new FlowBuilder { Id = 7001 }));
}
