using Tributary.Flows;

namespace Tributary.Sources.Fts;

/// <summary>An element of <c>reportDetails</c>, which many flows repeat.</summary>
/// <param name="Report">The report; null when it cannot be used.</param>
/// <param name="Oddities">What was odd, or null.</param>
internal sealed record FlowReportPiece(FlowReport? Report, KeptOddities? Oddities)
{
    /// <summary>Reads an element as written.</summary>
    public static FlowReportPiece Of(byte[] written)
    {
        var oddities = new KeptOddities();
        var report = Read(AnswerNode.Parse(written, "", "", oddities));
        return new FlowReportPiece(oddities.HasError ? null : report, oddities.IsEmpty ? null : oddities);
    }

    private static FlowReport Read(AnswerNode element)
    {
        var report = new FlowReport(null, null, null, null, null);
        foreach (var (name, field) in element.RequiredFields())
        {
            switch (name)
            {
                case "sourceType": report = report with { SourceType = field.Text() }; break;
                case "organization": report = report with { Organization = field.Text() }; break;
                case "reportChannel": report = report with { Channel = field.Text() }; break;
                case "date": report = report with { DateDays = field.Days() }; break;
                case "refCode": report = report with { RefCode = field.Text() }; break;
                default: field.Unknown(); break;
            }
        }
        return report;
    }
}
