using System.Text.Json.Nodes;
using Tributary.Tests.Fetching;

namespace Tributary.Surface.Tests;

/// <summary>Fetching lists as people meet it: a real process and a real server.</summary>
public sealed class ListsFetchTests : IDisposable
{
    private const string Un = "/resources/xml/en/consolidated.xml";
    private const string Token = "s3cret-token";

    private readonly TempFolder _folder = new();
    private readonly StubServer _server = new();
    private string _list = Read("un-2020.xml");

    public ListsFetchTests() => _server.Answer = (target, _) => target == Un ? Reply.Ok(_list) : Reply.Status(404);

    [Fact]
    public void Fetch_WithoutAList_SaysWhichThereAre()
    {
        var result = Cli.Bash(_folder["ledger"], "COLUMNS=80 $tributary lists fetch");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Golden.Verify(Cli.Run(_folder["ledger"], "lists", "fetch", "--format", "json").Out, "tests/Tributary.Surface.Tests/Golden/lists-fetch.json");
        Assert.False(Directory.Exists(_folder["ledger"]));
    }

    [Fact]
    public void Fetch_OfVersions_SaysWhatChanged()
    {
        Assert.Contains("un     2020-01-10         6", Fetch("un").Out, StringComparison.Ordinal);
        Assert.Contains("nothing in it is new", Fetch("un").Out, StringComparison.Ordinal);
        _list = Read("un-2021.xml");
        var changed = Fetch("un", "--format", "json");
        Assert.Equal((0, 1), (changed.Code, JsonNode.Parse(changed.Out)![0]!["import"]!["documents"]![0]!["list"]!["removed"]!.GetValue<int>()));
        _list = Read("un-2022.xml");
        var held = Fetch("un");
        Assert.Equal((3, ""), (held.Code, held.Out));
        Assert.Contains("lacks 4 of the 6 entries of 2021-01-10 (66.7 %)", held.Error, StringComparison.Ordinal);
        Assert.Equal(0, Fetch("un", "--accept-loss", "--why", "checked against the publisher's").Code);
        Assert.Equal(0, Cli.Run(_folder["ledger"], "verify").Code);
    }

    // One publisher's failure is not another's.
    [Fact]
    public void Fetch_OfSeveral_TakesInThoseThatCome()
    {
        var result = Fetch("ofac", "un", "--retries", "0");
        Assert.Equal(6, result.Code);
        Assert.Contains("tributary: ofac: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("un     2020-01-10", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_OfTheEnvironment_IsShownNowhere()
    {
        var result = Cli.Bash(_folder["ledger"], $"TRIBUTARY_EU_TOKEN={Token} $tributary lists fetch eu --base-address {_server.Address} --pause 0 --retries 0");
        Assert.Equal(6, result.Code);
        Assert.EndsWith($"content?token={Token}", Assert.Single(_server.Targets), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Out + result.Error, StringComparison.Ordinal);
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("lists fetch moon", "list 'moon'")]
    [InlineData("lists fetch uk", "expected the address of such a file in --address")]
    [InlineData("lists fetch eu", "list eu: no token")]
    [InlineData("lists fetch un --base-address http://lists.example.org", "'http://lists.example.org': not to be trusted with a list")]
    [InlineData("lists fetch un ofac --address https://lists.example.org/un.xml", "--address: the address of one list")]
    [InlineData("lists fetch un --accept-loss", "--accept-loss: no reason was given")]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(_folder["ledger"], command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("tributary: ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string Read(string name) => File.ReadAllText(Repository.Find($"tests/Tributary.Surface.Tests/Lists/{name}"));

    private Cli.Result Fetch(params string[] more) => Cli.Run(_folder["ledger"], ["lists", "fetch", .. more, "--base-address", _server.Address.AbsoluteUri, "--pause", "0"]);
}
