namespace Tributary.Tests.Questions.Iati;

/// <summary>Writes small files of activities.</summary>
internal static class IatiSample
{
    public const string Publisher = "XM-TEST-1";

    /// <summary>A file with some activities.</summary>
    public static string File(params string[] activities) => $"<iati-activities version=\"2.03\">\n{string.Join('\n', activities)}\n</iati-activities>";

    /// <summary>An activity with what is inside.</summary>
    public static string Activity(string id, string inside, string attributes = "default-currency=\"USD\"", string publisher = Publisher) =>
        $"<iati-activity {attributes}><iati-identifier>{id}</iati-identifier><reporting-org ref=\"{publisher}\" type=\"40\"><narrative>Publisher {publisher}</narrative></reporting-org><title><narrative>Activity {id}</narrative></title>{inside}</iati-activity>";

    /// <summary>A transaction.</summary>
    public static string Transaction(string value, string type = "3", string inside = "", string attributes = "", string currency = "", string date = "2020-05-01") =>
        $"<transaction {attributes}><transaction-type code=\"{type}\"/><transaction-date iso-date=\"{date}\"/><value value-date=\"{date}\" {currency}>{value}</value>{inside}</transaction>";

    public static string Country(string code, string? percentage = null) => $"<recipient-country code=\"{code}\"{Percentage(percentage)}/>";

    public static string Region(string code, string? percentage = null, string vocabulary = "1") => $"<recipient-region vocabulary=\"{vocabulary}\" code=\"{code}\"{Percentage(percentage)}/>";

    public static string Sector(string code, string? percentage = null, string vocabulary = "1") => $"<sector vocabulary=\"{vocabulary}\" code=\"{code}\"{Percentage(percentage)}/>";

    /// <summary>A ledger with these files, the later ones of later days.</summary>
    public static TempLedger Ledger(params string[] files)
    {
        var ledger = new TempLedger();
        using var folder = new TempFolder();
        for (var index = 0; index < files.Length; index++) ledger.Import(TempLedger.Day.AddDays(index), folder.Write(files[index], ".xml"));
        return ledger;
    }

    private static string Percentage(string? percentage) => percentage is null ? "" : $" percentage=\"{percentage}\"";
}
