using Tributary.Import;

namespace Tributary.Benchmarks;

/// <summary>A ledger of many generated flows: of HDX's form, with families of flows from the API, and some stated again three days later.</summary>
internal static class QuestionLedger
{
    /// <summary>The day of the first documents.</summary>
    public static readonly DateOnly First = new(2026, 4, 17);

    /// <summary>The day on which a fiftieth of the flows is stated again.</summary>
    public static readonly DateOnly Again = new(2026, 4, 20);

    /// <summary>Makes it, unless the folder holds one.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="from">Where real flows are, to draw from.</param>
    /// <param name="rows">Statements of flows in all.</param>
    /// <param name="scratch">Takes the documents meanwhile.</param>
    public static void Make(string folder, string from, int rows, ScratchFolder scratch)
    {
        if (Directory.Exists(folder)) return;
        var templates = FlowTemplate.Load(from);
        var (again, families) = (rows / 50, rows / 100);
        var flows = rows - again - families;
        Import(folder, First, scratch.PathOf("flows.csv"), file => new FlowGenerator(templates, seed: 1).Write(file, flows));
        Import(folder, First, scratch.PathOf("families.json"), file => new FamilyGenerator(seed: 1).Write(file, families));
        if (Directory.Exists(from)) new Importer(folder).Import(Directory.GetFiles(from, "fts_requirements*.csv"), new ImportOptions { Who = "benchmarks", Day = First });
        Import(folder, Again, scratch.PathOf("again.csv"), file => new FlowGenerator(templates, seed: 2).Write(file, again, flows));
    }

    private static void Import(string folder, DateOnly day, string path, Action<Stream> write)
    {
        using (var file = File.Create(path)) write(file);
        var report = new Importer(folder).Import([path], new ImportOptions { Who = "benchmarks", Day = day });
        if (report.Refused) throw new InvalidOperationException($"{path}: {report.Documents[0].Issues[0].First[0]}");
        File.Delete(path);
    }
}
