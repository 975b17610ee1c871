using Tributary.Fetching;

namespace Tributary.Tests.Fetching;

/// <summary>Whom a fetch may ask: addresses come from documents and redirects, which may say anything.</summary>
public sealed class OriginsTests
{
    [Theory]
    [InlineData("https://api.hpc.tools/v1/public/location", true)]
    [InlineData("https://API.HPC.TOOLS/", true)]
    [InlineData("https://api.hpc.tools:443/", true)]
    [InlineData("http://api.hpc.tools/", false)]
    [InlineData("https://api.hpc.tools:8443/", false)]
    [InlineData("https://api.hpc.tools.example.org/", false)]
    [InlineData("https://user@api.hpc.tools/", false)]
    [InlineData("https://files.example.org/a.csv", true)]
    [InlineData("http://files.example.org/a.csv", false)]
    [InlineData("https://other.example.org/a.csv", false)]
    [InlineData("http://127.0.0.1:9000/", true)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/relative", false)]
    public void Allows_OnlyTheSourceAndWhatWasAllowed(string address, bool allowed) =>
        Assert.Equal(allowed, new Origins(new Uri("https://api.hpc.tools/"), ["files.example.org", "127.0.0.1:9000"], mayAddHosts: true).Allows(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("http://api.hpc.tools/v1?page=2", "https://api.hpc.tools/v1?page=2")]
    [InlineData("https://api.hpc.tools/v1?page=2", "https://api.hpc.tools/v1?page=2")]
    [InlineData("http://api.hpc.tools:8080/", "http://api.hpc.tools:8080/")]
    [InlineData("http://other.example.org/", "http://other.example.org/")]
    public void Raise_GoesByHttpsToTheSourceOnly(string address, string raised) =>
        Assert.Equal(raised, new Origins(new Uri("https://api.hpc.tools/"), [], mayAddHosts: false).Raise(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("http://fts.example.org/v1", true)]
    [InlineData("https://fts.example.org/v1", true)]
    [InlineData("https://fts.example.org:8443/v1", false)]
    public void Allows_OfABaseOverHttp_TheStepUpToHttps(string address, bool allowed) =>
        Assert.Equal(allowed, new Origins(new Uri("http://fts.example.org/"), [], mayAddHosts: false).Allows(new Uri(address)));
}
