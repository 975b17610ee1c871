using Tributary.Appeals;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>A country's funding by year, as <c>/v2/country/{id}/summary/trends/{year}</c> of the FTS web site gives it.</summary>
/// <remarks>Used by HDX's collector, https://github.com/OCHA-DAP/hdx-scraper-fts. The answer does not say which country it is about.</remarks>
internal sealed class FtsCountryTrendsJson : AnswerFormat
{
    /// <inheritdoc/>
    public override string Name => "fts-country-trends-json";

    /// <inheritdoc/>
    public override string Title => "FTS funding of a country by year";

    /// <inheritdoc/>
    protected override bool Recognises(JsonHead head) => head.HasAny("data/*/year") && head.HasAny("data/*/totalFunding");

    /// <inheritdoc/>
    protected override AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues) => new Reading(json, sink, issues);

    private sealed class Reading(JsonStream json, IRecordSink sink, AnswerIssues issues) : AnswerReading(json, sink, issues)
    {
        public override void ReadData()
        {
            foreach (var element in TakeElements("/data", "data")) ReadYear(element);
        }

        public override void End() => Issues.Report(new ReadIssue(FtsCodes.ScopeUnstated, Severity.Warning, "/data",
            "funding by year of a country that is not named", "the country was expected", "the figures are kept without a country and checked against nothing"));

        private void ReadYear(AnswerNode element)
        {
            var errorsBefore = Issues.ErrorCount;
            var (year, funding, place) = ((int?)null, (decimal?)null, element.Place);
            foreach (var (name, field) in element.RequiredFields())
            {
                switch (name)
                {
                    case "year": year = field.Number(); break;
                    case "totalFunding": (funding, place) = (field.Amount(), field.Place); break;
                    default: field.Unknown(); break;
                }
            }
            if (Issues.ErrorCount > errorsBefore) Sink.LeaveOut();
            else if (funding is { } value) Sink.Add(new PublishedFigure { Place = place, Measure = Measure.Funding, Value = value, Year = year });
        }
    }
}
