namespace Tributary.Proposing;

/// <summary>What a word can mean to the rules.</summary>
[Flags]
internal enum Sense : ulong
{
    /// <summary>Nothing that matters.</summary>
    None = 0,

    /// <summary>A promise: pledged, promises, vow.</summary>
    Promise = 1UL << 0,

    /// <summary>Giving, as it stands without a tense of its own: give, provide, donate.</summary>
    Give = 1UL << 1,

    /// <summary>Giving that was done: gave, donated, sent.</summary>
    Gave = 1UL << 2,

    /// <summary>Money set aside in a binding way: allocated, approved, signed.</summary>
    Commit = 1UL << 3,

    /// <summary>What is planned, thought of or sought, and not yet promised.</summary>
    Expect = 1UL << 4,

    /// <summary>A call for aid: appealed, requested.</summary>
    Appeal = 1UL << 5,

    /// <summary>A need: needs, requires.</summary>
    Need = 1UL << 6,

    /// <summary>A word for aid or for money given: assistance, grant, donation.</summary>
    Aid = 1UL << 7,

    /// <summary>A word for money that is no aid: debt, budget, reserves.</summary>
    NotAid = 1UL << 8,

    /// <summary>A verb of speaking: said, told.</summary>
    Say = 1UL << 9,

    /// <summary>A sum over several: total, altogether.</summary>
    Total = 1UL << 10,

    /// <summary>Given before: already, previously.</summary>
    Prior = 1UL << 11,

    /// <summary>Besides what was given before: additional, new.</summary>
    New = 1UL << 12,

    /// <summary>An office: minister, spokesman.</summary>
    Office = 1UL << 13,

    /// <summary>Meetings: conference, talks, summit.</summary>
    Meeting = 1UL << 14,

    /// <summary>Taking part: attended, joined.</summary>
    Attend = 1UL << 15,

    /// <summary>Staying away: boycotted, skipped.</summary>
    Absent = 1UL << 16,

    /// <summary>Inviting: hosted, hosting, convened.</summary>
    Host = 1UL << 17,

    /// <summary>will, would, could, may …</summary>
    Modal = 1UL << 18,

    /// <summary>has, have, had.</summary>
    Have = 1UL << 19,

    /// <summary>is, was, been …</summary>
    Be = 1UL << 20,

    /// <summary>to, for, in, of …</summary>
    Preposition = 1UL << 21,

    /// <summary>million, billion, mln …</summary>
    Scale = 1UL << 22,

    /// <summary>one, two, half, hundred …</summary>
    NumberWord = 1UL << 23,

    /// <summary>dollars, euros, SEK …</summary>
    Currency = 1UL << 24,

    /// <summary>Monday … Sunday.</summary>
    Weekday = 1UL << 25,

    /// <summary>January … December.</summary>
    Month = 1UL << 26,

    /// <summary>A word that begins sentences with a capital and is no name: The, But, In.</summary>
    Small = 1UL << 27,

    /// <summary>Demands of others: urged, called on.</summary>
    Demand = 1UL << 28,

    /// <summary>Fear: concerned, warned, fears.</summary>
    Fear = 1UL << 29,

    /// <summary>What is feared: risk, threat, danger.</summary>
    Risk = 1UL << 30,

    /// <summary>An abbreviation that ends with a point and no sentence.</summary>
    Abbreviation = 1UL << 31,

    /// <summary>Several together: countries, states, donors, neighbours.</summary>
    Group = 1UL << 32,

    /// <summary>he, she, it, they, we, I.</summary>
    Pronoun = 1UL << 33,

    /// <summary>A parliament, or who else decides about money: Congress, lawmakers.</summary>
    Parliament = 1UL << 34,

    /// <summary>A title before a name: Mr, Dr, Sheikh.</summary>
    Title = 1UL << 35,

    /// <summary>who, which, that.</summary>
    Relative = 1UL << 36,

    /// <summary>and, or, but, while …</summary>
    Conjunction = 1UL << 37,

    /// <summary>about, nearly, more than …</summary>
    About = 1UL << 38,

    /// <summary>could, may, might: what may be.</summary>
    Maybe = 1UL << 39,

    /// <summary>will, would, shall.</summary>
    Will = 1UL << 40,

    /// <summary>not, no, never, n't.</summary>
    Not = 1UL << 41,

    /// <summary>the, a, its, his …</summary>
    Determiner = 1UL << 42,

    /// <summary>who spoke to whom: reporters, journalists.</summary>
    Press = 1UL << 43,

    /// <summary>government, ministry, administration …: a body of the state that is named before it.</summary>
    State = 1UL << 44,

    /// <summary>today, yesterday, tomorrow.</summary>
    Day = 1UL << 45,

    /// <summary>What the money is for in business: company, shares, players …</summary>
    Business = 1UL << 46,
}
