namespace Tributary.Proposing;

/// <summary>What the rules know of a report beside its words.</summary>
/// <param name="Home">The country of its publisher, whose dollar a bare sign is; null when not known.</param>
/// <param name="Day">The day of publication, in the offset that it states; null when it states none.</param>
/// <param name="DayBasis">How the day was found, with its offset.</param>
/// <param name="Topic">The country that it is about; null when it names none.</param>
/// <param name="IsAboutAid">Whether its words are of aid and not of business.</param>
/// <param name="City">The city of its dateline; null for none.</param>
internal sealed record Report(string? Home, DateOnly? Day, string DayBasis, string? Topic, bool IsAboutAid, string? City)
{
    private const int AidMin = 2;

    /// <summary>What the words of a report tell of it.</summary>
    public static Report Of(Prose prose, NewsFacts facts)
    {
        var (aid, business, other) = (0, 0, 0);
        foreach (var token in prose.Tokens)
        {
            if (token.Is(Sense.Aid)) aid++;
            if (token.Is(Sense.Business)) business++;
            if (token.Is(Sense.NotAid)) other++;
        }
        aid += prose.Names.Count(name => name.Kind == NameKind.Organisation && name.Iso3 is null || name.Kind == NameKind.People);
        return new Report(facts.Home, facts.Day, facts.DayBasis, TopicOf(prose), aid >= AidMin && 2 * aid > (2 * business) + other, facts.City);
    }

    // Whom aid goes to is named most, behind "to", "for" and "in", or with the word for aid: Afghan aid.
    private static string? TopicOf(Prose prose)
    {
        var points = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in prose.Names)
        {
            if (name.Iso3 is not { } iso3 || name.Kind is NameKind.Person) continue;
            var isTarget = name.Kind == NameKind.People || prose.IsAny(name.First - 1, "for", "in", "to", "on", "help", "support") && name.Kind == NameKind.Country || (name.Kind == NameKind.Adjective && (prose.Has(name.End, Sense.Aid) || prose.IsAny(name.End, "people", "crisis", "refugees", "children", "families")));
            points[iso3] = points.GetValueOrDefault(iso3) + (isTarget ? 3 : name.Kind == NameKind.Country ? 1 : 0);
        }
        return points.Where(point => point.Value >= 3).OrderByDescending(point => point.Value).Select(point => point.Key).FirstOrDefault();
    }
}
