using System.Collections.Frozen;

namespace Tributary.Proposing;

/// <summary>What is known of a word.</summary>
internal sealed class WordEntry
{
    /// <summary>What it can mean.</summary>
    public Sense Senses { get; set; }

    /// <summary>The number that it says, the factor of a scale, the number of a month or weekday.</summary>
    public decimal Value { get; set; }

    /// <summary>The code of a currency.</summary>
    public string? Currency { get; set; }
}

/// <summary>The words that rules look at, in small letters.</summary>
internal static partial class Lexicon
{
    private static readonly Lazy<FrozenDictionary<string, WordEntry>> Loaded = new(Load);
    private static readonly Lazy<FrozenDictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>>> Lookup = new(() => Loaded.Value.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The entry of a word, whatever its case; null when there is none.</summary>
    public static WordEntry? Find(ReadOnlySpan<char> word) => Lookup.Value.TryGetValue(word, out var entry) ? entry : null;

    private static FrozenDictionary<string, WordEntry> Load()
    {
        var words = new Dictionary<string, WordEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var (sense, list) in Senses)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Entry(words, word).Senses |= sense;
        }
        foreach (var (word, value) in Numbers) (Entry(words, word).Senses, Entry(words, word).Value) = (Entry(words, word).Senses | Sense.NumberWord, value);
        foreach (var (word, value) in Scales) (Entry(words, word).Senses, Entry(words, word).Value) = (Entry(words, word).Senses | Sense.Scale, value);
        foreach (var (list, code) in Currencies)
        {
            foreach (var word in list.Split(' ')) (Entry(words, word).Senses, Entry(words, word).Currency) = (Entry(words, word).Senses | Sense.Currency, code);
        }
        AddInOrder(words, "monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun", 2, Sense.Weekday);
        AddInOrder(words, "january jan february feb march mar april apr may may june jun july jul august aug september sept october oct november nov december dec", 2, Sense.Month);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void AddInOrder(Dictionary<string, WordEntry> words, string list, int each, Sense sense)
    {
        var names = list.Split(' ');
        for (var at = 0; at < names.Length; at++) (Entry(words, names[at]).Senses, Entry(words, names[at]).Value) = (Entry(words, names[at]).Senses | sense, (at / each) + 1);
    }

    private static WordEntry Entry(Dictionary<string, WordEntry> words, string word)
    {
        if (!words.TryGetValue(word, out var entry)) words[word] = entry = new WordEntry();
        return entry;
    }

    private static readonly (string Word, decimal Value)[] Numbers =
    [
        ("half", 0.5m), ("quarter", 0.25m), ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
        ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ];

    private static readonly (string Word, decimal Value)[] Scales =
    [
        ("hundred", 100), ("thousand", 1_000), ("k", 1_000), ("lakh", 100_000), ("lakhs", 100_000), ("million", 1_000_000), ("millions", 1_000_000), ("mln", 1_000_000), ("mn", 1_000_000), ("m", 1_000_000), ("mio", 1_000_000), ("crore", 10_000_000), ("crores", 10_000_000),
        ("billion", 1_000_000_000), ("billions", 1_000_000_000), ("bln", 1_000_000_000), ("bn", 1_000_000_000), ("b", 1_000_000_000), ("trillion", 1_000_000_000_000), ("trn", 1_000_000_000_000), ("tn", 1_000_000_000_000),
    ];

    // Dollars without a country are found out later; so are crowns, francs and rupees.
    private static readonly (string Words, string Code)[] Currencies =
    [
        ("dollar dollars dlr dlrs bucks", "$"), ("usd", "USD"), ("euro euros eur", "EUR"), ("pound pounds gbp sterling quid", "GBP"), ("yen jpy", "JPY"), ("yuan renminbi rmb cny", "CNY"), ("franc francs", "franc"), ("xof", "XOF"), ("xaf", "XAF"), ("tk", "BDT"), ("krónur króna isk", "ISK"), ("marks", "DEM"), ("guilders nlg", "NLG"), ("ecus ecu", "XEU"), ("kwacha", "MWK"), ("shilling shillings", "KES"), ("chf", "CHF"), ("krona kronor sek", "SEK"),
        ("krone kroner crown crowns", "krone"), ("nok", "NOK"), ("dkk", "DKK"), ("rupee rupees rs", "rupee"), ("inr", "INR"), ("pkr", "PKR"), ("rouble roubles ruble rubles rub", "RUB"), ("riyal riyals sar", "SAR"), ("rial rials", "IRR"), ("qar", "QAR"), ("dirham dirhams aed", "AED"),
        ("dinar dinars", "dinar"), ("kwd", "KWD"), ("won krw", "KRW"), ("lira liras try", "TRY"), ("afghani afghanis afn", "AFN"), ("aud", "AUD"), ("cad", "CAD"), ("nzd", "NZD"), ("rand zar", "ZAR"), ("naira ngn", "NGN"), ("baht thb", "THB"), ("ringgit myr", "MYR"),
        ("rupiah idr", "IDR"), ("zloty zlotys pln", "PLN"), ("taka bdt", "BDT"), ("hryvnia hryvnias uah", "UAH"), ("birr etb", "ETB"), ("peso pesos", "peso"), ("shekel shekels ils", "ILS"), ("tenge kzt", "KZT"), ("sgd", "SGD"), ("hkd", "HKD"),
    ];
}
