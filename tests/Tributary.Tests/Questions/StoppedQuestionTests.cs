using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>A question that is stopped says so, and the ledger goes on answering.</summary>
public sealed class StoppedQuestionTests : IDisposable
{
    private const int Flows = 4000;

    private static readonly FundingQuestion Funding = new() { Years = [2020] };
    private readonly TempFolder _folder = new();
    private readonly TempLedger _ledger;

    public StoppedQuestionTests() => _ledger = TempLedger.Of(_folder.Write(FlowBuilder.Page(Enumerable.Range(1, Flows).Select(id => new FlowBuilder { Id = id, Source = [$"Organization:{id % 97 + 10}"] }))));

    [Fact]
    public void Ask_WithATokenThatIsCancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            AssertStopped(Funding, stop.Token);
            AssertStopped(new DonorsQuestion { Years = [2020] }, stop.Token);
            AssertStopped(new FlowsQuestion { Years = [2020] }, stop.Token);
            AssertStopped(new CoverageQuestion { Plan = "900" }, stop.Token);
        }
        Assert.Equal(100m * Flows, _ledger.Ask(Funding).FundingUsd);
    }

    [Fact]
    public void Ask_CancelledWhileAsking_ThrowsOrAnswersWhole()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMicroseconds(attempt * 100));
            try
            {
                Assert.Equal(100m * Flows, _ledger.Open().Ask(Funding, stop.Token).FundingUsd);
            }
            catch (OperationCanceledException)
            {
                Assert.True(stop.IsCancellationRequested);
            }
        }
        Assert.Equal(100m * Flows, _ledger.Ask(Funding).FundingUsd);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private void AssertStopped<TAnswer>(IQuestion<TAnswer> question, CancellationToken stopped) =>
        Assert.ThrowsAny<OperationCanceledException>(() => _ledger.Open().Ask(question, stopped));
}
