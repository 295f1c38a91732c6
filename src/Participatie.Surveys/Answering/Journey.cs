using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>
/// The way through a consultation, computed from definition and answers on every request and never stored. A question whose
/// condition does not hold is not part of it, whatever was answered there before.
/// </summary>
public sealed class Journey
{
    private readonly Consultation _definition;
    private readonly Answers _answers;

    private Journey(Consultation definition, Answers answers, IReadOnlyList<Question> visible)
    {
        _definition = definition;
        _answers = answers;
        Visible = visible;
        FirstOpen = visible.FirstOrDefault(question => !answers.IsWhole(question));
    }

    /// <summary>The questions to be seen, in order.</summary>
    public IReadOnlyList<Question> Visible { get; }

    /// <summary>Where the resident goes on; null when everything was answered.</summary>
    public Question? FirstOpen { get; }

    public bool IsComplete => FirstOpen is null;

    public static Journey Of(Consultation definition, Answers answers)
    {
        // A condition looks back only, so one pass in the definition's order decides all of them.
        var visible = new List<Question>(definition.Questions.Count);
        foreach (var question in definition.Questions)
        {
            if (question.ShowWhen is not { } condition || Holds(condition, visible, answers))
            {
                visible.Add(question);
            }
        }

        return new Journey(definition, answers, visible);
    }

    /// <summary>Whether it is the way through these very objects, neither of which ever changes.</summary>
    public bool IsOf(Consultation definition, Answers answers) =>
        ReferenceEquals(_definition, definition) && ReferenceEquals(_answers, answers);

    /// <summary>Seen questions and the first open one may be visited; the ones behind it come later.</summary>
    public bool MayVisit(Question question)
    {
        var place = IndexOf(question);
        return place >= 0 && (FirstOpen is null || place <= IndexOf(FirstOpen));
    }

    public Question? Before(Question question)
    {
        var place = IndexOf(question);
        return place > 0 ? Visible[place - 1] : null;
    }

    /// <summary>Its position among the numbered questions of the version, from 1, as on paper; 0 for information.</summary>
    public int NumberOf(Question question)
    {
        var number = 0;
        foreach (var numbered in _definition.Numbered)
        {
            number++;
            if (numbered.Id == question.Id)
            {
                return number;
            }
        }

        return 0;
    }

    /// <summary>Whether the numbered question right before it is not part of the way.</summary>
    public bool HasJumpedTo(Question question) =>
        NumberOf(question) is > 1 and var number && !Visible.Contains(_definition.Numbered.ElementAt(number - 2));

    public Answer? AnswerTo(Question question) => _answers.To(question);

    private static bool Holds(Condition condition, List<Question> visible, Answers answers)
    {
        var source = visible.Find(question => question.Id == condition.Question);
        return source is not null
            && answers.To(source)?.ForConditions.Any(choice => condition.IsAnyOf.Contains(choice, StringComparer.Ordinal)) == true;
    }

    private int IndexOf(Question question)
    {
        for (var place = 0; place < Visible.Count; place++)
        {
            if (Visible[place].Id == question.Id)
            {
                return place;
            }
        }

        return -1;
    }
}
