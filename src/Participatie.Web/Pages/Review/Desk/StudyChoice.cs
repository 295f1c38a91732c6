using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>A choice of these forms, in Dutch.</summary>
internal static class StudyChoice
{
    public static Choice Of(string id, string dutch) =>
        new(id, new Text(new Dictionary<string, string>(StringComparer.Ordinal) { [Languages.Dutch] = dutch }));
}
