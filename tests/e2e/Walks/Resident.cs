using Participatie.Journeys.Screens;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody who answers whatever is asked.</summary>
internal static class Resident
{
    /// <summary>More pages than any consultation has.</summary>
    private const int AtMost = 60;

    /// <summary>From a question to the page where all answers stand.</summary>
    public static Task<CheckScreen> AnswerAllAsync(QuestionScreen first) => GoOnAsync(first, async question =>
    {
        await question.AnswerAsync();
        return await question.NextAsync();
    });

    /// <summary>Answers nothing that may be left out; statements and texts between questions are simply passed.</summary>
    public static Task<CheckScreen> SkipAllAsync(QuestionScreen first) => GoOnAsync(first, async question =>
        await question.CanSkipAsync() ? await question.SkipAsync() : await question.NextAsync());

    private static async Task<CheckScreen> GoOnAsync(QuestionScreen first, Func<QuestionScreen, Task<Screen>> pass)
    {
        Screen here = first;
        for (var page = 0; page < AtMost; page++)
        {
            if (here is CheckScreen check)
                return check;
            var question = Assert.IsType<QuestionScreen>(here);
            here = await pass(question);
            Assert.Empty(await here.ProblemsAsync());
        }

        throw new InvalidOperationException($"After {AtMost} pages there was still a question.");
    }
}
