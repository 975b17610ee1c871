using System.Globalization;
using Tributary.Conferences;
using Tributary.Parties;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>An entry in words: who, and what.</summary>
internal readonly record struct EntryWords(string Who, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Who}: {What}";

    public static EntryWords Of(Conference conference) => new(conference.Host, Join(
        $"\"{conference.Title}\" in {conference.City}, {NameOf(conference.Country)}",
        Days(conference) + (conference.Zone is null ? "" : $" ({conference.Zone})"),
        conference.About.Count > 0 ? $"about {string.Join(", ", conference.About.Select(NameOf))}" : ""));

    public static EntryWords Of(Participant participant) => new(participant.Party, participant.Attended
        ? participant.Role.ToString().ToLowerInvariant()
        : Join(
            participant.AbsenceReason is { } reason ? $"stayed away; reason: {reason}" : "stayed away; no reason stated",
            participant.MayAttendLater switch { Said.Yes => "could come later", Said.No => "would not come later", _ => "" } + (participant.LaterWords is { } words ? $" (\"{words}\")" : "")));

    public static EntryWords Of(Statement statement) => new(
        Join(statement.Speaker ?? "", statement.Office ?? "", statement.Party ?? ""),
        statement.Speech == Speech.Direct ? $"\"{statement.Words.Trim('"')}\"" : statement.Words);

    public static EntryWords Of(Call call) => new(call.Party, Join(
        call.To is null ? "" : $"to {call.To}",
        call.Purpose ?? "",
        Aim(call.For, call.Countries),
        call.Amount is { } amount ? amount.ToString() : "no sum named"));

    public static EntryWords Of(Pledge pledge) => new(pledge.Party, Join(
        pledge.Amount + (pledge.AmountUsd is { } usd ? $" (US$ {CellText.Money(usd)})" : ""),
        Aim(null, pledge.Countries),
        pledge.Plan is { } plan ? $"for plan {plan}" : "",
        pledge.Purpose ?? "",
        $"made on {CellText.Day(pledge.MadeOn)}",
        Period(pledge),
        pledge.NewMoney switch { Said.Yes => "new money", Said.No => "not new money", _ => "" }));

    /// <summary>The days of a conference.</summary>
    public static string Days(Conference conference) => conference.FirstDay == conference.LastDay
        ? CellText.Day(conference.FirstDay)
        : $"{CellText.Day(conference.FirstDay)} to {CellText.Day(conference.LastDay)}";

    /// <summary>The time that a pledge is for; empty when no document states it.</summary>
    public static string Period(Pledge pledge) => (pledge.PeriodFirst, pledge.PeriodLast) switch
    {
        (null, null) => "",
        ({ } first, null) => $"for the time from {CellText.Day(first)}",
        (null, { } last) => $"for the time until {CellText.Day(last)}",
        ({ } first, { } last) => $"for {CellText.Day(first)} to {CellText.Day(last)}",
    };

    /// <summary>A country's name as ISO 3166 has it.</summary>
    public static string NameOf(string iso3) => Countries.ByIso3.TryGetValue(iso3, out var country) ? country.Name : iso3;

    // Kabul and Afghanistan: as the document says it, and what is meant.
    private static string Aim(string? words, IReadOnlyList<string> countries) => (words, countries.Count) switch
    {
        (null, 0) => "",
        (null, _) => $"for {string.Join(", ", countries.Select(NameOf))}",
        (_, 0) => $"for {words}",
        _ when countries is [var only] && words.Contains(NameOf(only), StringComparison.OrdinalIgnoreCase) => $"for {words}",
        _ => string.Create(CultureInfo.InvariantCulture, $"for {words} ({string.Join(", ", countries.Select(NameOf))})"),
    };

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var said = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0) said.Add(part);
        }
        return string.Join(", ", said);
    }
}
