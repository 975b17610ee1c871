using Tributary.Activities;

namespace Tributary.Ledgers;

/// <summary>Writes the activities and organisations of one document into a draft.</summary>
internal sealed class ActivityFacts
{
    private readonly FactDraft _draft;
    private readonly int _document;
    private readonly int _day;

    internal ActivityFacts(FactDraft draft, int document, int day) => (_draft, _document, _day) = (draft, document, day);

    public void Add(Activity activity)
    {
        var row = Row("activity", activity.Ordinal);
        row.Add(activity.Line).Add(activity.Id).Add(_day).AddNull();
        row.AddTerm(activity.Version).AddTerm(activity.Reporter?.Ref).AddTerm(activity.Reporter?.Type).AddTerm(activity.Reporter?.Name).Add(activity.IsSecondary);
        row.Add(activity.Hierarchy).AddTerm(activity.Status).AddTerm(activity.DefaultCurrency).AddTerm(activity.DefaultLanguage).Add(activity.IsHumanitarian).Add(activity.LastUpdated);
        row.Add(activity.Dates.PlannedStart).Add(activity.Dates.ActualStart).Add(activity.Dates.PlannedEnd).Add(activity.Dates.ActualEnd);
        row.Add(activity.Title);
        AddClassification(row, activity.Defaults);
        row.Add(activity.Details).End();

        for (var index = 0; index < activity.Parties.Count; index++) AddParty(activity.Ordinal, index + 1, activity.Parties[index]);
        foreach (var scope in activity.Scopes) Row("activity_scope", activity.Ordinal).AddTerm(scope.Type).AddTerm(scope.Vocabulary).AddTerm(scope.Code).AddTerm(scope.Name).End();
        foreach (var related in activity.Related) Row("related_activity", activity.Ordinal).AddTerm(related.Type).Add(related.Id).End();
        foreach (var transaction in activity.Transactions) AddTransaction(activity.Ordinal, transaction);
        foreach (var budget in activity.Budgets) AddBudget(activity.Ordinal, budget);
        AddShares(activity.Ordinal, 0, activity.Shares);
    }

    public void Add(PublishingOrganisation organisation)
    {
        var row = Row("organisation", organisation.Ordinal);
        row.Add(organisation.Line).Add(organisation.Id).Add(_day).AddNull();
        row.AddTerm(organisation.Version).AddTerm(organisation.Name).AddTerm(organisation.Reporter?.Ref).AddTerm(organisation.Reporter?.Type).AddTerm(organisation.Reporter?.Name);
        row.AddTerm(organisation.DefaultCurrency).Add(organisation.LastUpdated).Add(organisation.Details).End();
        foreach (var budget in organisation.Budgets) AddBudget(organisation.Ordinal, budget);
    }

    private void AddTransaction(int record, ActivityTransaction transaction)
    {
        var row = Row("activity_transaction", record);
        row.Add(transaction.Ordinal).Add(transaction.Line).Add(transaction.Reference).AddTerm(transaction.Type).Add(transaction.IsHumanitarian).Add(transaction.Date);
        AddAmount(row, transaction.Amount);
        row.Add(transaction.Description);
        AddSides(row, transaction.Provider, transaction.Receiver);
        row.AddTerm(transaction.Channel);
        AddClassification(row, transaction.Classification);
        row.Add(transaction.Details).End();
        AddShares(record, transaction.Ordinal, transaction.Shares);
    }

    private void AddBudget(int record, ActivityBudget budget)
    {
        var row = Row("iati_budget", record);
        row.Add(budget.Ordinal).Add(budget.Line).AddEnum((byte)budget.Kind).AddTerm(budget.Type).AddTerm(budget.Status).Add(budget.Start).Add(budget.End);
        AddAmount(row, budget.Amount);
        AddSides(row, budget.Provider, budget.Receiver);
        row.Add(budget.Recipient).Add(budget.Details).End();
    }

    private void AddParty(int record, int ordinal, ActivityParty party) => Row("activity_party", record)
        .Add(ordinal).AddTerm(party.Role).AddTerm(party.Organisation.Ref).AddTerm(party.Organisation.Type).AddTerm(party.Organisation.Name).Add(party.Organisation.ActivityId).AddTerm(party.CrsChannel).End();

    private void AddShares(int record, int transaction, IReadOnlyList<ActivityShare> shares)
    {
        foreach (var share in shares) Row("activity_share", record).Add(transaction).AddEnum((byte)share.Kind).AddTerm(share.Vocabulary).AddTerm(share.Code).Add(share.Percentage).AddTerm(share.Name).End();
    }

    private static void AddAmount(FactRow row, StatedAmount amount) => row.Add(amount.Value).AddTerm(amount.Currency).AddEnum((byte)amount.Basis).Add(amount.ValueDate);

    private static void AddSides(FactRow row, ActivityOrganisation? provider, ActivityOrganisation? receiver)
    {
        foreach (var side in (ReadOnlySpan<ActivityOrganisation?>)[provider, receiver]) row.AddTerm(side?.Ref).AddTerm(side?.Type).AddTerm(side?.Name).Add(side?.ActivityId);
    }

    private static void AddClassification(FactRow row, Classification classification) =>
        row.AddTerm(classification.FlowType).AddTerm(classification.FinanceType).AddTerm(classification.AidType).AddTerm(classification.TiedStatus);

    private FactRow Row(string table, int record) => _draft.Row(table).Add(_document).Add(record);
}
