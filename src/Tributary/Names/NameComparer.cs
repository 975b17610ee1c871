namespace Tributary.Names;

/// <summary>Compares two names.</summary>
/// <remarks>
/// Words meet in any order. Those that take each other's place and differ are evidence against: that tells brothers and companies of one group apart.
/// Words that one name leaves out are hardly any. Allocates nothing.
/// </remarks>
internal ref struct NameComparer
{
    public const int WordsMax = RawWord.WordsMax;

    private const float ContradictedFactor = 2f;
    private const float Surely = 0.8f;
    private const float UnlikeFactor = 1.8f;
    private const float OmittedByPerson = 0.12f;
    private const float OmittedByOthers = 0.5f;
    private const float OmittedFirst = 0.5f;
    private const float OmittedNumber = 1.5f;
    private const float OmittedCommon = 1f;

    private readonly PreparedName _one;
    private readonly PreparedName _other;
    private readonly bool _isPerson;
    private readonly Span<Meeting> _meetings;
    private int _count;
    private ulong _oneMet;
    private ulong _otherMet;

    public NameComparer(PreparedName one, PreparedName other, Span<Meeting> meetings)
    {
        _one = one;
        _other = other;
        _meetings = meetings;
        _isPerson = one.Type == NameType.Person || other.Type == NameType.Person || (one.Type == NameType.Any && other.Type == NameType.Any);
    }

    /// <summary>The meetings of words, after <see cref="Score"/>.</summary>
    public readonly ReadOnlySpan<Meeting> Meetings => _meetings[.._count];

    /// <summary>The score, 0 to 1.</summary>
    public float Score()
    {
        var ones = _one.Words;
        var others = _other.Words;
        MeetSame(ones, others);
        MeetAlike(ones, others, Surely);
        MeetJoined(ones, others);
        MeetAlike(ones, others, WordLikeness.Least);
        MeetForms(ones, others);
        return Sum(ones, others);
    }

    private void MeetSame(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        for (var i = 0; i < ones.Length; i++)
        {
            if (!IsTold(ones[i])) continue;
            for (var j = 0; j < others.Length; j++)
            {
                if (IsMet(_otherMet, j) || !IsTold(others[j]) || ones[i].Length != others[j].Length || ones[i].Mask != others[j].Mask) continue;
                if (!_one.SoundsOf(ones[i]).SequenceEqual(_other.SoundsOf(others[j]))) continue;
                Meet(MeetingKind.Same, i, 1, j, 1, 1, Weight(ones[i], others[j]));
                break;
            }
        }
    }

    // The best pair first, until none is left that is alike.
    private void MeetAlike(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others, float least)
    {
        Span<float> alike = stackalloc float[64];
        Span<byte> rows = stackalloc byte[8], columns = stackalloc byte[8];
        var (rowCount, columnCount) = (Left(ones, _oneMet, rows), Left(others, _otherMet, columns));
        for (var r = 0; r < rowCount; r++)
        {
            for (var c = 0; c < columnCount; c++) alike[(r * 8) + c] = Likeness(ones[rows[r]], others[columns[c]]);
        }
        while (true)
        {
            var (best, bestRow, bestColumn) = (least, -1, -1);
            for (var r = 0; r < rowCount; r++)
            {
                for (var c = 0; c < columnCount; c++)
                {
                    if (alike[(r * 8) + c] > best) (best, bestRow, bestColumn) = (alike[(r * 8) + c], r, c);
                }
            }
            if (bestRow < 0) return;
            var (i, j) = (rows[bestRow], columns[bestColumn]);
            var kind = ones[i].Kind == WordKind.Initial || others[j].Kind == WordKind.Initial ? MeetingKind.Initial : MeetingKind.Alike;
            Meet(kind, i, 1, j, 1, best, Weight(ones[i], others[j]));
            for (var r = 0; r < rowCount; r++) alike[(r * 8) + bestColumn] = 0;
            for (var c = 0; c < columnCount; c++) alike[(bestRow * 8) + c] = 0;
        }
    }

    private readonly float Likeness(in NameWord one, in NameWord other)
    {
        if (!CanBeAlike(one, other)) return 0;
        var likeness = WordLikeness.Of(_one, one, _other, other);
        return likeness < WordLikeness.Least && _isPerson ? Math.Max(likeness, WordLikeness.OfStart(_one.SoundsOf(one), _other.SoundsOf(other))) : likeness;
    }

    // Each edit changes two bits of the masks at most, and edits beyond the limit are too many.
    private static bool CanBeAlike(in NameWord one, in NameWord other) =>
        one.IsUnvoiced || other.IsUnvoiced || (one.Same | other.Same) != 0 || one.Kind == WordKind.Initial || other.Kind == WordKind.Initial || Math.Abs(one.Length - other.Length) <= 5;

    private static int Left(ReadOnlySpan<NameWord> words, ulong met, Span<byte> left)
    {
        var count = 0;
        for (var at = 0; at < words.Length && count < left.Length; at++)
        {
            if (!IsMet(met, at) && IsTold(words[at])) left[count++] = (byte)at;
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

    // PLA and People's Liberation Army.
    private bool IsAcronym(ReadOnlySpan<byte> letters, PreparedName name, ReadOnlySpan<NameWord> parts, int start, ulong met)
    {
        if (_isPerson || letters.Length < 2 || start + letters.Length > parts.Length) return false;
        for (var at = 0; at < letters.Length; at++)
        {
            if (IsMet(met, start + at) || parts[start + at].Kind is not (WordKind.Name or WordKind.Common) || name.SoundsOf(parts[start + at])[0] != letters[at]) return false;
        }
        return true;
    }

    private void Join(ReadOnlySpan<NameWord> wholes, int at, ReadOnlySpan<NameWord> parts, bool isOne)
    {
        var (whole, name, met) = isOne ? (_one, _other, _otherMet) : (_other, _one, _oneMet);
        Span<byte> joined = stackalloc byte[SoundReader.SoundsMax];
        for (var start = 0; start + 1 < parts.Length; start++)
        {
            if (IsAcronym(whole.SoundsOf(wholes[at]), name, parts, start, met))
            {
                var letters = wholes[at].Length;
                if (isOne) Meet(MeetingKind.Acronym, at, 1, start, letters, 0.95f, 200);
                else Meet(MeetingKind.Acronym, start, letters, at, 1, 0.95f, 200);
                return;
            }
            var length = 0;
            for (var end = start; end < parts.Length && end < start + 4 && !IsMet(met, end) && parts[end].Kind is not (WordKind.Form or WordKind.Honorific or WordKind.Number); end++)
            {
                var sounds = name.SoundsOf(parts[end]);
                if (length + sounds.Length > joined.Length) break;
                // Where a word ends as the next one begins, people write the letter once.
                if (length > 0 && joined[length - 1] == sounds[0]) sounds = sounds[1..];
                sounds.CopyTo(joined[length..]);
                length += sounds.Length;
                if (end == start) continue;
                var alike = WordLikeness.OfSounds(whole.SoundsOf(wholes[at]), wholes[at].IsUnvoiced, joined[..length], parts[start].IsUnvoiced);
                if (alike < 0.8f) continue;
                var count = end - start + 1;
                var weight = Math.Max(wholes[at].Weight, parts[start].Weight) * 1.3f;
                if (isOne) Meet(MeetingKind.Joined, at, 1, start, count, alike, weight);
                else Meet(MeetingKind.Joined, start, count, at, 1, alike, weight);
                return;
            }
        }
    }

    // Forms of companies say little: the same one supports, another one is a small doubt.
    private void MeetForms(ReadOnlySpan<NameWord> ones, ReadOnlySpan<NameWord> others)
    {
        if (_isPerson) return;
        var (one, other) = (FormOf(ones), FormOf(others));
        if (one < 0 || other < 0) return;
        var same = ones[one].Same == others[other].Same;
        Meet(same ? MeetingKind.Same : MeetingKind.Contradicted, one, 1, other, 1, same ? 1 : 0, same ? 5 : 8);
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
        var (alike, met, against) = (0f, 0f, 0f);
        foreach (var meeting in Meetings)
        {
            if (meeting.Kind == MeetingKind.Contradicted) against += meeting.Weight;
            else
            {
                alike += (1 - (UnlikeFactor * (1 - meeting.Alike))) * meeting.Weight;
                met += meeting.Weight;
            }
        }
        if (met == 0) return 0;
        // Words left on both sides take each other's place, the weightiest first.
        var (i, j) = (-1, -1);
        while ((i = NextLeft(ones, _oneMet, i + 1)) >= 0 & (j = NextLeft(others, _otherMet, j + 1)) >= 0)
        {
            var weight = Weight(ones[i], others[j]);
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
            if (!IsMet(met, at) && IsTold(words[at])) return at;
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

    private static bool IsTold(in NameWord word) => word.Kind <= WordKind.Number;

    private static float Weight(in NameWord one, in NameWord other) => (one.Weight + other.Weight) / 2f;
}
