using System.Globalization;
using System.Text;
using static Tributary.Names.WordTable;

namespace Tributary.Names;

/// <summary>Reads a name word by word.</summary>
internal sealed class NamePreparation(string text, NameType type)
{
    /// <summary>The weight of a word that is not common.</summary>
    public const byte Full = 100;
    private const byte OfCommon = 40;
    private const byte OfFaith = 40;
    private const byte OfNumber = 90;
    private const byte OfInitial = 40;

    // Numbers of words.csv and those written in digits must not meet.
    private const int FirstOfDigits = 10_000;

    private readonly List<NameWord> _words = [];
    private readonly List<byte> _sounds = [];
    private readonly List<string> _shown = [];

    public PreparedName Make()
    {
        var raw = ReadAll();
        // Where titles, particles and forms are all there is, they are the name.
        if (!_words.Exists(word => word.Kind is WordKind.Name or WordKind.Common or WordKind.Number)) Promote();
        NameWord[] words = [.. _words];
        var letters = LettersOf(raw);
        return new PreparedName(text, NameTraits.Of(type, words, letters), words, [.. _sounds], letters);
    }

    /// <summary>The words of a name as people may read them: in Latin letters. Few names are ever shown, so none keeps them.</summary>
    public static List<string> Shown(PreparedName name)
    {
        var again = new NamePreparation(name.Text, name.Type);
        again.ReadAll();
        return again._shown;
    }

    private List<RawWord> ReadAll()
    {
        var raw = RawWord.Split(text);
        for (var at = 0; at < raw.Count;) at += Read(raw, at);
        return raw;
    }

    private static byte[] LettersOf(List<RawWord> raw)
    {
        var letters = Written(raw);
        return letters.Length > byte.MaxValue || !Ascii.IsValid(letters) || raw.Exists(word => word.IsUnvoiced) ? [] : Encoding.ASCII.GetBytes(letters);
    }

    private static string Written(List<RawWord> raw) => string.Join(' ', raw.Where(word => word.Written is not null).Select(word => word.Written));

    private int Read(List<RawWord> raw, int at)
    {
        var (known, length) = Longest(raw, at);
        var (kind, weight) = KindOf(known, raw, at, length);
        var same = kind == WordKind.Name && known?.Meaning is not (Meaning.Same or Meaning.Nickname) ? (ushort)0 : known?.Same ?? 0;
        if (kind == WordKind.Number && same == 0) same = NumberOf(raw[at].Latin);
        // A phrase is one word where it is of a kind; else only its first word is read.
        if (kind == WordKind.Name && known is null) length = 1;
        var shown = length == 1 ? raw[at].Latin : string.Join(' ', raw.Skip(at).Take(length).Select(word => word.Latin));
        Add(shown.Replace(" ", "", StringComparison.Ordinal), shown, raw[at].IsUnvoiced, kind, weight, same);
        return length;
    }

    private (Known? Known, int Length) Longest(List<RawWord> raw, int at)
    {
        for (var length = Math.Min(Instance.LongestFrom(raw[at].Latin), raw.Count - at); length > 0; length--)
        {
            var phrase = length == 1 ? raw[at].Latin : string.Join(' ', raw.Skip(at).Take(length).Select(word => word.Latin));
            if (Instance.Find(phrase) is { } known && Fits(known, at, length, raw.Count)) return (known, length);
        }
        return (null, 1);
    }

    // Un is an article in Arabic names and a given name in Korean ones; King is a title before a name and a name after it.
    private bool Fits(Known known, int at, int length, int count) => known.Meaning switch
    {
        Meaning.Form => type != NameType.Person || at + length == count,
        Meaning.Common or Meaning.Number => type != NameType.Person,
        Meaning.Title => at == 0 && count > 1,
        Meaning.Particle => at + length < count && (at > 0 || known.Word is "al" or "abu" or "de"),
        Meaning.Honorific => type is not (NameType.Organisation or NameType.Vessel),
        _ => true,
    };

    private (WordKind Kind, byte Weight) KindOf(Known? known, List<RawWord> raw, int at, int length) => known?.Meaning switch
    {
        Meaning.Form => (WordKind.Form, 0),
        Meaning.Common => (WordKind.Common, OfCommon),
        Meaning.Honorific or Meaning.Title => (WordKind.Honorific, 0),
        Meaning.Particle => (WordKind.Particle, 0),
        Meaning.Number => (WordKind.Number, OfNumber),
        _ when length == 1 && raw[at].Latin.All(char.IsAsciiDigit) => (WordKind.Number, OfNumber),
        _ when length == 1 && raw[at].Latin.Length == 1 && char.IsAsciiLetter(raw[at].Latin[0]) => (WordKind.Initial, OfInitial),
        _ => (WordKind.Name, raw[at].Latin is "lah" or "abd" or "din" ? OfFaith : Full),
    };

    private static ushort NumberOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Instance.Find(number.ToString(CultureInfo.InvariantCulture)) is { } small
            ? small.Same
            : (ushort)(FirstOfDigits + digits.TrimStart('0').Aggregate(17, (hash, digit) => ((hash * 31) + digit) & 0x7FFF));

    private void Add(string latin, string shown, bool isUnvoiced, WordKind kind, byte weight, ushort same)
    {
        Span<byte> sounds = stackalloc byte[SoundReader.SoundsMax];
        var length = SoundReader.Read(type == NameType.Person || kind == WordKind.Name ? WithLetters(latin) : latin, sounds);
        if (length == 0) return;
        _words.Add(new NameWord(_sounds.Count, (byte)length, kind, isUnvoiced, weight, same, Sounds.MaskOf(sounds[..length])));
        foreach (var sound in sounds[..length]) _sounds.Add(sound);
        _shown.Add(shown.Replace(SoundReader.SingleH, 'h'));
    }

    // I9or Sech1n: digits among letters stand for those they look like.
    private static string WithLetters(string latin) => !latin.Any(char.IsAsciiDigit) || latin.Count(char.IsAsciiLetter) < 2
        ? latin
        : string.Create(latin.Length, latin, (letters, word) =>
        {
            for (var at = 0; at < word.Length; at++) letters[at] = word[at] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', '9' => 'g', var other => other };
        });

    private void Promote()
    {
        for (var at = 0; at < _words.Count; at++) _words[at] = _words[at] with { Kind = WordKind.Name, Weight = Full };
    }
}
