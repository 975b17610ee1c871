using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Rates;

/// <summary>A ledger of tables of rates, and its book of rates.</summary>
internal sealed class RateLedger : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger = new();
    private Facts? _facts;
    private int _files;

    /// <summary>A ledger with these tables.</summary>
    public static RateLedger Of(params string[] tables)
    {
        var ledger = new RateLedger();
        foreach (var table in tables) ledger.Import(table);
        return ledger;
    }

    public RateBook Book => RateBook.Of(Facts);

    public Facts Facts => _facts ??= new SnapshotStore(_ledger.Paths).OpenCurrent();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public void Import(string table, DateOnly? day = null)
    {
        var path = _folder[$"{_files++}.txt"];
        File.WriteAllText(path, table);
        _ledger.Import(day ?? TempLedger.Day, path);
    }

    /// <summary>An amount converted.</summary>
    public Conversion Convert(decimal amount, string from, string to, string day) => Book.Convert(new Amount(amount, new Currency(from)), new Currency(to), Day(day));

    /// <summary>Its value; null for none.</summary>
    public decimal? Value(decimal amount, string from, string to, string day) => Convert(amount, from, to, day).To?.Value;

    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question) => _ledger.Ask(question);

    public void Dispose()
    {
        _facts?.Dispose();
        _ledger.Dispose();
        _folder.Dispose();
    }
}
