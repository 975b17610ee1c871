using Tributary.Exporting;
using Tributary.Ledgers;
using Tributary.Tests.Questions;

[assembly: AssemblyFixture(typeof(Afghanistan2020))]

namespace Tributary.Tests.Questions;

/// <summary>A ledger of FTS's own answers about Afghanistan in 2020: 484 flows on three pages, plans and group totals.</summary>
public sealed class Afghanistan2020 : IDisposable
{
    private readonly Lock _gate = new();
    private TempLedger? _files;
    private Ledger? _ledger;

    /// <summary>What HDX published from these answers.</summary>
    public static string Expected(string name)
    {
        var path = SharedData.Find("fts/afghanistan-2020/expected/" + name);
        Assert.SkipWhen(path is null, "the files that HDX published are not to hand");
        return path;
    }

    /// <summary>Asks the ledger, which the first question makes.</summary>
    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question) => Ask(question, answer => answer);

    /// <summary>The text of each of HDX's files, as they are written while the ledger is open.</summary>
    internal SortedDictionary<string, string> Export(HdxQuestion question) => Ask(question, Exporting.HdxExportTests.Texts);

    private T Ask<TAnswer, T>(IQuestion<TAnswer> question, Func<TAnswer, T> use)
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "the published answers of FTS are not to hand");
        lock (_gate)
        {
            _files ??= TempLedger.Of(Directory.GetFiles(folder, "*.json"));
            _ledger ??= Ledger.Open(_files.Folder);
            return use(_ledger.Ask(question));
        }
    }

    public void Dispose()
    {
        _ledger?.Dispose();
        _files?.Dispose();
    }
}
