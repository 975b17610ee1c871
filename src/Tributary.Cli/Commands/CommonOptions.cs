using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    Table,
    Json,
    Csv,
}

/// <summary>Options that many commands have.</summary>
internal static class CommonOptions
{
    public const string LedgerName = "--ledger";

    public static Option<string> Ledger(Surface surface)
    {
        var ledger = new Option<string>(LedgerName)
        {
            Description = "The ledger's folder (else TRIBUTARY_LEDGER, else ./ledger)",
            HelpName = "DIR",
            Recursive = true,
            // Without a folder it is what `screen --ledger` screens; elsewhere that is refused.
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => surface.DefaultLedger,
        };
        ledger.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError($"{LedgerName} '': empty; expected a folder");
            if (result is { Implicit: false, Tokens.Count: 0 } && !ScreensLedger(result)) result.AddError($"{LedgerName}: no folder; expected one; give it, or leave the option out for {surface.DefaultLedger}");
            // The analytical store takes what follows a question mark for parameters.
            if (result.Tokens is [{ Value: var folder }] && folder.Contains('?', StringComparison.Ordinal)) result.AddError($"{LedgerName} '{folder}': a question mark in the name; expected a folder without; rename it");
        });
        return ledger;
    }

    public static Option<AnswerFormat> Format()
    {
        var format = new Option<AnswerFormat>("--format") { Description = "How to write the answer: table (unless given), json or csv", HelpName = "table|json|csv" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        return format;
    }

    /// <summary>Flows by their ids.</summary>
    public static Argument<long[]> Flows(string name, string description, ArgumentArity arity)
    {
        var flows = new Argument<long[]>(name) { Description = description, Arity = arity, HelpName = name };
        flows.CustomParser = result => [.. result.Tokens.Select(token => ParseFlow(result, token.Value))];
        return flows;
    }

    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = ParseDay };

    public static Option<Currency?> Currency(string name, string description) => new(name) { Description = description, HelpName = "CODE", CustomParser = ParseCurrency };

    /// <summary>Reads a currency's code; adds an error for another text.</summary>
    public static Currency? ParseCurrency(ArgumentResult result)
    {
        var text = result.Tokens[0].Value.ToUpperInvariant();
        if (Currencies.Contains(text)) return new Currency(text);
        result.AddError($"{result.Argument.Name} '{result.Tokens[0].Value}': no currency; expected a code of ISO 4217, such as AFN");
        return null;
    }

    /// <summary>The currency into which answers about IATI activities convert.</summary>
    public static Option<Currency?> ConvertTo() => Currency("--currency", "Convert into this currency, each transaction at the rate of its day (`tributary rates`)");

    /// <summary>Seconds to wait for another writer.</summary>
    public static Option<int> Wait()
    {
        var wait = new Option<int>("--wait") { Description = "Seconds to wait for another writer", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
        wait.Validators.Add(result => RefuseOutside(result, 0, 86_400));
        return wait;
    }

    /// <summary>Adds an error for a number out of bounds.</summary>
    public static void RefuseOutside(OptionResult result, int least, int most)
    {
        foreach (var token in result.Tokens)
        {
            if (int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) continue;
            result.AddError($"{result.Option.Name} '{token.Value}': not a whole number from {least} to {most}");
        }
    }

    /// <summary>Whether a command line names a ledger, with or without its folder.</summary>
    public static bool IsLedgerNamed(CommandResult result) => result.GetResult(LedgerName) is OptionResult { Implicit: false };

    public static string LedgerOf(ParseResult parsed) => parsed.GetValue<string>(LedgerName)!;

    private static bool ScreensLedger(OptionResult result) => result.Parent is CommandResult { Command.Name: ScreenCommand.Name };

    private static long ParseFlow(ArgumentResult result, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0) return id;
        result.AddError($"{result.Argument.Name} '{text}': not the id of a flow; expected a whole number, such as 208329");
        return 0;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"{result.Argument.Name} '{text}': not a day; expected YYYY-MM-DD, such as 2021-03-05");
        return null;
    }
}

/// <summary>The filters that questions about flows share. Repeated values are alternatives; different filters must all hold.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _country = List("--country", "ISO3|NAME", "Destination country (ISO 3166 code or name)");
    private readonly Option<string[]> _plan = List("--plan", "ID|CODE", "Destination plan (FTS id or code)");
    private readonly Option<int[]> _year = new("--year") { Description = "Destination usage year", HelpName = "YEAR", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string[]> _emergency = List("--emergency", "ID|NAME", "Destination emergency");
    private readonly Option<string[]> _cluster = List("--cluster", "ID|NAME", "Destination cluster, of the plan or global");
    private readonly Option<string[]> _donor = List("--donor", "ID|NAME", "Source organisation");
    private readonly Option<string[]> _recipient = List("--recipient", "ID|NAME", "Destination organisation");
    private readonly Option<FlowStatus[]> _status = new("--status") { Description = "pledge, commitment or paid", HelpName = "STATUS" };
    private readonly Option<string> _onPlan = new("--on-plan") { Description = "Only flows with (yes) or without (no) a destination plan", HelpName = "yes|no" };

    private readonly Option<bool> _withoutDuplicates = new("--without-duplicates") { Description = "Leave out flows that were settled as reports of another flow" };

    public FilterOptions(Command command)
    {
        _onPlan.AcceptOnlyFromAmong("yes", "no");
        _year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
        _status.AcceptOnlyFromAmong("pledge", "commitment", "paid");
        foreach (var option in (ReadOnlySpan<Option>)[_country, _plan, _year, _emergency, _cluster, _donor, _recipient, _status, _onPlan, _withoutDuplicates]) command.Options.Add(option);
    }

    /// <summary>The question with the filters that were given.</summary>
    public T Fill<T>(ParseResult parsed, T question) where T : FlowFilter => question with
    {
        Countries = parsed.GetValue(_country) ?? [],
        Plans = parsed.GetValue(_plan) ?? [],
        Years = parsed.GetValue(_year) ?? [],
        Emergencies = parsed.GetValue(_emergency) ?? [],
        Clusters = parsed.GetValue(_cluster) ?? [],
        Donors = parsed.GetValue(_donor) ?? [],
        Recipients = parsed.GetValue(_recipient) ?? [],
        Statuses = parsed.GetValue(_status) ?? [],
        OnPlan = parsed.GetValue(_onPlan) is { } onPlan ? onPlan == "yes" : null,
        WithoutDuplicates = parsed.GetValue(_withoutDuplicates),
    };

    private static Option<string[]> List(string name, string help, string description) => new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = false };
}
