using System.Text;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

/// <summary>What an answer says about itself, in any order and however long it is.</summary>
public sealed class FtsAnswerTests
{
    [Fact]
    public void Read_APage_SaysItsCountItsFlowsAndTheNext()
    {
        var answer = Read("""{"meta": {"count": 5, "nextLink": "https://example.org/2"}, "more": [1], "data": {"internal": {"flowCount": 1}, "flows": [{"x": {"id": 9}, "id": "7"}, {"id": 8}, {}, 3]}, "status": "ok"}""");
        Assert.Null(answer.Failure);
        Assert.Equal((5L, "https://example.org/2"), (answer.Count!.Value, answer.NextLink));
        Assert.Equal(["7", "8", "", ""], answer.FlowIds);
    }

    [Theory]
    [InlineData("""{"status": "ok", "data": []}""")]
    [InlineData("""{"status": "ok", "data": {}, "meta": {"count": null, "nextLink": null}}""")]
    [InlineData("""{"status": "ok", "data": {}, "meta": {"count": "many", "nextLink": ""}}""")]
    [InlineData("""{"status": "ok", "data": {"flows": null}, "meta": []}""")]
    public void Read_AnAnswerWithoutPages_HasNone(string json)
    {
        var answer = Read(json);
        Assert.Null(answer.Failure);
        Assert.Equal((null, null, 0), (answer.Count, answer.NextLink, answer.FlowIds.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"status": "ok"}""")]
    [InlineData("""{"data": []}""")]
    [InlineData("""{"status": "error", "data": []}""")]
    [InlineData("""{"status": "ok", "data": []""")]
    [InlineData("""{"status": "ok", "data": []} x""")]
    [InlineData("""{"status": "ok", "data": {"flows": [{"id": "7"}]""")]
    public void Read_WhatIsNoWholeAnswer_SaysSo(string json) => Assert.NotNull(Read(json).Failure);

    // Only single values are held in memory: a list may be as long as it likes.
    [Fact]
    public void Read_AListLongerThanAValueMayBe_IsPassedOver()
    {
        var plan = $"{{\"name\": \"{new string('x', 1 << 20)}\"}}";
        Assert.Null(Read($"{{\"status\": \"ok\", \"data\": {{\"plans\": [{string.Join(',', Enumerable.Repeat(plan, 20))}]}}}}").Failure);
    }

    private static FtsAnswer Read(string json) => FtsAnswer.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);
}
