using System.Text;
using Tributary.Names;

namespace Tributary.Tests.Names;

/// <summary>Files of pairs.</summary>
public sealed class NamePairsTests
{
    [Fact]
    public void Compare_OfAFile_KeepsItsColumnsAndReadsItsSchema()
    {
        var pairs = Open("id,name1,name2,schema\n1,\"Lavrov, Sergei\",Sergei Lavrov,Person\n2,ABC Ltd,ABC Limited,Company\n");
        Assert.Equal(["1", "2"], pairs.Compare().Select(row => row.Cells[0]));
        Assert.All(Open("name1,name2\na b,a b\n").Compare(), row => Assert.Equal(1, row.Comparison.Score));
    }

    [Theory]
    [InlineData("", "pairs.csv: no line; expected a first line with name1 and name2")]
    [InlineData("name,other\nx,y\n", "pairs.csv, line 1: columns name, other; expected name1 and name2")]
    [InlineData("name1,name2\nx\n", "pairs.csv, line 2: 1 cells; expected 2")]
    [InlineData("name1,name2\n\"x\"y,z\n", "pairs.csv, line 2")]
    public void Compare_OfAnotherFile_SaysWhatIsWrong(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<NamePairsException>(() => Open(text).Compare().ToList()).Message, StringComparison.Ordinal);

    private static NamePairs Open(string text) => NamePairs.Open("pairs.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), NameType.Any);
}
