using System.Text;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>Whatever is done to a file, validating it ends with a report: a small share of what <c>benchmarks validate --fuzz</c> does.</summary>
public sealed class ValidationFuzzTests
{
    private const int Rounds = 400;

    [Fact]
    public void Validate_MutatedFiles_AlwaysReports()
    {
        var random = new Random(20260401);
        var seed = Encoding.UTF8.GetBytes(Activity.File());
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = FileMutation.Of(seed, random);
            var report = Activity.Validate(bytes);
            Assert.All(report.Findings, finding => Assert.True(finding is { Line: > 0, Column: > 0, Message.Length: > 0 }));
            Assert.Equal(report.Totals.Sum(total => total.Count), report.Findings.Count + report.NotListed);
            // The same bytes, handed over in small pieces, say the same.
            Assert.Equal(Activity.Ids(report), Activity.Ids(IatiValidator.Validate(new Trickle(bytes), null, TestContext.Current.CancellationToken)));
        }
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}

/// <summary>Changes bytes as they get changed: flipped, doubled, cut out, cut off, put elsewhere.</summary>
internal static class FileMutation
{
    public static byte[] Of(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 2; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                default: bytes.Insert(at, (byte)"<>&\"'/=- "[random.Next(9)]); break;
            }
        }
        return [.. bytes];
    }
}
