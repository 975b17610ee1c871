namespace Tributary.Benchmarks;

/// <summary>Reads the command and runs it; <c>benchmarks/README.md</c> says what each measures.</summary>
internal static class Program
{
    private const long UsualFile = 30_000_000, LargePage = 1_000_000_000;

    private const string Usage = """
        benchmarks generate --rows N --out FILE [--seed N] [--from FOLDER]   write HDX flows
        benchmarks page --bytes N --out FILE --from PAGE.json                write one page of FTS flows
        benchmarks published [--from FOLDER] [--runs N] [--save FOLDER]      import published files and ask every question
        benchmarks large [--rows N] [--from FOLDER] [--runs N] [--save FOLDER]   import generated flows and ask in process
        benchmarks questions [--rows N] [--from FOLDER] [--ledger FOLDER] [--postgres CONNECTION] [--runs N] [--save FOLDER]   ask everything in process, beside PostgreSQL
        benchmarks export [--rows N] [--from FOLDER] [--runs N] [--save FOLDER]  export generated flows to Parquet, CSV and JSON lines
        benchmarks names --from FOLDER [--seed N] [--runs N] [--save FOLDER]     load sanctions lists, compare names and find them
        benchmarks validate [--from FOLDER] [--bytes N] [--fuzz N] [--seed N] [--runs N] [--save FOLDER]   validate IATI files made of real activities
        benchmarks import-iati [--from FOLDER] [--bytes N] [--fuzz N] [--seed N] [--runs N] [--save FOLDER]   import IATI files made of real activities
        benchmarks propose --from FOLDER [--runs N] [--save FOLDER]          read news reports for what they state
        benchmarks activities --bytes N --out FILE [--from FOLDER]           write valid IATI activities
        benchmarks iati-tables --from STANDARD --out FOLDER                  make the tables of the IATI standard anew
        benchmarks memory --from PAGE.json [--save FOLDER]                   import 100 MB and 1 GB of one page
        benchmarks --tiny                                                    everything once over a few thousand rows
        """;

    public static int Main(string[] args) => Run(args, Console.Out);

    /// <summary>Runs one command.</summary>
    public static int Run(string[] args, TextWriter output)
    {
        if (Arguments.TryParse(args) is not { } given)
        {
            output.WriteLine(Usage);
            return 1;
        }
        using var folder = new ScratchFolder();
        var table = new ResultTable();
        switch (given.Command)
        {
            case "generate": return Generate(given, output);
            case "page": return Page(given, output);
            case "activities": return Activities(given, output);
            case "validate" when given.Fuzz > 0: new ValidateBenchmarks(folder, table).Fuzz(Sources.Activities(given.From), given.Fuzz, given.Seed); break;
            case "validate": new ValidateBenchmarks(folder, table).Run(Sources.Activities(given.From), given.Bytes ?? UsualFile, given.Runs); break;
            case "import-iati" when given.Fuzz > 0: new ImportIatiBenchmarks(folder, table).Fuzz(Sources.Activities(given.From), given.Fuzz, given.Seed); break;
            case "import-iati": new ImportIatiBenchmarks(folder, table).Run(Sources.Activities(given.From), given.Bytes ?? UsualFile, given.Runs); break;
            case "iati-tables": new IatiTableMaker(given.From).Write(given.Out); return 0;
            case "published": new PublishedBenchmarks(folder, table).Run(given.From, given.Runs); break;
            case "large": new LargeBenchmarks(folder, table).Run(given.From, given.Rows, given.Runs); break;
            case "questions": new QuestionBenchmarks(folder, output).Run(given, table); break;
            case "export": new ExportBenchmarks(folder, table).Run(given.From, given.Rows, given.Runs); break;
            case "names": new NameBenchmarks(folder, table).Run(given.From, given.Seed, given.Runs); break;
            case "propose": new ProposalBenchmarks(table).Run(given.From, given.Runs); break;
            case "memory": new MemoryBenchmarks(folder, table).Run(given.From, 100_000_000, 1_000_000_000); break;
            default: Tiny(folder, table); break;
        }
        table.Write(output);
        if (given.Save is { } results) output.WriteLine($"saved as {table.Save(results, string.Join(' ', args))}");
        return 0;
    }

    private static int Generate(Arguments given, TextWriter output)
    {
        using var file = Create(given.Out);
        var bytes = new FlowGenerator(FlowTemplate.Load(given.From), given.Seed).Write(file, given.Rows);
        output.WriteLine($"{given.Out}: {given.Rows} rows, {bytes} bytes");
        return 0;
    }

    private static int Page(Arguments given, TextWriter output)
    {
        using var file = Create(given.Out);
        output.WriteLine($"{given.Out}: {PageGenerator.Write(given.From, file, given.Bytes ?? LargePage)} flows");
        return 0;
    }

    private static int Activities(Arguments given, TextWriter output)
    {
        using var file = Create(given.Out);
        using var buffer = new BufferedStream(file, 1 << 20);
        output.WriteLine($"{given.Out}: {new ActivityGenerator(Sources.Activities(given.From)).Write(buffer, given.Bytes ?? LargePage)} activities");
        return 0;
    }

    private static void Tiny(ScratchFolder folder, ResultTable table)
    {
        new PublishedBenchmarks(folder, table).Run(Sources.Seed, 1);
        new LargeBenchmarks(folder, table).Run(Sources.Seed, 3000, 1);
        new QuestionBenchmarks(folder, TextWriter.Null).Run(new Arguments { Command = "questions", From = Sources.Seed, Rows = 3000, Runs = 1 }, table);
        new ExportBenchmarks(folder, table).Run(Sources.Seed, 3000, 1);
        new ValidateBenchmarks(folder, table).Run("", 100_000, 1);
        new ValidateBenchmarks(folder, table).Fuzz("", 400, 1);
        new ImportIatiBenchmarks(folder, table).Run("", 100_000, 1);
        new ImportIatiBenchmarks(folder, table).Fuzz("", 400, 1);
    }

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
}
