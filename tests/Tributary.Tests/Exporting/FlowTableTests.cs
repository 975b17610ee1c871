using System.Text.Json.Nodes;
using CsCheck;
using Tributary.Exporting;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Exporting;

/// <summary>The table of flows, in each form, and the way back.</summary>
public sealed class FlowTableTests
{
    private const long Runs = 8;

    private static readonly TableQuestion Flows = new() { Table = FactTable.All[0] };

    [Fact]
    public void JsonLines_ImportedAgain_GiveTheSameFacts() => GeneratedFlows.Page.Sample(page =>
    {
        using var folder = new TempFolder();
        using var original = TempLedger.Of(folder.Write(page));
        using var read = TempLedger.Of(Write(original, folder, ExportForm.Jsonl));
        Assert.Equal(Contents(original, "flow.known_to IS NULL"), Contents(read, "true"));
        Assert.Equal("fts-flows-jsonl", Assert.Single(read.Open().Ask(new Tributary.Questions.DocumentsQuestion(), TestContext.Current.CancellationToken).Documents).Format);
    }, iter: Runs, threads: 1);

    [Fact]
    public void JsonLines_OfEveryStatement_GiveEveryStatementAndTheSameLatestWord()
    {
        using var folder = new TempFolder();
        var flow = new FlowBuilder { Id = 1, AmountUsd = 100, VersionId = 1 };
        using var original = TempLedger.Of(folder.Write(FlowBuilder.Page(flow)), folder.Write(FlowBuilder.Page(flow with { AmountUsd = 250, VersionId = 2, UpdatedAt = "2020-07-01T00:00:00Z" })), Repository.Find("samples"));
        using var read = TempLedger.Of(Write(original, folder, ExportForm.Jsonl, Flows with { AllStatements = true }));
        Assert.Equal(Contents(original, "true"), Contents(read, "true"));
        Assert.Equal(Contents(original, "known_to IS NULL"), Contents(read, "known_to IS NULL"));
        Assert.Equal(250, Assert.Single(read.Ask(new Tributary.Questions.FlowsQuestion { Plans = ["900"] }).Flows).AmountUsd);
    }

    [Fact]
    public void JsonLines_OfHdxFiles_KeepThatTheSourceIsPartial()
    {
        using var folder = new TempFolder();
        using var original = TempLedger.Of(folder.Write("id,amountUSD,status,boundary,onBoundary,destUsageYearStart,destPlanId,description\n7,1.5,paid,internal,shared,2020,900,\"'=1+1\"\n", ".csv"));
        var path = Write(original, folder, ExportForm.Jsonl);
        using var read = TempLedger.Of(path);
        Assert.Equal(Contents(original, "true"), Contents(read, "true"));
        var line = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal(("line 2", true, "2026-04-30", "=1+1"), ((string?)line["tributary"]!["place"], (bool)line["tributary"]!["sourcePartial"]!, (string?)line["tributary"]!["knownFrom"], (string?)line["description"]));
    }

    [Theory]
    [InlineData(ExportForm.Jsonl)]
    [InlineData(ExportForm.Parquet)]
    [InlineData(ExportForm.Csv)]
    public void Text_ThatIsHostile_IsReadBackAsItWas(ExportForm form)
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(GeneratedFlows.Hostile.Select((text, index) => new FlowBuilder { Id = index + 1, Description = text }))));
        var path = Write(ledger, folder, form);
        var read = form switch
        {
            ExportForm.Jsonl => File.ReadLines(path).Select(line => (string?)JsonNode.Parse(line)!["description"]).ToList(),
            ExportForm.Parquet => Parquet.Column(path, "SELECT description FROM t ORDER BY flow_id"),
            _ => PublishedCsv.Rows(path).ConvertAll<string?>(row => row["description"]),
        };
        Assert.Equal(GeneratedFlows.Hostile.Length, read.Count);
        Assert.All(GeneratedFlows.Hostile.Zip(read), pair => Assert.Equal(form == ExportForm.Csv && Tributary.Reading.FormulaMark.IsNeeded(pair.First) ? "'" + pair.First : pair.First, pair.Second));
    }

    [Fact]
    public void Forms_OfTheSamples_HoldTheSameAmountsAndObjects()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        var csv = PublishedCsv.Rows(Write(ledger, folder, ExportForm.Csv));
        var parquet = Write(ledger, folder, ExportForm.Parquet);
        foreach (var column in (ReadOnlySpan<string>)["flow_id", "document", "place", "known_from", "status", "flow_type", "dst_organization", "src_organization", "dst_plan", "child_flow_ids", "reports", "date", "original_currency", "new_money"])
        {
            Assert.Equal(csv.Select(row => row[column]).Order(StringComparer.Ordinal), Parquet.Column(parquet, $"SELECT coalesce({column}::VARCHAR, '') FROM t").Order(StringComparer.Ordinal));
        }
        Assert.Equal(csv.Sum(row => row.Figure("amount_usd")), decimal.Parse(Parquet.Column(parquet, "SELECT sum(amount_usd)::VARCHAR FROM t")[0]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["DECIMAL(18,4)", "DATE", "TIMESTAMP"], Parquet.Column(parquet, "SELECT unnest([typeof(amount_usd), typeof(date), typeof(updated_at)]) FROM t LIMIT 3"));
    }

    [Fact]
    public void Filters_AndDay_ChooseStatements()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        var flow = new FlowBuilder { Id = 1, AmountUsd = 100 };
        ledger.Import(new DateOnly(2020, 7, 1), folder.Write(FlowBuilder.Page(flow, flow with { Id = 2, Destination = ["Location:2", "UsageYear:2021", "Plan:901"] })));
        ledger.Import(new DateOnly(2020, 8, 1), folder.Write(FlowBuilder.Page(flow with { AmountUsd = 300, UpdatedAt = "2020-07-15T00:00:00Z" })));
        Assert.Equal(["300"], Amounts(ledger.Ask(Flows with { Plans = ["900"] })));
        Assert.Equal(["100", "100", "300"], Amounts(ledger.Ask(Flows with { AllStatements = true })));
        var then = ledger.Open().Ask(Flows with { AllStatements = true }, new DateOnly(2020, 7, 15), TestContext.Current.CancellationToken);
        Assert.Equal(["100", "100"], Amounts(then));
        Assert.All(Rows(then), row => Assert.Equal("", row["known_to"]));
    }

    [Fact]
    public void Tables_AllOfThem_CanBeWrittenInEachForm()
    {
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        foreach (var table in FactTable.All) AssertWritten(ledger, table);
    }

    private static void AssertWritten(TempLedger ledger, FactTable table)
    {
        using var folder = new TempFolder();
        var question = new TableQuestion { Table = table };
        var exported = ledger.Ask(question);
        var rows = exported.Write(folder["t.csv"], ExportForm.Csv, token: TestContext.Current.CancellationToken);
        Assert.Equal(rows, exported.Write(folder["t.jsonl"], ExportForm.Jsonl, token: TestContext.Current.CancellationToken));
        Assert.Equal(rows, exported.Write(folder["t.parquet"], ExportForm.Parquet, token: TestContext.Current.CancellationToken));
        Assert.Equal(rows, PublishedCsv.Rows(folder["t.csv"]).Count);
        Assert.Equal([.. exported.Columns().Select(column => column.Name)], Parquet.Column(folder["t.parquet"], "SELECT column_name FROM (DESCRIBE t)"));
        Assert.Equal(["t.csv", "t.jsonl", "t.parquet"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Where(name => name!.StartsWith('t')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ExportForm.Csv)]
    [InlineData(ExportForm.Parquet)]
    public void Export_ThatIsStopped_StopsAndLeavesNoFile(ExportForm form)
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(Repository.Find("samples"));
        using var files = new ExportFiles(overwrite: false);
        var part = files.Add(folder["flows"]);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ledger.Ask(Flows).Write(part, form, progress: null, stop.Token));
        files.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("{\"tributary\":{\"place\":\"line 1\"},\"id\":\"1\",\"amountUSD\":\"x\",\"status\":\"paid\",\"boundary\":\"incoming\",\"onBoundary\":\"single\"}\n", "line 1, /amountUSD", "fts-amount-invalid")]
    [InlineData("{\"tributary\":{\"sourcePartial\":3},\"id\":\"1\",\"amountUSD\":1,\"status\":\"paid\",\"boundary\":\"incoming\",\"onBoundary\":\"single\"}\n", "line 1, /tributary/sourcePartial", "fts-type-wrong")]
    [InlineData("{\"id\":\"1\",\"amountUSD\":1,\"status\":\"paid\",\"boundary\":\"incoming\",\"onBoundary\":\"single\"}\n\n{\"id\":\"2\"}\n", "line 3", "fts-amount-missing")]
    [InlineData("{\"amountUSD\":1,\"boundary\":\"incoming\"}\n{\"id\":,}\n", "line 2, byte 7", "document-malformed")]
    [InlineData("{\"amountUSD\":1,\"boundary\":\"incoming\"}\n{\"id\":\"2", "line 2", "document-truncated")]
    public void JsonLines_ThatAreOdd_SayWhere(string text, string place, string code)
    {
        var sink = new Sources.Fts.RecordingSink();
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var fatal = Formats.Named("fts-flows-jsonl").Read(stream, sink, TestContext.Current.CancellationToken);
        List<ReadIssue> issues = fatal is null ? [.. sink.Issues] : [.. sink.Issues, fatal];
        Assert.Contains(issues, issue => issue.Code == code && issue.Place.StartsWith(place, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Amounts(ExportedTable table) => Rows(table).Select(row => row["amount_usd"]).Order(StringComparer.Ordinal);

    private static List<Dictionary<string, string>> Rows(ExportedTable table)
    {
        using var folder = new TempFolder();
        table.Write(folder["rows.csv"], ExportForm.Csv, token: TestContext.Current.CancellationToken);
        return PublishedCsv.Rows(folder["rows.csv"]);
    }

    private static string Write(TempLedger ledger, TempFolder folder, ExportForm form, TableQuestion? question = null)
    {
        var path = folder[$"flows.{form.ToString().ToLowerInvariant()}"];
        ledger.Ask(question ?? Flows).Write(path, form, progress: null, TestContext.Current.CancellationToken);
        return path;
    }

    // All that the facts say of flows but the document, the place in it, and since when: as text, independently of how it is exported.
    private static List<string> Contents(TempLedger ledger, string where)
    {
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        string[] left = ["document", "place", "known_from", "known_to"];
        string[] terms = ["original_currency", "flow_type", "contribution_type", "method", "earmarking", "keywords", "budget_year"];
        string[] sets = [.. ObjectTypes.All.SelectMany(type => new[] { FlowColumns.Of(Side.Source, type), FlowColumns.Of(Side.Destination, type) })];
        var columns = facts.Query("SELECT column_name FROM (DESCRIBE flow)", row => row.GetString(0)).Except(left).Select(name =>
            terms.Contains(name) ? $"(SELECT text FROM term WHERE term.code = flow.{name})"
            : sets.Contains(name) ? $"(SELECT list(row(type, object_id, name, object_code, behaviour, kinds, subkinds) ORDER BY ordinal) FROM object_set_member m WHERE m.code = flow.{name})"
            : name);
        const string children = "(SELECT list(child_flow_id ORDER BY child_flow_id) FROM flow_child c WHERE c.document = flow.document AND c.place = flow.place)";
        const string reports = "(SELECT list(row(ordinal, source_type, organization, channel, date, ref_code) ORDER BY ordinal) FROM flow_report r WHERE r.document = flow.document AND r.place = flow.place)";
        return facts.Query($"SELECT row({string.Join(", ", columns)}, {children}, {reports})::VARCHAR FROM flow WHERE {where} ORDER BY 1", row => row.GetString(0));
    }
}

/// <summary>Reads Parquet files with DuckDB.</summary>
internal static class Parquet
{
    /// <summary>The first column of a query on a file, which is called <c>t</c>.</summary>
    public static List<string?> Column(string path, string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Execute($"CREATE VIEW t AS SELECT * FROM read_parquet('{path}')");
        return connection.Column(sql, row => row.IsDBNull(0) ? null : Convert.ToString(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
    }
}
