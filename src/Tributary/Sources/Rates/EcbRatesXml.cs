using System.Globalization;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>The European Central Bank's reference rates of the euro as XML: the latest day (<c>eurofxref-daily.xml</c>), ninety days and the whole history (<c>eurofxref-hist.xml</c>).</summary>
/// <remarks>
/// https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/. An envelope with one <c>Cube</c>, in it one
/// for each day (<c>time</c>), in it one for each currency (<c>currency</c>, <c>rate</c>: its units for one euro).
/// Left out: the subject and the sender, which are always the same.
/// </remarks>
internal sealed class EcbRatesXml : IDocumentFormat
{
    private const string Vocabulary = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

    /// <summary>The cube of all days is the root's child.</summary>
    private const int OuterCubeDepth = 1;

    /// <inheritdoc/>
    public string Name => "ecb-rates-xml";

    /// <inheritdoc/>
    public string Title => "ECB euro reference rates (XML)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => EcbRates.Authority;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => XmlHead.Root(head) == "Envelope" && XmlHead.FirstTag(head).Contains(Vocabulary, StringComparison.Ordinal);

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        using var items = new XmlItems(document, ["Cube"], token, XmlItemBounds.Record with { ContainerDepth = OuterCubeDepth });
        var reading = new RateReading(sink);
        if (items.Root() is null) return items.Fatal ?? reading.End();
        while (reading.Fatal is null && items.Next() is { } item)
        {
            if (item.Name == "Cube") ReadDay(item, reading);
            else if (item.Name is "subject" or "Sender") sink.Ignore(item.Name, "always the same: reference rates of the European Central Bank");
            else reading.ReportField(item.Place, item.Name);
        }
        return items.Fatal ?? reading.End();
    }

    private static void ReadDay(XmlItem cube, RateReading reading)
    {
        var time = cube.Attribute("time");
        if (!DateOnly.TryParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            reading.LeaveOut(RateCodes.DayInvalid, cube.Place, time is null ? "a Cube without a time" : QuotedText.Of(time), "expected a day, such as 2020-03-05");
            return;
        }
        foreach (var rate in cube.All("Cube"))
        {
            var (code, value) = (rate.Attribute("currency") ?? "", rate.Attribute("rate") ?? "");
            if (reading.Known(rate.Place, code) is { } currency) reading.Take($"{rate.Place}, {code} of {time}", value, new RatePair(EcbRates.Euro, currency), RatePeriod.Of(day));
        }
        foreach (var path in cube.Unused()) reading.ReportField(cube.Place, path);
    }
}
