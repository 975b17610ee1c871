namespace Tributary.Sources.News;

/// <summary>Reads who wrote a report: <c>By Jane Doe and John Roe, Reuters</c>, <c>Reuters reports</c>, <c>Reporting by A; editing by B</c>.</summary>
internal static class Byline
{
    private const int LengthMax = 160;
    private const int WordsMax = 16;

    private static readonly (string Words, string Field)[] Tasks =
    [
        ("additional reporting by", NewsFields.Author), ("reporting by", NewsFields.Author), ("writing by", NewsFields.Author),
        ("written by", NewsFields.Author), ("editing by", NewsFields.Editor), ("edited by", NewsFields.Editor),
    ];

    /// <summary>What a line of credits states.</summary>
    /// <returns>Null when the line is none.</returns>
    public static List<Statement>? Read(Passage line, IReadOnlySet<string> agencies)
    {
        if (line.Length > LengthMax) return null;
        if (line.BeginsWith("by") && IsNames(line.From(line.Start + 2))) return People(NewsFields.Author, line.From(line.Start + 2), agencies);
        if (line.EndsWith("reports") && IsNames(line.Before(line.End - 7))) return People(NewsFields.Author, line.Before(line.End - 7), agencies);
        return ReadTasks(line, agencies);
    }

    /// <summary>The people and agencies in a list of names, without roles and places.</summary>
    public static List<Statement> People(string field, Passage names, IReadOnlySet<string> agencies)
    {
        var people = new List<Statement>();
        foreach (var part in names.Split(",;&"))
        {
            foreach (var person in SplitAnd(part)) AddPerson(people, field, WithoutPlace(person), agencies);
        }
        return people;
    }

    private static List<Statement>? ReadTasks(Passage line, IReadOnlySet<string> agencies)
    {
        var all = new List<Statement>();
        foreach (var part in line.TrimSeparators().Split(";"))
        {
            var (words, field) = Array.Find(Tasks, task => part.BeginsWith(task.Words));
            if (words is null) return null;
            all.AddRange(People(field, WithoutStop(part.From(part.Start + words.Length)), agencies));
        }
        return all;
    }

    private static bool IsNames(Passage names)
    {
        var words = names.Words().ToList();
        return words.Count is > 0 and <= WordsMax && !names.Span.TrimEnd().EndsWith(".")
            && words.TrueForAll(static word => IsNameWord(word)) && words.Exists(static word => !NewsWords.NameParticles.Contains(word.Clean()));
    }

    private static bool IsNameWord(Passage word) => (char.IsLetter(word.Text[word.Start]) && !char.IsLower(word.Text[word.Start]))
        || NewsWords.NameParticles.Contains(word.Clean()) || NewsWords.Roles.Contains(word.Clean()) || NewsWords.Agencies.Contains(word.Clean());

    private static IEnumerable<Passage> SplitAnd(Passage names)
    {
        var rest = names;
        foreach (var word in names.Words().Where(static word => word.Is("and")))
        {
            yield return rest.Before(word.Start).Trim();
            rest = rest.From(word.End);
        }
        yield return rest.Trim();
    }

    private static Passage WithoutPlace(Passage person)
    {
        var place = person.Words().Skip(1).FirstOrDefault(static word => word.Is("in"));
        return place.IsEmpty ? person : person.Before(place.Start).Trim();
    }

    private static Passage WithoutStop(Passage names)
    {
        var trimmed = names.TrimSeparators();
        return trimmed.Span.EndsWith(".") ? trimmed.Before(trimmed.End - 1) : trimmed;
    }

    private static void AddPerson(List<Statement> people, string field, Passage person, IReadOnlySet<string> agencies)
    {
        if (person.IsEmpty) return;
        var name = person.EndsWith("staff") ? person.Before(person.End - 5).Trim() : person;
        if (agencies.Contains(name.Clean())) people.Add(Statement.Of(NewsFields.Agency, name));
        else if (!person.Words().Any(static word => NewsWords.Roles.Contains(word.Clean()))) people.Add(Statement.Of(field, person));
    }
}
