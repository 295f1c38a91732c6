using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>Says before the start which questions may be skipped, by the numbers that they have online and on paper.</summary>
internal static class MaySkip
{
    public static string InWords(Consultation definition, InterfaceWords words)
    {
        var numbered = definition.Numbered.ToList();
        var required = numbered.Index().Where(question => question.Item.Required).Select(question => $"{question.Index + 1}").ToList();
        return required.Count == 0 ? words["start.may-skip"]
            : required.Count == numbered.Count ? words["start.must-answer"]
            : words.Count("start.may-skip-except", required.Count, Listed(required, words));
    }

    private static string Listed(List<string> numbers, InterfaceWords words) => numbers is [.. var before, var last] && before.Count > 0
        ? words.Format("result.and", before.Aggregate((first, next) => words.Format("result.list", first, next)), last)
        : numbers[0];
}
