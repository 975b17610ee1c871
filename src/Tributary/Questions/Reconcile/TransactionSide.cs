using System.Globalization;
using Tributary.Activities;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A transaction of IATI, for holding it against flows.</summary>
/// <param name="Name">The activity's identifier, # and what tells the transaction apart there.</param>
/// <param name="Activity">The activity that it is of.</param>
/// <param name="Type">The code of its type.</param>
/// <param name="Value">The amount; null where none can be read or nobody states its currency.</param>
/// <param name="Currency">The currency; null likewise.</param>
/// <param name="Date">Its day.</param>
/// <param name="ValueDate">The day on which its value is to be converted.</param>
/// <param name="Provider">Who gives, by its number among the parties; null where nobody is named.</param>
/// <param name="Receiver">Who gets.</param>
/// <param name="Countries">ISO 3166 alpha-3: its own, else the activity's.</param>
/// <param name="References">By what others may name it.</param>
/// <param name="Source">The document that states it, and where.</param>
internal sealed record TransactionSide(
    string Name, ActivitySide Activity, string Type, decimal? Value, string? Currency, DateOnly? Date, DateOnly? ValueDate, int? Provider, int? Receiver,
    IReadOnlyList<string> Countries, IReadOnlyList<string> References, SourceLocation Source)
{
    /// <summary>The types that move money, or promise it, from one party to another. What a party spends itself reaches no other one.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        TransactionTypes.IncomingFunds, TransactionTypes.OutgoingCommitment, TransactionTypes.Disbursement, TransactionTypes.IncomingCommitment, TransactionTypes.OutgoingPledge, TransactionTypes.IncomingPledge,
    ];

    /// <summary>Whether a type is reported by whoever gets the money.</summary>
    public static bool IsIncoming(string type) => type is TransactionTypes.IncomingFunds or TransactionTypes.IncomingCommitment or TransactionTypes.IncomingPledge;

    /// <summary>The word of FTS for how firm it is.</summary>
    public Flows.FlowStatus Status => Type switch
    {
        TransactionTypes.OutgoingPledge or TransactionTypes.IncomingPledge => Flows.FlowStatus.Pledge,
        TransactionTypes.OutgoingCommitment or TransactionTypes.IncomingCommitment => Flows.FlowStatus.Commitment,
        _ => Flows.FlowStatus.Paid,
    };

    /// <summary>The day by which it is converted: that of its value, else its own.</summary>
    public DateOnly? RateDay => ValueDate ?? Date;

    /// <summary>What tells a transaction apart in its activity where no reference does: type, day and amount.</summary>
    public static string Described(string type, DateOnly? date, decimal? value, string? currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{type}:{date:yyyy-MM-dd}:{value:0.##################}{currency}");
}

/// <summary>An activity of IATI, for holding its transactions against flows.</summary>
/// <param name="Name">Its identifier; of an activity without one the document and the line.</param>
/// <param name="ReporterRef">Who publishes it, by identifier.</param>
/// <param name="ReporterName">The same by name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Plans">FTS's ids of the plans that it names as appeals.</param>
/// <param name="References">By what others may name it.</param>
internal sealed record ActivitySide(string Name, string? ReporterRef, string? ReporterName, string? Title, IReadOnlyList<string> Plans, IReadOnlyList<string> References);
