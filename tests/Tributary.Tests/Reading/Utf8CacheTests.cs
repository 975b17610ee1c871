using System.Text;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

public sealed class Utf8CacheTests
{
    [Fact]
    public void Index_ManyKeysTwice_GivesEachItsOneObject()
    {
        var cache = new Utf8Cache<string>(Encoding.UTF8.GetString);
        var keys = Enumerable.Range(0, 5000).Select(number => $"key {number} é").ToArray();

        var first = keys.Select(key => cache[Encoding.UTF8.GetBytes(key)]).ToArray();

        Assert.Equal(keys, first);
        Assert.All(first, value => Assert.Same(value, cache[Encoding.UTF8.GetBytes(value)]));
    }
}
