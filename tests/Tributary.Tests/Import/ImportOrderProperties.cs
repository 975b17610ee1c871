using CsCheck;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Import;

/// <summary>The same documents give the same facts, whatever the order and number of imports.</summary>
public sealed class ImportOrderProperties
{
    private const int DocumentsMax = 4;
    private const long Runs = 8;
    private static readonly string[] Statuses = ["paid", "commitment", "pledge"];

    // Few flows, few changes and few days, so that statements meet.
    private static readonly Gen<FlowBuilder> Flows =
        from id in Gen.Long[1, 4]
        from amount in Gen.Decimal[0, 1_000_000].Select(amount => Math.Round(amount, 2))
        from status in Gen.Int[0, 2].Select(index => Statuses[index])
        from changed in Gen.Int[1, 3]
        from year in Gen.Int[2019, 2021]
        from organization in Gen.Int[1, 4]
        from shared in Gen.Bool
        select new FlowBuilder
        {
            Id = id, AmountUsd = amount, Status = status, UpdatedAt = $"2020-06-0{changed}T00:00:00Z", Source = [$"Organization:{organization}"],
            Destination = ["Location:1", $"UsageYear:{year}", .. shared ? (string[])["Plan:900*", "Plan:901*"] : ["Plan:900"]],
        };

    private static readonly Gen<(string Page, DateOnly Day)[]> Documents =
        Gen.Select(Flows.Array[1, 4].Select(flows => FlowBuilder.Page(flows.DistinctBy(flow => flow.Id))), Gen.Int[1, 3], (page, day) => (page, new DateOnly(2020, 7, day))).Array[2, DocumentsMax];

    [Fact]
    public void Facts_OfShuffledImports_AreTheSame() => Gen.Select(Documents, Gen.Shuffle(Enumerable.Range(0, DocumentsMax).ToArray()), Gen.Bool).Sample((documents, order, together) =>
    {
        // One document is of one day, whoever imports it first.
        documents = [.. documents.DistinctBy(document => document.Page)];
        using var folder = new TempFolder();
        var paths = documents.Select(document => folder.Write(document.Page)).ToArray();
        using var inOrder = new TempLedger();
        using var shuffled = new TempLedger();
        for (var index = 0; index < documents.Length; index++) inOrder.Import(documents[index].Day, paths[index]);
        var chosen = order.Where(index => index < documents.Length).ToList();
        if (together) foreach (var day in chosen.GroupBy(index => documents[index].Day)) shuffled.Import(day.Key, [.. day.Select(index => paths[index])]);
        else foreach (var index in chosen) shuffled.Import(documents[index].Day, paths[index]);
        Assert.Equal(inOrder.Print(), shuffled.Print());
    }, iter: Runs, threads: 1);

    [Fact]
    public void Facts_OfTheSamplesBackwards_AreTheSame()
    {
        var paths = Directory.GetFiles(Repository.Find("samples")).Order(StringComparer.Ordinal).Where(path => Path.GetExtension(path) is not (".md" or ".yaml")).ToArray();
        using var together = TempLedger.Of(paths);
        using var backwards = new TempLedger();
        foreach (var path in paths.Reverse()) backwards.Import(path);
        Assert.Equal(together.Print(), backwards.Print());
    }

    [Fact]
    public void Facts_OfApiAndHdxInAnyOrder_AreTheSame()
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "the published answers are not to hand");
        string[] paths = [.. Directory.GetFiles(folder, "custom*.json"), .. Directory.GetFiles(Path.Combine(folder, "expected"), "*.csv")];
        using var together = TempLedger.Of(paths);
        using var inTwo = TempLedger.Of([.. paths.Reverse().Take(5)]);
        inTwo.Import([.. paths.SkipLast(5)]);
        Assert.Equal(together.Print(), inTwo.Print());
    }
}
