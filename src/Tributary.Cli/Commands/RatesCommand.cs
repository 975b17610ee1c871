using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tributary.Import;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>rates import|show|convert</c></summary>
internal static class RatesCommand
{
    public static Command Create(Surface surface) => new("rates", "Exchange rates: which the ledger has, what they were on a day, and amounts converted by them")
    {
        CreateImport(surface),
        CreateShow(surface),
        CreateConvert(surface),
    };

    private static Command CreateImport(Surface surface) => ImportCommand.Create(surface, new Command("import", "Take published tables of exchange rates in: the ECB's and the IMF's"), ExpectedDocuments.Rates,
        "tributary rates import eurofxref-hist.csv", "tributary rates import imf-rates.csv --day 2021-04-10");

    private static Command CreateShow(Surface surface)
    {
        var currency = CommonOptions.Currency("--currency", "Only rates of this currency");
        var day = CommonOptions.Day("--day", "The rates that stand for a day");
        var show = new Command("show", "Which exchange rates the ledger has; or what they were on a day") { currency, day };
        var limit = LineLimit.AddTo(show);
        return AnswerCommand.Create<RatesQuestion, RatesAnswer>(surface, show, parsed => new RatesQuestion { Currency = parsed.GetValue(currency), Day = parsed.GetValue(day) },
            (answer, _) => RatesTables.Of(answer), limit, "tributary rates show", "tributary rates show --currency AFN", "tributary rates show --day 2020-03-05 --format csv");
    }

    private static Command CreateConvert(Surface surface)
    {
        var amount = new Argument<decimal>("AMOUNT") { Description = "The amount, such as 960000000 or 12.50", CustomParser = ParseAmount };
        var from = new Argument<Currency?>("CODE") { Description = "Its currency, such as GBP", CustomParser = CommonOptions.ParseCurrency };
        var to = CommonOptions.Currency("--to", "The currency wanted");
        to.Required = true;
        var day = CommonOptions.Day("--day", "The day whose rate is wanted");
        day.Required = true;
        var convert = new Command("convert", "An amount in another currency by the rate of a day, with the rate and where it is stated") { amount, from, to, day };
        return AnswerCommand.Create<ConvertQuestion, ConvertAnswer>(surface, convert, parsed => new ConvertQuestion { Amount = new Amount(parsed.GetValue(amount), parsed.GetValue(from)!.Value), To = parsed.GetValue(to)!.Value, Day = parsed.GetValue(day)!.Value },
            (answer, _) => RatesTables.Of(answer), limit: null, "tributary rates convert 960000000 GBP --to USD --day 2021-10-20", "tributary rates convert 5000 AFN --to EUR --day 2021-03-07 --format json");
    }

    private static decimal ParseAmount(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        result.AddError($"{result.Argument.Name} '{text}': not an amount; expected digits with a point before decimal places, such as 1250000.50");
        return 0;
    }
}
