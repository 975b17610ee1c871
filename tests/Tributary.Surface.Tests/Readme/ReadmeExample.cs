using Tributary.Import;
using Tributary.Questions;

namespace Tributary.Surface.Tests.Readme;

/// <summary>The example of README.md. The lines of <see cref="Run"/> are those of the README, which a test compares.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        new Importer("my-ledger").Import(["samples"], new ImportOptions { Who = "analyst" });

        using var ledger = Ledger.Open("my-ledger");
        var funding = ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] });
        Console.WriteLine($"{funding.FundingUsd:N0} in {funding.FlowCount} flows, as of {funding.AsOf:yyyy-MM-dd}");

        foreach (var flow in ledger.Ask(new ExplainQuestion { Countries = ["AFG"], Years = [2020] }).Flows)
        {
            Console.WriteLine($"{flow.Flow.AmountUsd:N0}  {flow.Flow.Donor}  {flow.Flow.Source}");
        }
    }
}
