using System.Globalization;
using System.Runtime.InteropServices;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Rates;

/// <summary>What the reading of any table of rates keeps count of: its rates, and which currency and day it stated before.</summary>
/// <param name="sink">Takes the rates.</param>
/// <param name="ratesMax">How many it takes at most.</param>
internal sealed class RateReading(IRecordSink sink, int ratesMax = RateReading.RatesMax)
{
    /// <summary>Rates of one document at most: the whole history of the ECB has 280,000.</summary>
    public const int RatesMax = 2_000_000;

    /// <summary>Columns, areas or fields of one document that are reported as unknown: people read no more.</summary>
    private const int UnknownMax = 1000;

    private readonly Dictionary<Key, decimal> _stated = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>What ends the reading; null as long as nothing does.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>Takes a cell. An empty one, <c>NA</c> and <c>N/A</c> say that there is no rate.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="cell">Its text without white space at its ends.</param>
    /// <param name="pair">The currencies.</param>
    /// <param name="period">The time it is of.</param>
    public void Take(string place, string cell, RatePair pair, RatePeriod period)
    {
        if (cell is "" or "NA" or "N/A" or "NaN") return;
        switch (RateText.Read(cell, out var value))
        {
            case RateTextKind.Rate: Add(place, pair, period, value); break;
            case RateTextKind.TooFine: Warn(RateCodes.ValueTooFine, place, QuotedText.Of(cell), $"expected at most 28 digits, {ScaledDecimal.PublishedRateScale} of them after the point, and no less than 0.000000000001", "the rate is left out, since a rate is never rounded"); break;
            default: LeaveOut(RateCodes.ValueInvalid, place, QuotedText.Of(cell), "expected a number above 0 and below a million million, or NA"); break;
        }
    }

    /// <summary>The currency of a code in a heading; null when it is reported because it is none.</summary>
    public Currency? Known(string place, string code)
    {
        if (Currencies.Contains(code)) return new Currency(code);
        ReportCurrency(place, code);
        return null;
    }

    /// <summary>Reports a name, code or area that stands for no currency, once for each document, and counts it.</summary>
    public void ReportCurrency(string place, string text) =>
        ReportUnknown(RateCodes.CurrencyUnknown, place, text, "expected a currency, or an area with one of its own", "its rates are left out; tell us of it", "no currency that the reader knows");

    /// <summary>Reports a field that the reader does not know, once for each document, and counts it.</summary>
    public void ReportField(string place, string field) =>
        ReportUnknown(RateCodes.FieldUnknown, place, field, "expected only fields that these tables are known to have", "nothing else is lost; tell us of it", "not a known field of this table");

    /// <summary>Reports a record that cannot be used.</summary>
    public void LeaveOut(string code, string place, string found, string expected)
    {
        sink.Report(new ReadIssue(code, Severity.Error, place, found, expected, "fetch the table again, or accept leaving it out"));
        sink.LeaveOut();
    }

    /// <summary>Ends a document that was read whole.</summary>
    /// <returns>The fatal issue of the whole, or null.</returns>
    public ReadIssue? End() => Fatal ?? (_stated.Count > 0 ? null : new ReadIssue(RateCodes.Empty, Severity.Fatal, "the document", "a table without a rate", "expected at least one", "fetch it again"));

    private void Add(string place, RatePair pair, RatePeriod period, decimal value)
    {
        var key = new Key(pair.Base.Code, pair.Currency.Code, period.Basis, period.First);
        if (_stated.TryGetValue(key, out var before))
        {
            AddAgain(place, pair, value, before);
            return;
        }
        if (_stated.Count == ratesMax)
        {
            Fatal ??= new ReadIssue(RateCodes.TooMany, Severity.Fatal, place, string.Create(CultureInfo.InvariantCulture, $"more than {ratesMax:N0} rates"), "expected fewer", "split the table");
            return;
        }
        _stated.Add(key, value);
        sink.Add(new ExchangeRate(place, pair.Base, pair.Currency, value, period.First, period.Last, period.Basis, pair.Basis));
    }

    private void AddAgain(string place, RatePair pair, decimal value, decimal before)
    {
        if (value == before) sink.Ignore(string.Create(CultureInfo.InvariantCulture, $"{pair.Base} in {pair.Currency}"), "the same rate stands there twice");
        else LeaveOut(RateCodes.Repeated, place, string.Create(CultureInfo.InvariantCulture, $"{value} {pair.Currency} for 1 {pair.Base}, of which {before} stands before it"), "expected one rate for each currency and time");
    }

    // Names come from the document: no more of them are remembered than people would read.
    private void ReportUnknown(string code, string place, string found, string expected, string advice, string reason)
    {
        if (_unknown.Count < UnknownMax && _unknown.Add(found)) Warn(code, place, QuotedText.Of(found), expected, advice);
        sink.Ignore(found, reason);
    }

    private void Warn(string code, string place, string found, string expected, string advice) => sink.Report(new ReadIssue(code, Severity.Warning, place, found, expected, advice));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(string Base, string Currency, RateBasis Basis, DateOnly First);
}

/// <summary>The two currencies of a rate, and how one of them was found.</summary>
/// <param name="Base">The one of which a unit is priced.</param>
/// <param name="Currency">The one in which it is.</param>
/// <param name="Basis">Empty where the document names both.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RatePair(Currency Base, Currency Currency, string Basis = "");
