using Tributary.Deciding;
using Tributary.Import;
using Tributary.Questions;

namespace Tributary.Cli.Demo;

/// <summary>Makes a ledger from the samples that the program carries.</summary>
internal static class DemoLedger
{
    /// <summary>The report of the conference at which aid was called for.</summary>
    public const string Report = "moscow-conference-2021-10-20.txt";

    /// <summary>The name under which that conference is entered.</summary>
    public const string ConferenceId = "moscow-2021-10-20";

    private const string Entries = "moscow-conference-2021-10-20.yaml";

    // The samples carry facts of two days; see samples/README.md.
    private static readonly (DateOnly Day, string[] Names)[] Samples =
    [
        (new DateOnly(2021, 3, 5), ["afghanistan-2020-flows.json", "afghanistan-2020-plans.json", "afghanistan-2020-clusters.json", "afghanistan-locations.json"]),
        (new DateOnly(2026, 4, 17), ["afghanistan-plans.csv", Report]),
    ];

    /// <summary>Imports the samples and enters the conference; a ledger that has them stays as it is.</summary>
    public static void Make(string ledger, Surface surface, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("tributary-samples-").FullName;
        try
        {
            foreach (var (day, names) in Samples)
            {
                var options = new ImportOptions { Who = surface.Who, Why = "the demo's samples", Day = day };
                new Importer(ledger, surface.Clock).Import([.. names.Select(name => Unpack(name, folder))], options, token: token);
            }
            Enter(ledger, Unpack(Entries, folder), surface, token);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Enter(string ledger, string entries, Surface surface, CancellationToken token)
    {
        using var opened = Ledger.Open(ledger, token: token);
        if (opened.Ask(new ConferencesQuestion(), token).Conferences.Any(conference => conference.Id == ConferenceId)) return;
        opened.Enter(EntryFile.Read(entries), new DecideOptions { Who = surface.Who, Why = "the demo's samples", Clock = surface.Clock });
    }

    private static string Unpack(string name, string folder)
    {
        var path = Path.Combine(folder, name);
        using var sample = typeof(DemoLedger).Assembly.GetManifestResourceStream("samples/" + name)
            ?? throw new System.Diagnostics.UnreachableException($"{name} is not in the assembly");
        using var file = File.Create(path);
        sample.CopyTo(file);
        return path;
    }
}
