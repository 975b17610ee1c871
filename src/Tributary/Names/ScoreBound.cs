namespace Tributary.Names;

/// <summary>Tells by a glance at the words of a name which names cannot reach a score with it.</summary>
/// <remarks>
/// A score is reached when what its words are alike beyond it, each by its weight, makes up for what they are less, and for what is contradicted.
/// That is a sum, and the most that each word can add to it is known before any two words are compared.
/// </remarks>
internal readonly ref struct ScoreBound
{
    private readonly NameView _name;
    private readonly float _least;

    public ScoreBound(NameView name, float least)
    {
        _name = name;
        _least = least - NameMatcher.Rounding;
        LeastOfBest = BestNeeded(name, _least);
    }

    /// <summary>How much alike at least one word must be that can tell a name, if no words are joined.</summary>
    public float LeastOfBest { get; }

    /// <summary>How much alike a word must be to several words that are joined, if that is to make up for anything.</summary>
    /// <param name="words">How many words of the name it is, or they are.</param>
    public float LeastOfJoined(int words) => _name.Traits.HasNames ? Math.Max(WordLikeness.Telling, _least - ((1 - _least) * Math.Max(0, _name.Told - words) / NameComparer.JoinedFactor)) : WordLikeness.Telling;

    /// <summary>Whether a name can reach the score, if no words are joined.</summary>
    public bool CanReach(NameView other)
    {
        if (_name.Told > NameComparer.LeftMax || other.Told > NameComparer.LeftMax) return true;
        var isPerson = NameComparer.IsPerson(_name, other);
        // A common word may be several of the other name, which are not looked for.
        var mayBeJoined = _name.Traits.HasCommon || other.Traits.HasCommon;
        var can = _name.Told <= other.Told ? CanReach(_name, other, isPerson, mayBeJoined) : CanReach(other, _name, isPerson, mayBeJoined);
        return can && (mayBeJoined || NameMatcher.ScoreUnjoined(_name, other, _least) >= _least);
    }

    // Each word of the name that has fewer meets one of the other, or takes the place of one.
    private bool CanReach(NameView few, NameView many, bool isPerson, bool mayBeJoined)
    {
        var (lightest, heaviest) = (many.Traits.Lightest, many.Traits.Heaviest);
        var sum = (isPerson ? 0 : NameComparer.SameForm * (1 - _least)) - (_least * (many.Told - few.Told) * lightest * NameComparer.LeastOmitted(isPerson));
        // As if all words were the same; each that is not takes from it.
        foreach (ref readonly var word in few.Words) sum += word.IsTold ? Most(word, 1, lightest, heaviest) : 0;
        foreach (ref readonly var word in few.Words)
        {
            if (!word.IsTold) continue;
            var alike = MostAlike(word, many, isPerson);
            if (alike == 1) continue;
            if (mayBeJoined) return true;
            sum += Most(word, alike, lightest, heaviest) - Most(word, 1, lightest, heaviest);
            if (sum < 0) return false;
        }
        return sum >= 0;
    }

    // What a word adds at most. Of its weight and that of the word that it meets the mean counts, of contradicted words the greater one.
    private float Most(in NameWord word, float alike, float lightest, float heaviest) =>
        alike < WordLikeness.Least ? -_least * NameComparer.ContradictedFactor * word.Weight : (alike - _least) * (word.Weight + (alike > _least ? heaviest : lightest)) / 2;

    private static float MostAlike(in NameWord word, NameView many, bool isPerson)
    {
        var most = 0f;
        foreach (ref readonly var other in many.Words)
        {
            if (!other.IsTold) continue;
            most = Math.Max(most, WordLikeness.Most(word, other, isPerson));
            if (most == 1) break;
        }
        return most;
    }

    // The words that cannot tell a name may all be the same. What a telling word may meet with in a name of another type is not known.
    private static float BestNeeded(NameView name, float least)
    {
        var (telling, others) = (0f, 0f);
        foreach (ref readonly var word in name.Words)
        {
            if (name.IsTelling(word)) telling += word.Weight;
            else if (word.IsTold) others += (word.Weight + NamePreparation.Full) / 2f;
        }
        if (name.Type != NameType.Person && telling > NamePreparation.Full) (telling, others) = (telling - NamePreparation.Full, others + NamePreparation.Full);
        // The only word that tells may be the one with a slip.
        return telling <= NamePreparation.Full ? WordLikeness.Telling : Math.Max(WordLikeness.Telling, least - ((1 - least) * others / telling));
    }
}
