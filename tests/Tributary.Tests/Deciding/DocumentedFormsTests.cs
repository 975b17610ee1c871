using System.Text.RegularExpressions;
using Tributary.Deciding;

namespace Tributary.Tests.Deciding;

/// <summary>Holds docs/conferences.md to the forms.</summary>
public sealed partial class DocumentedFormsTests
{
    private static readonly string Page = File.ReadAllText(Repository.Find("docs/conferences.md"));

    [Fact]
    public void Fields_OfEveryForm_AreInTheTables()
    {
        var common = Fields("of all");
        foreach (var form in EntryForms.All) Assert.Equal(form.Fields.Select(field => (form.Kind, field.Name, field.Required)).Order(), common.Concat(Fields(form.Kind)).Select(field => (form.Kind, field.Name, field.Required)).Order());
    }

    [Fact]
    public void Choices_OfEveryField_AreSaid() => Assert.All(EntryForms.All.SelectMany(form => form.Fields).SelectMany(field => field.Choices), choice => Assert.Contains($"`{choice}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Example_OfAFile_CanBeRead()
    {
        var example = Page.Split("```yaml\n")[1].Split("```")[0];
        var entries = EntryDesk.Read(example);
        Assert.Empty(entries.Unreadable);
        Assert.Equal([1, 2, 0, 0, 1], [entries.Conferences.Count, entries.Participants.Count, entries.Statements.Count, entries.Calls.Count, entries.Pledges.Count]);
    }

    // A dialogue shows an example of each field: it must be one that can be entered.
    [Fact]
    public void Example_OfEveryField_CanBeRead() => Assert.All(EntryForms.All.SelectMany(form => form.Fields.Select(field => form.MistakeIn(field.Name, field.Example))), mistake => Assert.Null(mistake?.ToString()));

    private static IEnumerable<(string Name, bool Required)> Fields(string table) =>
        from row in Page.Split($"| {table} | meaning |\n")[1].Split("\n\n")[0].Split('\n').Skip(1)
        from Match field in FieldName().Matches(row.Split('|')[1])
        select (field.Groups["name"].Value, field.Groups["star"].Length > 0);

    [GeneratedRegex("`(?<name>[a-z0-9-]+)`(?<star>\\*?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldName();
}
