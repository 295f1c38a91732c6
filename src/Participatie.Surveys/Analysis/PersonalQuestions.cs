using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// Which questions are about the person: those that say why they are asked, municipality and age, and those that only some answers to such
/// a question lead to, since whoever saw them gave those answers. All others ask for an opinion.
/// </summary>
public static class PersonalQuestions
{
    /// <returns>Their ids.</returns>
    public static IReadOnlySet<string> Of(Consultation definition)
    {
        var personal = new HashSet<string>(StringComparer.Ordinal);
        // A condition names an earlier question, so going through them once follows every chain.
        foreach (var question in definition.Questions.Where(question =>
            question.Why is not null
                || question.Dimension is not null
                || (question.ShowWhen is { } condition && personal.Contains(condition.Question))))
        {
            personal.Add(question.Id);
        }

        return personal;
    }
}
