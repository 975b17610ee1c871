using System.Globalization;

namespace Tributary.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments
{
    /// <summary>The benchmark.</summary>
    public required string Command { get; init; }

    /// <summary>Where real flows are: a folder, or one file.</summary>
    public string From { get; init; } = Sources.Published();

    /// <summary>The file to write.</summary>
    public string Out { get; init; } = "";

    /// <summary>Rows to generate.</summary>
    public int Rows { get; init; } = 5_000_000;

    /// <summary>Bytes to generate; null where none are given.</summary>
    public long? Bytes { get; init; }

    /// <summary>How many files are changed at random; 0 for none.</summary>
    public int Fuzz { get; init; }

    /// <summary>Which rows are drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How often each thing is measured.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>A ledger to make and keep, or to use; null for one of this run.</summary>
    public string? Ledger { get; init; }

    /// <summary>Npgsql's connection string of the PostgreSQL to compare with; null for none.</summary>
    public string? Postgres { get; init; }

    /// <summary>The folder under which to keep the results; null for not at all.</summary>
    public string? Save { get; init; }

    /// <summary>Reads the command line; null when it is not understood.</summary>
    public static Arguments? TryParse(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 == 0) return null;
        if (args[0] is not ("generate" or "page" or "published" or "large" or "questions" or "export" or "names" or "validate" or "import-iati" or "activities" or "iati-tables" or "memory" or "propose" or "--tiny")) return null;
        Arguments? given = new() { Command = args[0] };
        for (var at = 1; at < args.Length && given is not null; at += 2) given = given.With(args[at], args[at + 1]);
        return given is { Command: "generate" or "page" or "activities" or "iati-tables", Out: "" } ? null : given;
    }

    private Arguments? With(string name, string value) => (name, long.TryParse(value, CultureInfo.InvariantCulture, out var number)) switch
    {
        ("--from", _) => this with { From = value },
        ("--out", _) => this with { Out = value },
        ("--save", _) => this with { Save = value },
        ("--ledger", _) => this with { Ledger = value },
        ("--postgres", _) => this with { Postgres = value },
        ("--rows", true) when number is > 0 and <= int.MaxValue => this with { Rows = (int)number },
        ("--bytes", true) when number > 0 => this with { Bytes = number },
        ("--fuzz", true) when number is > 0 and <= int.MaxValue => this with { Fuzz = (int)number },
        ("--seed", true) when number is >= 0 and <= int.MaxValue => this with { Seed = (int)number },
        ("--runs", true) when number is > 0 and <= 1000 => this with { Runs = (int)number },
        _ => null,
    };
}

/// <summary>Where real flows may be found.</summary>
internal static class Sources
{
    /// <summary>A few invented flows that come with the benchmarks.</summary>
    public static string Seed => Path.Combine(AppContext.BaseDirectory, "seed-flows.csv");

    /// <summary>The published files of April 2026 beside the project, else <see cref="Seed"/>.</summary>
    public static string Published() => Beside("fts/global-2026-04") ?? Seed;

    /// <summary>Real IATI files: a folder that was given, else those beside the project, else none.</summary>
    public static string Activities(string from) => from == Published() ? Beside("iati/real") ?? "" : from;

    private static string? Beside(string data)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", data);
            if (Directory.Exists(path)) return path;
        }
        return null;
    }
}
