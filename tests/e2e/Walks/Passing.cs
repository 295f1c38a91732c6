using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;

namespace Participatie.Journeys.Walks;

/// <summary>Answers whatever comes until a certain question.</summary>
internal static class Passing
{
    public static async Task<QuestionScreen> ToAsync(Visitor visitor, string slug, string question)
    {
        var start = await StartScreen.OpenAsync(visitor, slug);
        Screen here = await start.IsBegunAsync() ? await start.ContinueAsync() : await start.BeginAnyAsync();
        while (here is QuestionScreen at)
        {
            if (new Uri(visitor.Page.Url).AbsolutePath.Split('/').Contains(question))
                return at;
            await at.AnswerAlikeAsync();
            here = await at.NextAsync();
        }

        throw new InvalidOperationException($"{slug} never asked '{question}'.");
    }
}
