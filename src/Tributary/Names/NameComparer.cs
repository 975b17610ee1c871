namespace Tributary.Names;

/// <summary>Compares two names.</summary>
/// <remarks>
/// Words meet in any order. Those that take each other's place and differ are evidence against: that tells brothers and companies of one group apart.
/// Words that one name leaves out hardly count. Allocates nothing.
/// </remarks>
internal ref struct NameComparer
{
    /// <summary>The most words that are one in the other name.</summary>
    public const int JoinedMax = 3;

    /// <summary>Of more words than these that are not the same in both names, the rest are not compared.</summary>
    public const int LeftMax = 8;

    /// <summary>How often the weight of what is contradicted counts.</summary>
    public const float ContradictedFactor = 2f;

    /// <summary>How much more a word weighs that is several in the other name.</summary>
    public const float JoinedFactor = 1.3f;

    /// <summary>The weight of a form that both names have.</summary>
    public const float SameForm = 5;

    private const float OtherForm = 8;
    private const float OfAcronym = 0.95f;
    private const float AcronymWeight = 200;
    private const float OmittedByPerson = 0.12f;
    private const float OmittedByOthers = 0.5f;
    private const float OmittedFirst = 0.5f;
    private const float OmittedNumber = 1.5f;
    private const float OmittedCommon = 1.2f;

    private readonly NameView _one;
    private readonly NameView _other;
    private readonly bool _isPerson;
    private readonly Span<Meeting> _meetings;
    private int _count;
    private ulong _oneMet;
    private ulong _otherMet;

    public NameComparer(NameView one, NameView other, Span<Meeting> meetings)
    {
        _one = one;
        _other = other;
        _meetings = meetings;
        _isPerson = IsPerson(one, other);
    }

    /// <summary>Whether two names are compared as those of people.</summary>
    public static bool IsPerson(NameView one, NameView other) => one.Type == NameType.Person || other.Type == NameType.Person || (one.Type == NameType.Any && other.Type == NameType.Any);

    /// <summary>The least part of a word's weight that counts where it is omitted.</summary>
    public static float LeastOmitted(bool isPerson) => isPerson ? OmittedByPerson : OmittedByOthers;

    /// <summary>The meetings of words, after <see cref="Score"/>.</summary>
    public readonly ReadOnlySpan<Meeting> Meetings => _meetings[.._count];

    /// <summary>The score, 0 to 1.</summary>
    /// <param name="least">Where the score cannot reach this, 0 is given as soon as that is seen.</param>
    public float Score(float least = 0)
    {
        MeetSame(_one.Words, _other.Words);
        MeetJoined(_one.Words, _other.Words);
        return ScoreOfRest(least);
    }

    /// <summary>The score as if no word were several in the other name.</summary>
    public float ScoreUnjoined(float least)
    {
        MeetSame(_one.Words, _other.Words);
        return ScoreOfRest(least);
    }

    private float ScoreOfRest(float least)
    {
        var ones = _one.Words;
        var others = _other.Words;
        if (!MeetAlike(ones, others, least)) return 0;
        MeetForms(ones, others);
        MeetReversed(ones, others);
        return Sum(ones, others);
    }

    private void MeetSame(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        for (var i = 0; i < ones.Length; i++)
        {
            if (!ones[i].IsTold) continue;
            for (var j = 0; j < others.Length; j++)
            {
                if (IsMet(_otherMet, j) || !others[j].IsTold || ones[i].Length != others[j].Length || ones[i].Mask != others[j].Mask) continue;
                if (!_one.SoundsOf(ones[i]).SequenceEqual(_other.SoundsOf(others[j])) || AreOtherNumbers(ones[i], others[j])) continue;
                Meet(MeetingKind.Same, i, 1, j, 1, 1, Weight(ones[i], others[j]));
                break;
            }
        }
    }

    // VII and VIII sound the same.
    private static bool AreOtherNumbers(in NameWord one, in NameWord other) => one.Kind == WordKind.Number && other.Kind == WordKind.Number && one.Same != other.Same;

    private bool MeetAlike(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others, float least)
    {
        Span<float> alike = stackalloc float[LeftMax * LeftMax];
        Span<byte> rows = stackalloc byte[LeftMax], columns = stackalloc byte[LeftMax];
        rows = rows[..Left(ones, _oneMet, rows)];
        columns = columns[..Left(others, _otherMet, columns)];
        var few = rows.Length <= columns.Length ? rows : columns;
        var (lost, left, met) = (0f, few.Length, MetWeight());
        for (var word = 0; word < few.Length; word++)
        {
            var weight = rows.Length <= columns.Length ? ones[few[word]].Weight : others[few[word]].Weight;
            // If all other words met as well as can be, this one would still have to be as much alike as this.
            var needed = 1 - ((1 - least) * (met + (few.Length * NamePreparation.Full)) / weight);
            var best = 0f;
            for (var many = 0; many < Math.Max(rows.Length, columns.Length); many++)
            {
                var (r, c) = rows.Length <= columns.Length ? (word, many) : (many, word);
                best = Math.Max(best, alike[(r * LeftMax) + c] = Likeness(ones[rows[r]], others[columns[c]], needed));
            }
            if (best < needed) return false;
            // A word that meets none takes the place of another: it is contradicted.
            if (best >= WordLikeness.Least) continue;
            lost += weight;
            if (BestSum(met + (--left * NamePreparation.Full), lost) < least) return false;
        }
        while (MeetBest(ones, others, alike, rows, columns)) { }
        return true;
    }

    private readonly float MetWeight()
    {
        var met = 0f;
        foreach (var meeting in Meetings) met += meeting.Weight;
        return met;
    }

    private static float BestSum(float met, float lost) => met / (met + (ContradictedFactor * lost));

    private bool MeetBest(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others, scoped ReadOnlySpan<float> alike, scoped ReadOnlySpan<byte> rows, scoped ReadOnlySpan<byte> columns)
    {
        var (best, i, j) = (0f, -1, -1);
        for (var r = 0; r < rows.Length; r++)
        {
            if (IsMet(_oneMet, rows[r])) continue;
            for (var c = 0; c < columns.Length; c++)
            {
                if (alike[(r * LeftMax) + c] > best && !IsMet(_otherMet, columns[c])) (best, i, j) = (alike[(r * LeftMax) + c], rows[r], columns[c]);
            }
        }
        if (i < 0 || best < WordLikeness.Least) return false;
        var kind = ones[i].Kind == WordKind.Initial || others[j].Kind == WordKind.Initial ? MeetingKind.Initial : MeetingKind.Alike;
        Meet(kind, i, 1, j, 1, best, Weight(ones[i], others[j]));
        return true;
    }

    private readonly float Likeness(in NameWord one, in NameWord other, float needed)
    {
        if (!CanBeAlike(one, other)) return 0;
        var likeness = WordLikeness.Of(_one, one, _other, other, needed);
        return likeness < WordLikeness.Least && _isPerson ? Math.Max(likeness, WordLikeness.OfStart(_one.SoundsOf(one), _other.SoundsOf(other))) : likeness;
    }

    // What is written with vowels and spelled out is not alike where the lengths are too far apart.
    private static bool CanBeAlike(in NameWord one, in NameWord other) =>
        one.IsUnvoiced || other.IsUnvoiced || (one.Same | other.Same) != 0 || one.Kind == WordKind.Initial || other.Kind == WordKind.Initial || Math.Abs(one.Length - other.Length) <= 5;

    private static int Left(ReadOnlySpan<NameWord> words, ulong met, Span<byte> left)
    {
        var count = 0;
        for (var at = 0; at < words.Length && count < left.Length; at++)
        {
            if (!IsMet(met, at) && words[at].IsTold) left[count++] = (byte)at;
        }
        return count;
    }

    // SergeiLavrov and Sergei Lavrov; Ya Mahdi and Yamahdi.
    private void MeetJoined(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        for (var i = 0; i < ones.Length; i++)
        {
            if (!IsMet(_oneMet, i) && ones[i].Kind is WordKind.Name or WordKind.Common) Join(ones, i, others, isOne: true);
        }
        for (var j = 0; j < others.Length; j++)
        {
            if (!IsMet(_otherMet, j) && others[j].Kind is WordKind.Name or WordKind.Common) Join(others, j, ones, isOne: false);
        }
    }

    // PLA and People's Liberation Army: the first sounds of all words that tell.
    private readonly bool IsAcronym(ReadOnlySpan<byte> letters, scoped NameView name, ReadOnlySpan<NameWord> parts, ulong met)
    {
        if (_isPerson || !WordList.IsAcronym(letters.Length) || letters.Length != name.Told) return false;
        var letter = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            if (parts[at].IsTold && (IsMet(met, at) || name.SoundsOf(parts[at])[0] != letters[letter++])) return false;
        }
        return true;
    }

    private void Join(ReadOnlySpan<NameWord> wholes, int at, ReadOnlySpan<NameWord> parts, bool isOne)
    {
        var whole = isOne ? _one : _other;
        var name = isOne ? _other : _one;
        var met = isOne ? _otherMet : _oneMet;
        if (IsAcronym(whole.SoundsOf(wholes[at]), name, parts, met))
        {
            if (isOne) Meet(MeetingKind.Acronym, at, 1, 0, parts.Length, OfAcronym, AcronymWeight);
            else Meet(MeetingKind.Acronym, 0, parts.Length, at, 1, OfAcronym, AcronymWeight);
            return;
        }
        for (var start = 0; start + 1 < parts.Length; start++)
        {
            var (length, mask) = (0, 0u);
            for (var end = start; end < parts.Length && end < start + JoinedMax && !IsMet(met, end) && parts[end].Kind is not (WordKind.Form or WordKind.Honorific or WordKind.Number); end++)
            {
                length += parts[end].Length;
                mask |= parts[end].Mask;
                if (end == start || !WordLikeness.CanBeJoined(wholes[at], length, mask, end - start, parts[start].IsUnvoiced)) continue;
                var alike = JoinedLikeness(whole.SoundsOf(wholes[at]), wholes[at].IsUnvoiced, name, parts[start..(end + 1)]);
                if (alike < WordLikeness.Telling) continue;
                var count = end - start + 1;
                var weight = Math.Max(wholes[at].Weight, parts[start].Weight) * JoinedFactor;
                if (isOne) Meet(MeetingKind.Joined, at, 1, start, count, alike, weight);
                else Meet(MeetingKind.Joined, start, count, at, 1, alike, weight);
                return;
            }
        }
    }

    private static float JoinedLikeness(ReadOnlySpan<byte> whole, bool isUnvoiced, scoped NameView name, ReadOnlySpan<NameWord> parts)
    {
        Span<byte> joined = stackalloc byte[SoundReader.SoundsMax];
        var length = 0;
        foreach (ref readonly var part in parts)
        {
            if (!name.Append(part, joined, ref length)) return 0;
        }
        var alike = WordLikeness.OfSounds(whole, isUnvoiced, joined[..length], parts[0].IsUnvoiced);
        // Haqqani is no Yahya Haqqani: a word that is as much alike by itself is not joined.
        foreach (ref readonly var part in parts)
        {
            if (alike >= WordLikeness.Telling && WordLikeness.OfSounds(whole, isUnvoiced, name.SoundsOf(part), part.IsUnvoiced) >= alike) return 0;
        }
        return alike;
    }

    // Forms of companies say little: the same one supports, another one is a small doubt.
    private void MeetForms(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        if (_isPerson) return;
        var (one, other) = (FormOf(ones), FormOf(others));
        if (one < 0 || other < 0) return;
        var same = ones[one].Same == others[other].Same;
        Meet(same ? MeetingKind.Same : MeetingKind.Contradicted, one, 1, other, 1, same ? 1 : 0, same ? SameForm : OtherForm);
    }

    // Salman bin Muhammad is not Muhammad bin Salman, but his father or his son.
    private void MeetReversed(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        var (one, other) = (SonOf(ones), SonOf(others));
        if (!_isPerson || one < 0 || other < 0) return;
        var (son, father) = (-1, -1);
        for (var at = one - 1; at >= 0 && son < 0; at--) son = OtherOf(at);
        for (var at = one + 1; at < ones.Length && father < 0; at++) father = OtherOf(at);
        if (son > other && father >= 0 && father < other) Meet(MeetingKind.Contradicted, one, 1, other, 1, 0, 100);
    }

    private static int SonOf(ReadOnlySpan<NameWord> words)
    {
        for (var at = 1; at + 1 < words.Length; at++)
        {
            if (words[at].Kind == WordKind.Particle && words[at].Same == WordTable.SonOf) return at;
        }
        return -1;
    }

    private readonly int OtherOf(int one)
    {
        foreach (var meeting in Meetings)
        {
            if (meeting.One == one && meeting.Kind != MeetingKind.Contradicted) return meeting.Other;
        }
        return -1;
    }

    private static int FormOf(ReadOnlySpan<NameWord> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Kind == WordKind.Form) return at;
        }
        return -1;
    }

    private float Sum(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        var (alike, met, against, isTold) = (0f, 0f, 0f, false);
        foreach (var meeting in Meetings)
        {
            if (meeting.Kind == MeetingKind.Contradicted) against += meeting.Weight;
            else
            {
                alike += meeting.Alike * meeting.Weight;
                met += meeting.Weight;
                // What is common to many names, an initial or a word that is only a little alike supports a name, and is none.
                isTold |= meeting.Alike >= WordLikeness.Telling && meeting.Kind != MeetingKind.Initial
                    && (meeting.Kind is MeetingKind.Joined or MeetingKind.Acronym || (_one.IsTelling(ones[meeting.One]) && _other.IsTelling(others[meeting.Other])));
            }
        }
        if (!isTold) return 0;
        // Words left on both sides take each other's place, in their order.
        var (i, j) = (-1, -1);
        while ((i = NextLeft(ones, _oneMet, i + 1)) >= 0 & (j = NextLeft(others, _otherMet, j + 1)) >= 0)
        {
            var weight = (float)Math.Max(ones[i].Weight, others[j].Weight);
            against += weight;
            Meet(MeetingKind.Contradicted, i, 1, j, 1, 0, weight);
        }
        var omitted = Omit(ones, _oneMet, i, true) + Omit(others, _otherMet, j, false);
        return alike / (met + (ContradictedFactor * against) + omitted);
    }

    private float Omit(ReadOnlySpan<NameWord> words, ulong met, int from, bool isOne)
    {
        var omitted = 0f;
        var first = NextLeft(words, 0, 0);
        for (var at = from; at >= 0; at = NextLeft(words, met, at + 1))
        {
            var factor = _isPerson ? at == first ? OmittedFirst : OmittedByPerson : words[at].Kind switch { WordKind.Common => OmittedCommon, WordKind.Number => OmittedNumber, _ => OmittedByOthers };
            omitted += words[at].Weight * factor;
            Meet(MeetingKind.Omitted, isOne ? at : -1, 1, isOne ? -1 : at, 1, 0, words[at].Weight * factor);
        }
        return omitted;
    }

    private static int NextLeft(ReadOnlySpan<NameWord> words, ulong met, int from)
    {
        for (var at = from; at < words.Length; at++)
        {
            if (!IsMet(met, at) && words[at].IsTold) return at;
        }
        return -1;
    }

    private void Meet(MeetingKind kind, int one, int oneCount, int other, int otherCount, float alike, float weight)
    {
        if (one >= 0) _oneMet |= ((1UL << oneCount) - 1) << one;
        if (other >= 0) _otherMet |= ((1UL << otherCount) - 1) << other;
        if (_count < _meetings.Length) _meetings[_count++] = new Meeting(kind, (sbyte)one, (sbyte)oneCount, (sbyte)other, (sbyte)otherCount, alike, weight);
    }

    private static bool IsMet(ulong met, int at) => (met >> at & 1) != 0;

    private static float Weight(in NameWord one, in NameWord other) => (one.Weight + other.Weight) / 2f;
}
