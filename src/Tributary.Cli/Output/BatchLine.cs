using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Cli.Output;

/// <summary>A row of a file that was screened, as a line of JSON. Its fields are documented in <c>docs/json.md</c>.</summary>
internal sealed record BatchLine(long Row, int Line, string Id, string Name, string Outcome, IReadOnlyList<ScreenLine> Candidates, ReadIssue? Issue, string Against)
{
    public static BatchLine Of(ScreenedRow row, ReadyLists lists) => new(row.Party.Row, row.Party.Line, row.Party.Id, row.Party.Name, row.Outcome, row.Candidates, row.Party.Issue, lists.Stated);
}
