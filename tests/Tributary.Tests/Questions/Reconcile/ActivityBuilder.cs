using System.Security;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>A transaction of our own making, between two organisations in Afghanistan unless it says otherwise.</summary>
internal sealed record TransactionBuilder
{
    public string Type { get; init; } = "2";

    public string? Reference { get; init; }

    public string Date { get; init; } = "2020-03-01";

    public string Value { get; init; } = "100000";

    public string Currency { get; init; } = "USD";

    public string? Provider { get; init; } = "Land of Plenty Aid";

    public string? Receiver { get; init; } = "Helping Hands Federation";

    public string ToXml() => $"""
        <transaction{(Reference is null ? "" : $" ref=\"{SecurityElement.Escape(Reference)}\"")}><transaction-type code="{Type}"/><transaction-date iso-date="{Date}"/><value currency="{Currency}" value-date="{Date}">{Value}</value>{Party("provider-org", Provider)}{Party("receiver-org", Receiver)}</transaction>
        """;

    private static string Party(string element, string? name) => name is null ? "" : $"<{element}><narrative>{SecurityElement.Escape(name)}</narrative></{element}>";
}

/// <summary>An activity of our own making, as an IATI file states it.</summary>
internal sealed record ActivityBuilder
{
    public string Id { get; init; } = "XX-ABC-1-GRANT-7001";

    public string Publisher { get; init; } = "XX-ABC-1";

    public string? Other { get; init; }

    public string Country { get; init; } = "AF";

    public string? Plan { get; init; }

    public IReadOnlyList<TransactionBuilder> Transactions { get; init; } = [new()];

    /// <summary>A file of them.</summary>
    public static string File(params IEnumerable<ActivityBuilder> activities) =>
        $"<iati-activities version=\"2.03\" generated-datetime=\"2021-01-01T00:00:00Z\">{string.Concat(activities.Select(activity => activity.ToXml()))}</iati-activities>";

    private string ToXml() => $"""
        <iati-activity default-currency="USD" humanitarian="1"><iati-identifier>{SecurityElement.Escape(Id)}</iati-identifier><reporting-org ref="{Publisher}" type="10"><narrative>Land of Plenty Aid</narrative></reporting-org><title><narrative>Seeds</narrative></title>
        {(Other is null ? "" : $"<other-identifier ref=\"{SecurityElement.Escape(Other)}\" type=\"A1\"/>")}<recipient-country code="{Country}"/>{(Plan is null ? "" : $"<humanitarian-scope type=\"2\" vocabulary=\"2-1\" code=\"{Plan}\"/>")}
        {string.Concat(Transactions.Select(transaction => transaction.ToXml()))}</iati-activity>
        """;
}
