using Tributary.Listings;

namespace Tributary.Benchmarks;

/// <summary>Names to look for: those of listed people with slips, and those of people who are not listed. The same seed and lists give the same names.</summary>
internal sealed class NameQueries
{
    private const int LettersMin = 8;

    // Common names of many countries, so that they sound like those of real people, and none is meant.
    private static readonly string[] Given =
    [
        "Anna", "Maria", "Johan", "Pierre", "Camille", "Giulia", "Marco", "Lucas", "Sofia", "Diego", "Valentina", "Thiago", "Beatriz", "Kwame", "Ama", "Chinedu", "Ngozi", "Wanjiru", "Otieno", "Tadesse",
        "Almaz", "Abdi", "Hodan", "Thabo", "Nomvula", "Priya", "Rahul", "Ananya", "Sanjay", "Nimal", "Kumari", "Bilal", "Ayesha", "Imran", "Farida", "Zarghuna", "Hamid", "Najib", "Layla", "Omar",
        "Youssef", "Fatima", "Karim", "Samira", "Mehmet", "Elif", "Murat", "Zeynep", "Reza", "Maryam", "Dariush", "Shirin", "Olga", "Dmitri", "Natalia", "Pavel", "Oksana", "Taras", "Katarzyna", "Piotr",
        "Jana", "Tomas", "Mihai", "Ioana", "Nikos", "Eleni", "Wei", "Jing", "Minh", "Linh", "Hiroshi", "Yuki", "Jisoo", "Somchai", "Siti", "Agus", "Jose", "Maricel", "Ahmed", "Mohammad",
    ];

    private static readonly string[] Family =
    [
        "Lindqvist", "Andersen", "Virtanen", "Dubois", "Lefebvre", "Moreau", "Rossi", "Bianchi", "Ferraro", "Schneider", "Hoffmann", "Becker", "Fernandes", "Oliveira", "Carvalho", "Gutierrez", "Navarro",
        "Quispe", "Mensah", "Owusu", "Okafor", "Adeyemi", "Mwangi", "Kamau", "Odhiambo", "Bekele", "Gebremariam", "Warsame", "Dlamini", "Nkosi", "Mokoena", "Sharma", "Patel", "Banerjee", "Reddy", "Perera",
        "Fernando", "Chaudhry", "Siddiqui", "Malik", "Yousafzai", "Rahimi", "Nazari", "Ahmadzai", "Haddad", "Mansour", "Khoury", "Benali", "Bouzid", "El Amrani", "Yilmaz", "Demir", "Kaya", "Hosseini",
        "Moradi", "Karimi", "Petrov", "Sokolova", "Ivanenko", "Shevchuk", "Kowalski", "Nowak", "Novotny", "Horvat", "Popescu", "Papadopoulos", "Zhang", "Chen", "Nguyen", "Tran", "Tanaka", "Sato", "Park",
        "Wongsakul", "Wijaya", "Santoso", "Reyes", "Bautista", "Hassan", "Ali",
    ];

    private readonly Random _random;
    private readonly List<ListedEntry> _people;
    private readonly HashSet<string> _listed;

    /// <param name="entries">The entries of the lists.</param>
    /// <param name="seed">Which names are drawn.</param>
    public NameQueries(IReadOnlyList<ListedEntry> entries, int seed)
    {
        _random = new Random(seed);
        _people = [.. entries.Where(entry => entry.Type == ListedType.Person && entry.Names[0].Text.Length >= LettersMin && entry.Names[0].Text.Trim().Contains(' ', StringComparison.Ordinal))];
        _listed = new HashSet<string>(entries.SelectMany(entry => entry.Names.Select(name => KeyOf(name.Text))), StringComparer.Ordinal);
    }

    /// <summary>A listed person's first name on the list, with one slip inside a word.</summary>
    public (string Name, ListedEntry? Listed) Misspelled() => Misspelled((name, at) => at > 0 && char.IsLetter(name[at - 1]));

    /// <summary>The same, with the slip in the first letter of a word.</summary>
    public (string Name, ListedEntry? Listed) MisspelledFirst() => Misspelled((name, at) => at == 0 || name[at - 1] == ' ');

    /// <summary>Syllables put together at random: pronounceable, and of nobody.</summary>
    public (string Name, ListedEntry? Listed) Invented() => Unlisted(() => $"{Word()} {Word()}");

    /// <summary>A given and a family name that many people bear, and together nobody who is listed.</summary>
    public (string Name, ListedEntry? Listed) Common() => Unlisted(() => $"{Given[_random.Next(Given.Length)]} {Family[_random.Next(Family.Length)]}");

    private (string Name, ListedEntry? Listed) Misspelled(Func<string, int, bool> isPlace)
    {
        while (true)
        {
            var entry = _people[_random.Next(_people.Count)];
            var name = entry.Names[0].Text;
            var at = _random.Next(name.Length - 1);
            if (isPlace(name, at) && char.IsLetter(name[at]) && char.IsLetter(name[at + 1])) return (WithSlip(name, at), entry);
        }
    }

    // A letter left out, doubled, swapped with the next, or another one.
    private string WithSlip(string name, int at) => _random.Next(4) switch
    {
        0 => name.Remove(at, 1),
        1 => name.Insert(at, name[at].ToString()),
        2 => string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1, 1), name.AsSpan(at, 1), name.AsSpan(at + 2)),
        _ => string.Concat(name.AsSpan(0, at), ((char)('a' + _random.Next(26))).ToString(), name.AsSpan(at + 1)),
    };

    private (string Name, ListedEntry? Listed) Unlisted(Func<string> make)
    {
        while (true)
        {
            var name = make();
            if (!_listed.Contains(KeyOf(name))) return (name, null);
        }
    }

    private string Word() =>
        string.Concat(Enumerable.Range(0, _random.Next(2, 4)).Select(_ => $"{"bdfghjklmnprstvz"[_random.Next(16)]}{"aeiou"[_random.Next(5)]}{(_random.Next(3) == 0 ? "nrslm"[_random.Next(5)].ToString() : "")}"));

    // The same words in any order are the same name.
    private static string KeyOf(string name) => string.Join(' ', name.ToLowerInvariant().Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
