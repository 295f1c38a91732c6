using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>A question with exactly one answer out of a list, whether the author or the product words the list.</summary>
public abstract record OneOfQuestion : Question
{
    public abstract IReadOnlyList<Choice> Choices { get; }

    public override IReadOnlyList<Choice> ConditionChoices => Choices;

    private protected static IReadOnlyList<Choice> Fixed(string prefix, params ReadOnlySpan<(string Id, string? Picture)> ids)
    {
        var choices = new List<Choice>();
        foreach (var (id, picture) in ids)
        {
            choices.Add(new Choice(id, InterfaceWords.Everywhere($"{prefix}.{id}"), picture));
        }

        return choices;
    }
}
