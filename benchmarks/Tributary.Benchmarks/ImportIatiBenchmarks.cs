using System.Globalization;
using System.Text.Json;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Questions;
using Tributary.Sources;

namespace Tributary.Benchmarks;

/// <summary>IATI files imported: as a whole process, and changed at random.</summary>
internal sealed class ImportIatiBenchmarks(ScratchFolder folder, ResultTable table)
{
    private const double BytesPerSecondMin = 15_000_000;

    /// <summary>Imports a generated file into an empty ledger.</summary>
    /// <param name="from">Real files.</param>
    /// <param name="bytes">The size of the generated one.</param>
    /// <param name="runs">How often.</param>
    public void Run(string from, long bytes, int runs)
    {
        var path = folder.PathOf("activities.xml");
        long activities;
        using (var file = File.Create(path)) activities = new ActivityGenerator(from).Write(file, bytes);
        var size = new FileInfo(path).Length;
        var imports = Enumerable.Range(0, runs).Select(_ => WholeProcess.Run("import", path, "--day", "2026-04-17", "--ledger", folder.Empty("activities"))).ToList();
        using var ledger = Ledger.Open(folder.PathOf("activities"));
        var document = ledger.Ask(new DocumentsQuestion()).Documents[0];
        table.Add($"import of {size / 1_000_000} MB of activities", imports, Math.Max(1, size / BytesPerSecondMin), string.Create(CultureInfo.InvariantCulture, $"{document.Records} records of {activities} activities, {size / 1e6 / imports.Min(run => run.Seconds):0} MB/s in the best run"));
    }

    /// <summary>Changes small files at random, and has each read to its end.</summary>
    /// <param name="from">Real files.</param>
    /// <param name="times">How many changed files.</param>
    /// <param name="seed">The number of the first of them.</param>
    public void Fuzz(string from, int times, int seed)
    {
        var report = new FileFuzz(ActivitySeeds.Of(from), KindOf, FuzzBounds.OfSmallFiles).Run(times, seed);
        table.Add($"{times} changed files read", [report.Seconds], double.NaN, report.ToString());
    }

    /// <summary>Reads a changed file, and says what stopped it, or else what was odd first.</summary>
    /// <exception cref="InvalidOperationException">What was read cannot be kept, or an issue says nothing.</exception>
    public static string KindOf(Stream file)
    {
        var head = new byte[IDocumentFormat.HeadBytes];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (Formats.Recognise(head.AsSpan(0, length)) is not { } format || !format.Name.StartsWith("iati-", StringComparison.Ordinal)) return "no IATI";
        var sink = new CheckingSink();
        if (format.Read(file, sink, CancellationToken.None) is { } fatal) sink.Report(fatal);
        return sink.Last is { Severity: Severity.Fatal } ? sink.Last.Code : sink.First?.Code ?? "nothing";
    }

    // Wants of each record what the ledger's tables want, and keeps none.
    private sealed class CheckingSink : IRecordSink
    {
        private const int DetailsDepthMax = 256;

        public ReadIssue? First { get; private set; }

        public ReadIssue? Last { get; private set; }

        public void Add(Activity activity)
        {
            Check(activity.Details);
            foreach (var transaction in activity.Transactions) Check(transaction.Amount, transaction.Details);
            foreach (var budget in activity.Budgets) Check(budget.Amount, budget.Details);
            foreach (var share in activity.Shares.Concat(activity.Transactions.SelectMany(transaction => transaction.Shares))) Check(share.Percentage);
        }

        public void Add(PublishingOrganisation organisation)
        {
            Check(organisation.Details);
            foreach (var budget in organisation.Budgets) Check(budget.Amount, budget.Details);
        }

        public void Report(ReadIssue issue)
        {
            if (issue.ToString() is not { Length: > 20 and < 400 } message || message.Any(char.IsControl)) throw new InvalidOperationException($"an issue that says too little or too much: {issue}");
            First ??= issue;
            Last = issue;
        }

        public void StateDay(DateOnly day) => _ = day.DayNumber;

        public void LeaveOut() => throw new InvalidOperationException("a record is left out");

        public void Ignore(string field, string reason) => _ = field.Length + reason.Length;

        public void Add(FlowRecord flow) => throw new InvalidOperationException("a flow");

        public void Add(PlanRecord plan) => throw new InvalidOperationException("a plan");

        public void Add(PublishedFigure figure) => throw new InvalidOperationException("a figure");

        public void Add(LocationRecord location) => throw new InvalidOperationException("a place");

        public void Add(EvidenceField field) => throw new InvalidOperationException("a report");

        public void Add(ListedRecord listed) => throw new InvalidOperationException("an entry of a list");

        public void Add(ListVersion version) => throw new InvalidOperationException("a list");

        public void Add(ExchangeRate rate) => throw new InvalidOperationException("a rate");

        private static void Check(StatedAmount amount, string? details)
        {
            if (amount.Currency is null != (amount.Basis == CurrencyBasis.None)) throw new InvalidOperationException($"a currency without a basis, or the reverse: {amount}");
            Check(amount.Value);
            Check(details);
        }

        private static void Check(decimal? value) => _ = value is { } stated ? WideDecimal.ToUnits(stated) : 0;

        private static void Check(string? details)
        {
            if (details is not null) JsonDocument.Parse(details, new JsonDocumentOptions { MaxDepth = DetailsDepthMax }).Dispose();
        }
    }
}
