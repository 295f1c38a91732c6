using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.Pages.Answering.Paper;

/// <summary>The form to print, in the visitor's language. Always the latest version: whoever begins on paper begins now.</summary>
internal static class PaperEndpoints
{
    public static IResult Get(HttpContext context, string slug, FindVisit findVisit, InterfaceWords words) =>
        Show(context, slug, findVisit, words, isLarge: false);

    public static IResult GetLarge(HttpContext context, string slug, FindVisit findVisit, InterfaceWords words) =>
        Show(context, slug, findVisit, words, isLarge: true);

    private static IResult Show(
        HttpContext context, string slug, FindVisit findVisit, InterfaceWords words, bool isLarge) =>
        findVisit.VersionOf(context, slug) is { } version
            ? PageResult.Of<PaperPage>(new PaperView
            {
                Version = version,
                PaperRouting = new PaperRouting(version.Definition, words),
                IsLarge = isLarge,
                // A form takes days by post: whoever prints it in the hour of grace is too late.
                IsClosed = findVisit.StateOf(context, version) != OpenState.Open,
                ClosesOn = findVisit.ClosesOn(context, version),
                Minutes = ReadingTime.Minutes(version.Definition, words.Language),
                Online = OnlineAddress.Of(context, context.Features.Get<Preview>()?.Slug ?? slug, words.Language),
            })
            : Results.NotFound();
}
