using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>Activities of IATI on the command line: a file of our own making, in which nobody exists.</summary>
public sealed class ActivityCommandTests(ActivityCommandTests.ActivityLedger activities) : IClassFixture<ActivityCommandTests.ActivityLedger>
{
    private static readonly (string Name, string Command)[] Answers =
    [
        ("activities", "activities"),
        ("activities-country", "activities --country AFG --year 2020"),
        ("activities-by-country", "activities --by country"),
        ("activities-by-cluster", "activities --by cluster --plan HAFG20"),
        ("activities-by-type", "activities --by type"),
        ("activity", "activity XM-TEST-1-WATER"),
        ("activities-in-dollars", "activities --by publisher --currency USD"),
        ("activity-in-dollars", "activity XM-TEST-1-WATER --currency USD"),
        ("publishers", "publishers --findings"),
    ];

    [Fact]
    public void Answers_AreTheirGoldenFiles()
    {
        foreach (var (name, command) in Answers)
        {
            var json = activities.Answer($"{command} --format json");
            Assert.NotNull(JsonNode.Parse(json));
            Golden.Verify(json, $"tests/Tributary.Surface.Tests/Golden/{name}.json");
            Golden.Verify(activities.Answer($"{command} --format csv"), $"tests/Tributary.Surface.Tests/Golden/{name}.csv");
        }
    }

    [Fact]
    public void Tables_Fit80Columns()
    {
        foreach (var (_, command) in Answers)
        {
            var table = Cli.Bash(activities.Folder, $"COLUMNS=80 $tributary {command}");
            Assert.Equal((0, ""), (table.Code, table.Error));
            Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("activity XM-TEST-1", "is it 'XM-TEST-1-WATER'")]
    [InlineData("activities --publisher Nobody", "publisher 'Nobody'")]
    [InlineData("activities --country Atlantis", "country 'Atlantis'")]
    [InlineData("activities --cluster cheese", "cluster 'cheese'")]
    [InlineData("activities --plan HXXX99", "plan 'HXXX99'")]
    [InlineData("activities --status merry", "status 'merry'")]
    [InlineData("activities --by donor", "donor")]
    [InlineData("activities --by country --vocabulary 2", "--by sector")]
    [InlineData("activities --currency dollars", "--currency 'dollars': no currency")]
    [InlineData("trace 208329 --currency USD", "--currency: flows of FTS")]
    [InlineData("publishers --publisher Nobody", "publisher 'Nobody'")]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(activities.Folder, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    /// <summary>A ledger of the file and of a plan that it names.</summary>
    public sealed class ActivityLedger : IDisposable
    {
        private readonly TempFolder _folder = new();

        public ActivityLedger() => Assert.Equal(0, Cli.Run(Folder, "import", Repository.Find("tests/Tributary.Surface.Tests/Iati/activities.xml"), Repository.Find("tests/Tributary.Surface.Tests/Iati/eurofxref-hist.csv"), Repository.Find("samples/afghanistan-2020-plans.json"), "--day", "2021-06-01").Code);

        public string Folder => _folder["ledger"];

        public string Answer(string command)
        {
            var result = Cli.Run(Folder, command.Split(' '));
            Assert.Equal((0, ""), (result.Code, result.Error));
            return result.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal);
        }

        public void Dispose() => _folder.Dispose();
    }
}
