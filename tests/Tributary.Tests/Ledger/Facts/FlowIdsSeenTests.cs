using CsCheck;
using Tributary.Ledgers;

namespace Tributary.Tests.Ledgers;

public sealed class FlowIdsSeenTests
{
    [Fact]
    public void Add_AnyIds_RepeatsAsASetSays() =>
        Gen.OneOf(Gen.Long[0, 40], Gen.Long[65_530, 65_545], Gen.Long[0, long.MaxValue]).List[0, 40].Sample(ids =>
        {
            var seen = new FlowIdsSeen();
            foreach (var id in ids) seen.Add(id);
            Assert.Equal(ids.Distinct().Count() < ids.Count, seen.MayRepeat);
            if (ids.Count > 0) Assert.Equal((ids.Min(), ids.Max()), (seen.Low, seen.High));
        });

    // A hostile document must not make memory grow.
    [Fact]
    public void Add_IdsStrewnFarApart_GivesUp()
    {
        var seen = new FlowIdsSeen();
        for (var id = 1L; id <= 5000; id++) seen.Add(id << 20);
        Assert.True(seen.MayRepeat);
    }
}
