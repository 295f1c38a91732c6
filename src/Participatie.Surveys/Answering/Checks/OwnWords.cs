using Participatie.Surveys.Answering.Kinds;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// What somebody wrote in a form, whether or not it makes an answer: it is shown again wherever the form could not be taken.
/// </summary>
public static class OwnWords
{
    /// <returns>Empty when nothing was written.</returns>
    public static string In(Attempt attempt) => AnswerKinds.All.For(attempt.Question).OwnWords(attempt);
}
