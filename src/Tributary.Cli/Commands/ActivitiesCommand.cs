using System.CommandLine;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>activities</c></summary>
internal static class ActivitiesCommand
{
    private static readonly string[] Groupings = ["publisher", "country", "sector", "cluster", "type", "humanitarian"];

    public static Command Create(Surface surface)
    {
        var by = new Option<string?>("--by") { Description = "Sums of transactions instead of activities", HelpName = string.Join('|', Groupings) };
        by.AcceptOnlyFromAmong(Groupings);
        var vocabulary = new Option<string?>("--vocabulary") { Description = "With --by sector: the vocabulary of sectors (1 unless given, the OECD's five digits)", HelpName = "CODE" };
        var command = new Command("activities", "Activities of IATI and their transactions; or sums of these by publisher, country, sector, cluster, type or humanitarian flag") { by, vocabulary };
        command.Validators.Add(result =>
        {
            if (result.GetValue(vocabulary) is not null && result.GetValue(by) != "sector") result.AddError("--vocabulary: it is for sectors; expected --by sector");
        });
        var filters = new ActivityOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create(surface, command,
            (asked, token) => asked.Parsed.GetValue(by) is { } grouping
                ? asked.Answer<ActivitySumsQuestion, ActivitySumsAnswer>(filters.Fill(asked.Parsed, new ActivitySumsQuestion { By = Enum.Parse<ActivityGrouping>(grouping, ignoreCase: true), SectorVocabulary = asked.Parsed.GetValue(vocabulary) ?? "1" }), ActivitySumsTables.Of, limit, token)
                : asked.Answer<ActivitiesQuestion, ActivitiesAnswer>(filters.Fill(asked.Parsed, new ActivitiesQuestion()), ActivitiesTables.Of, limit, token),
            "tributary activities --country AFG --humanitarian yes",
            "tributary activities --plan HAFG20 --by publisher --currency USD",
            "tributary activities --publisher XI-IATI-EC_ECHO --by cluster --year 2020 --format json");
    }
}

/// <summary>The filters that questions about activities share. Repeated values are alternatives; different filters must all hold.</summary>
internal sealed class ActivityOptions
{
    private readonly Option<string[]> _country = new("--country") { Description = "Recipient country (ISO 3166 code or name)", HelpName = "ISO3|NAME" };
    private readonly Option<string[]> _publisher = new("--publisher") { Description = "Reporting organisation (identifier or name)", HelpName = "REF|NAME" };
    private readonly Option<string> _humanitarian = new("--humanitarian") { Description = "Only transactions that are humanitarian (yes) or are not (no)", HelpName = "yes|no" };
    private readonly Option<string[]> _sector = new("--sector") { Description = "Sector of the OECD, such as 72010, or of another vocabulary, such as 2:720", HelpName = "CODE" };
    private readonly Option<string[]> _cluster = new("--cluster") { Description = "Global cluster (IATI's number or name)", HelpName = "N|NAME" };
    private readonly Option<string[]> _plan = new("--plan") { Description = "Plan that the activity answers (FTS id or code)", HelpName = "ID|CODE" };
    private readonly Option<string[]> _emergency = new("--emergency") { Description = "Emergency that the activity answers (GLIDE number)", HelpName = "GLIDE" };
    private readonly Option<string[]> _status = new("--status") { Description = "Status of the activity, such as implementation or closed", HelpName = "STATUS" };
    private readonly Option<int[]> _year = new("--year") { Description = "Year of the transaction's day", HelpName = "YEAR" };
    private readonly Option<Currency?> _currency = CommonOptions.ConvertTo();

    public ActivityOptions(Command command)
    {
        _humanitarian.AcceptOnlyFromAmong("yes", "no");
        _year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
        foreach (var option in (ReadOnlySpan<Option>)[_country, _publisher, _humanitarian, _sector, _cluster, _plan, _emergency, _status, _year, _currency]) command.Options.Add(option);
    }

    /// <summary>The question with the filters that were given.</summary>
    public T Fill<T>(ParseResult parsed, T question) where T : ActivityFilter => question with
    {
        Countries = parsed.GetValue(_country) ?? [],
        Publishers = parsed.GetValue(_publisher) ?? [],
        IsHumanitarian = parsed.GetValue(_humanitarian) is { } flag ? flag == "yes" : null,
        Sectors = parsed.GetValue(_sector) ?? [],
        Clusters = parsed.GetValue(_cluster) ?? [],
        Plans = parsed.GetValue(_plan) ?? [],
        Emergencies = parsed.GetValue(_emergency) ?? [],
        Statuses = parsed.GetValue(_status) ?? [],
        Years = parsed.GetValue(_year) ?? [],
        ConvertTo = parsed.GetValue(_currency),
    };
}
