using Spectre.Console;
using Tributary.Deciding;

namespace Tributary.Cli.Commands;

/// <summary>Asks somebody at a terminal for the fields of a form, and again for those that do not hold.</summary>
/// <param name="console">The terminal.</param>
/// <param name="form">What to ask for.</param>
internal sealed class EntryDialogue(IAnsiConsole console, EntryForm form)
{
    private const int RoundsMax = 10;
    private const string Open = "";

    /// <summary>Whether the fields given are too few to enter anything.</summary>
    public static bool IsNeeded(EntryForm form, IReadOnlyDictionary<string, string> given) => form.Fields.Any(field => field.Required && !given.ContainsKey(field.Name));

    /// <summary>Asks for all that was not given, enters it, and asks again for what does not hold.</summary>
    /// <param name="given">The fields that were given on the command line.</param>
    /// <param name="enter">Enters the fields.</param>
    /// <exception cref="DecisionRefusedException">It does not hold, however often it was asked for.</exception>
    public T Run<T>(Dictionary<string, string> given, Func<IReadOnlyDictionary<string, string>, T> enter)
    {
        console.MarkupLineInterpolated($"[bold]Enter {form.Title}.[/] [grey]Press Enter where the document does not say; Ctrl-C enters nothing.[/]");
        foreach (var field in form.Fields)
        {
            if (!given.ContainsKey(field.Name) && !field.SaidBy.Any(given.ContainsKey)) Ask(field, given);
        }
        for (var round = 1; ; round++)
        {
            try
            {
                return enter(given);
            }
            catch (DecisionRefusedException refused) when (round < RoundsMax && FieldsOf(refused).Count > 0)
            {
                foreach (var mistake in refused.Mistakes) console.MarkupLineInterpolated($"[red]{mistake}[/]");
                foreach (var field in FieldsOf(refused)) Ask(field, given);
            }
        }
    }

    private List<FormField> FieldsOf(DecisionRefusedException refused) => [.. form.Fields.Where(field => refused.Mistakes.Any(mistake => mistake.Place == $"--{field.Name}"))];

    private void Ask(FormField field, Dictionary<string, string> given)
    {
        var answer = field.Choices.Count > 0 ? Choose(field) : Type(field);
        if (answer.Length > 0) given[field.Name] = answer;
        else given.Remove(field.Name);
    }

    private string Choose(FormField field) => console.Prompt(new SelectionPrompt<string>()
        .Title($"{Markup.Escape(field.Name)} [grey]{Markup.Escape(field.Meaning)}[/]")
        .AddChoices(field.Choices));

    private string Type(FormField field)
    {
        var prompt = new TextPrompt<string>($"{Markup.Escape(field.Name)} [grey]{Markup.Escape(field.Meaning)}, such as {Markup.Escape(field.Example)}[/]:") { AllowEmpty = !field.Required };
        if (!field.Required) prompt.DefaultValue(Open).HideDefaultValue();
        return console.Prompt(prompt.Validate(text => form.MistakeIn(field.Name, text) is { } mistake ? ValidationResult.Error($"[red]{Markup.Escape(mistake.ToString())}[/]") : ValidationResult.Success()));
    }
}
