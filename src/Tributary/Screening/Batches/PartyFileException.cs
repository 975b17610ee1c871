namespace Tributary.Screening;

/// <summary>A file of parties that is not screened, or no further.</summary>
public sealed class PartyFileException : Exception
{
    /// <param name="message">The message, <c>place: what was found; what was expected; what to do</c>.</param>
    /// <param name="isOfPeopleInNeed">Whether it is because the file is one of people in need.</param>
    public PartyFileException(string message, bool isOfPeopleInNeed = false) : base(message) => IsOfPeopleInNeed = isOfPeopleInNeed;

    /// <summary>Whether the file is one of people in need, who are never screened.</summary>
    public bool IsOfPeopleInNeed { get; }

    /// <summary>How many rows were screened and given before it.</summary>
    public long RowsBefore { get; private init; }

    /// <summary>The same, after some rows.</summary>
    internal PartyFileException After(long rows) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Message}; {(rows == 0 ? "no row was screened" : $"{rows:N0} {(rows == 1 ? "row" : "rows")} before it were screened")}"), IsOfPeopleInNeed) { RowsBefore = rows };

    internal static PartyFileException OfPeopleInNeed(string place, string found) => new(
        $"{place}: {found}: this is a file of people in need; expected parties that receive and pass on money; people in need are never screened, because sanctions do not bind them and aid goes by need alone: if these are parties, give the column, the file or the role a name that says so (payee, partner, supplier), and see docs/screening.md", isOfPeopleInNeed: true);
}
