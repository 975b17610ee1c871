using System.Text;
using Tributary.Benchmarks;

namespace Tributary.Surface.Tests;

/// <summary>A driver that overlooks a failure is worse than none.</summary>
public sealed class FileFuzzTests
{
    private static readonly FuzzSeed[] Seeds = [new("<a b=\"c\"><d>e</d></a>", Encoding.UTF8)];
    private static readonly FuzzBounds Bounds = new(TimeSpan.FromSeconds(30), 1 << 20);

    [Fact]
    public void FileOf_TheSameNumber_GivesTheSameFile()
    {
        var fuzz = new FileFuzz(Seeds, _ => "", Bounds);
        Assert.Equal(fuzz.FileOf(7), fuzz.FileOf(7));
        Assert.True(Enumerable.Range(0, 100).Select(number => Convert.ToHexString(fuzz.FileOf(number))).Distinct().Count() > 50);
    }

    [Fact]
    public void Run_EachCaseOnce_CountsWhatCameOfThem()
    {
        var report = new FileFuzz(Seeds, file => file.Length % 2 == 0 ? "even" : "odd", Bounds).Run(501, 3);
        Assert.Equal(501, report.Kinds["even"] + report.Kinds["odd"]);
    }

    [Fact]
    public void Run_AReaderThatThrows_FailsWithTheNumberOfTheCase()
    {
        var fuzz = new FileFuzz(Seeds, file => file.Length > 60 ? throw new FormatException("too long") : "", Bounds);
        var failure = Assert.Throws<InvalidOperationException>(() => fuzz.Run(10_000, 1));
        var number = long.Parse(failure.Message.Split(' ', ':')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(fuzz.FileOf(number).Length > 60);
        Assert.Contains($"FormatException: too long; expected it to be read. Its file is {Path.Combine(Path.GetTempPath(), $"fuzz-{number}")}; --fuzz 1 --seed {number} runs it again", failure.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(Path.GetTempPath(), $"fuzz-{number}"));
    }

    [Fact]
    public void Run_AReaderThatHangs_FailsWhenItsTimeIsOver()
    {
        using var never = new ManualResetEventSlim();
        var fuzz = new FileFuzz(Seeds, _ => { never.Wait(TimeSpan.FromMinutes(1)); return ""; }, Bounds with { Time = TimeSpan.FromMilliseconds(50) });
        Assert.Contains("it still runs after 0.1 s", Assert.Throws<InvalidOperationException>(() => fuzz.Run(1, 41)).Message, StringComparison.Ordinal);
        never.Set();
        File.Delete(Path.Combine(Path.GetTempPath(), "fuzz-41"));
    }

    [Fact]
    public void Run_AReaderThatTakesMuchMemory_Fails()
    {
        var fuzz = new FileFuzz(Seeds, _ => new byte[2 << 20].Length > 0 ? "" : "none", Bounds);
        Assert.Contains("case 42: InvalidOperationException: it allocated", Assert.Throws<InvalidOperationException>(() => fuzz.Run(1, 42)).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(Path.GetTempPath(), "fuzz-42"));
    }
}
