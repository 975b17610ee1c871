namespace Tributary.Proposing;

/// <summary>What the rules know of a report beside its words.</summary>
/// <param name="Home">The country of its publisher, whose dollar a bare sign is; null when not known.</param>
/// <param name="Day">The day of publication, in the offset that it states; null when it states none.</param>
/// <param name="DayBasis">How the day was found, with its offset.</param>
/// <param name="Topic">The country that it is about; null when it names none.</param>
/// <param name="IsAboutAid">Whether its words are of aid and not of business.</param>
internal sealed record Report(string? Home, DateOnly? Day, string DayBasis, string? Topic, bool IsAboutAid)
{
    private const int AidMin = 2;

    /// <summary>What the words of a report tell of it.</summary>
    public static Report Of(Prose prose, string? home, DateOnly? day, string dayBasis)
    {
        var (aid, business) = (0, 0);
        foreach (var token in prose.Tokens)
        {
            if (token.Is(Sense.Aid)) aid++;
            if (token.Is(Sense.Business)) business++;
        }
        aid += prose.Names.Count(name => name.Kind == NameKind.Organisation && name.Iso3 is null || name.Kind == NameKind.People);
        return new Report(home, day, dayBasis, TopicOf(prose), aid >= AidMin && aid > business);
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
